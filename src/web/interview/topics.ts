import type { Ground } from '#casework/evidence.ts'
import type { Content, Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type Question, type Questionnaire, questionnaireKey, type Section } from '#dictionary/questionnaire.ts'

/** The interview guide in force: the highest version of `screening_interview`. */
export function guideOf(d: Dictionary): Questionnaire | undefined {
  return [...d.questionnaires.values()]
    .filter(q => q.id === 'screening_interview' && !d.hidden.has(questionnaireKey(q)))
    .sort((a, b) => Number(b.version) - Number(a.version))[0]
}

/** Lists that can be walked along with the guide: others whose questions have a place in the screening record. */
export function indicatorLists(d: Dictionary): { key: string; questionnaire: Questionnaire }[] {
  return [...d.questionnaires]
    .filter(([key, q]) => q.id !== 'screening_interview' && !d.hidden.has(key))
    .filter(([, q]) =>
      q.sections.some(section => section.questions.some(question => question.field?.type === 'screening')),
    )
    .map(([key, questionnaire]) => ({ key, questionnaire }))
}

export interface Topic {
  readonly section: Section
  readonly questionnaire: Questionnaire
}

/** A topic a page: the guide, with the sections of the chosen list before its last one. */
export function topicsOf(guide: Questionnaire, list: Questionnaire | undefined): readonly Topic[] {
  const own = guide.sections.map((section): Topic => ({ section, questionnaire: guide }))
  if (!list) return own
  const listed = list.sections.map((section): Topic => ({ section, questionnaire: list }))
  return [...own.slice(0, -1), ...listed, ...own.slice(-1)]
}

/** What the two records hold, as answers to the questions of a questionnaire. */
export function answersOf(q: Questionnaire, held: Readonly<Record<string, Content>>): Record<string, Value> {
  const answers: Record<string, Value> = {}
  for (const { id, field } of q.sections.flatMap(section => section.questions)) {
    const value = field && held[field.type]?.[field.field]
    if (!field || value === undefined) continue
    if (field.code === undefined) answers[id] = value
    else if (typeof value === 'object' && value !== null && field.code in value) {
      answers[id] = (value as Readonly<Record<string, string>>)[field.code] ?? null
    }
  }
  return answers
}

/** The topic in which the answer behind a block was given, for jumping to it. */
export function topicOfGround(topics: readonly Topic[], ground: Ground): { topic: number; question: Question } | null {
  const [type, field] = ground.field.split('.')
  for (const [topic, { section }] of topics.entries()) {
    const question = section.questions.find(each => each.field?.type === type && each.field?.field === field)
    if (question) return { topic, question }
  }
  return null
}
