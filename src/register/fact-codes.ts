/**
 * Fact tables hold answers as numbers. Every answer, and every set of answers given together, has one code of the register
 * (table `fact_word`), given when it is first met and kept for good: the same answers are the same code in every column,
 * however often facts are derived.
 */

/** An answer before it is coded: one word, several, or none. */
export type Answer = string | readonly string[] | null

/** Code of no answer. */
export const noAnswer = 0
/** Code of the answer `unknown`, which no answer counts as. */
export const unknownAnswer = 1

export interface FactCodes {
  /**
   * The same rows with codes in the columns that hold answers; the arrays are changed. Answers that were never met get their
   * codes first, which are kept at once, whatever becomes of the caller's transaction.
   */
  coded(columns: readonly string[], rows: unknown[][]): unknown[][] | Promise<unknown[][]>
  /** For those who keep codes of their own, such as a thread. */
  readonly learn: LearnCodes
}

/** Codes of these answers, in their order; each has at least one word and stands once. */
export type LearnCodes = (answers: readonly (readonly string[])[]) => Promise<readonly number[]>

const ownAnswers: ReadonlySet<string> = new Set(['region', 'route', 'incident', 'given_project', 'given_donor'])

/** True for the columns of dimensions and the few others that hold answers. */
export const holdsAnswer = (column: string): boolean => column.startsWith('d_') || ownAnswers.has(column)

/** An answer of one word or more, and its code. */
export interface KnownCode {
  readonly words: readonly string[]
  readonly id: number
}

/** Codes as far as they were met, in memory, beginning with those `known`; others are learned. */
export function factCodes(learn: LearnCodes, known: readonly KnownCode[] = []): FactCodes {
  // Apart, so that no single answer is mistaken for a list written out.
  const single = new Map<string, number>([['unknown', unknownAnswer]])
  const several = new Map<string, number>()
  const keep = ({ words, id }: KnownCode): void => {
    if (words.length === 1 && words[0] !== undefined) single.set(words[0], id)
    else several.set(JSON.stringify(words), id)
  }
  for (const each of known) keep(each)
  const codeOf = (answer: Answer): number | undefined => {
    if (answer === null) return noAnswer
    if (typeof answer === 'string') return single.get(answer)
    if (answer.length > 1) return several.get(JSON.stringify(answer))
    return answer[0] === undefined ? noAnswer : single.get(answer[0])
  }
  // One after the other: what two rows ask about at once is learned once.
  let learning: Promise<unknown> = Promise.resolve()
  const learnMissing = (missing: readonly Answer[]): Promise<void> => {
    const learned = learning.then(() => learnThese(missing))
    learning = learned.catch(() => undefined)
    return learned
  }
  const learnThese = async (missing: readonly Answer[]): Promise<void> => {
    const lists = new Map(
      missing.flatMap(answer => {
        const words = typeof answer === 'string' ? [answer] : (answer ?? [])
        return codeOf(words) === undefined ? [[JSON.stringify(words), words] as const] : []
      }),
    )
    if (lists.size === 0) return
    const codes = await learn([...lists.values()])
    for (const [at, words] of [...lists.values()].entries()) {
      const id = codes[at]
      if (id === undefined) throw new Error('An answer was given no code.')
      keep({ words, id })
    }
  }
  return {
    learn,
    coded(columns, rows) {
      const places = columns.flatMap((column, at) => (holdsAnswer(column) ? [at] : []))
      const missing: Answer[] = []
      for (const row of rows)
        for (const at of places) {
          const answer = row[at] as Answer
          if (codeOf(answer) === undefined) missing.push(answer)
        }
      const replace = () => {
        for (const row of rows) for (const at of places) row[at] = codeOf(row[at] as Answer)
        return rows
      }
      return missing.length === 0 ? replace() : learnMissing(missing).then(replace)
    },
  }
}
