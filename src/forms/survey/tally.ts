import type { SurveyAnswers, SurveyForm } from './definition.ts'

/** One answer of a question with choices: how many gave it. */
export interface Counted {
  readonly choice: string
  readonly count: number
}

export interface TalliedQuestion {
  readonly question: string
  /** Questionnaires in which it was answered; of several choices one person may have given several. */
  readonly of: number
  readonly choices: readonly Counted[]
}

export interface Tally {
  readonly questionnaires: number
  readonly questions: readonly TalliedQuestion[]
  /** Numbers: how many gave one, and the middle one with the smallest and the largest. */
  readonly numbers: readonly {
    readonly question: string
    readonly of: number
    readonly least: number
    readonly median: number
    readonly most: number
  }[]
}

/**
 * Questionnaires counted by a form. `of` is who answered the question, not who was visited: who was not asked, or did not answer, is in no count.
 * The words of free answers are not in it.
 */
export function tallyOf(form: SurveyForm, questionnaires: readonly SurveyAnswers[]): Tally {
  const questions = form.questions
    .filter(({ kind }) => kind === 'one' || kind === 'many')
    .map(({ name, list }): TalliedQuestion => {
      const given = questionnaires.flatMap(answers => {
        const answer = answers[name]
        return answer === undefined ? [] : [typeof answer === 'object' ? answer : [String(answer)]]
      })
      const choices = (form.lists[list ?? ''] ?? []).map(choice => ({
        choice: choice.name,
        count: given.filter(answer => answer.includes(choice.name)).length,
      }))
      return { question: name, of: given.length, choices }
    })
  const numbers = form.questions
    .filter(({ kind }) => kind === 'integer' || kind === 'decimal')
    .flatMap(({ name }) => {
      const given = questionnaires.flatMap(answers => (typeof answers[name] === 'number' ? [answers[name]] : []))
      const sorted = given.toSorted((a, b) => a - b)
      const [least, most] = [sorted[0], sorted.at(-1)]
      return least === undefined || most === undefined
        ? []
        : [
            {
              question: name,
              of: given.length,
              least,
              median: sorted[Math.floor((sorted.length - 1) / 2)] ?? least,
              most,
            },
          ]
    })
  return { questionnaires: questionnaires.length, questions, numbers }
}
