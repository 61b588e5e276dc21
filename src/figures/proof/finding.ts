import type { Book } from './book.ts'
import type { Claim } from './claim.ts'
import { type ProofSentence, sentence } from './sentences.ts'

/** One contradiction or gap: which claims, the arithmetic in a sentence, and what to do. */
export interface Finding {
  /** Id of the lint. */
  readonly lint: string
  /** Rule of the specification of figures that it enforces. */
  readonly rule: string
  /** contradiction: cannot be true. gap: what a reader needs is not printed. doubt: possible, and rarely meant. */
  readonly weight: Weight
  readonly claims: readonly string[]
  /** Codes for translators; `text` and `advice` are the English of them. */
  readonly code: ProofSentence
  readonly values: Readonly<Record<string, string>>
  readonly text: string
  readonly advice: string
}

export type Weight = 'contradiction' | 'gap' | 'doubt'

export interface Found {
  readonly code: ProofSentence
  readonly claims: readonly Claim[]
  readonly values?: Readonly<Record<string, string>>
}

/** One rule as data: pure, over the whole book, in no order. */
export interface Lint {
  readonly id: string
  readonly rule: string
  readonly weight: Weight
  readonly find: (book: Book) => readonly Found[]
}

export function findingOf({ id, rule, weight }: Lint, { code, claims, values = {} }: Found): Finding {
  const { text, advice } = sentence(code, values)
  return { lint: id, rule, weight, claims: [...new Set(claims.map(claim => claim.id))], code, values, text, advice }
}
