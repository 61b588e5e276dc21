import { z } from 'zod'
import { LinkageProblem } from '../problem.ts'
import { ColumnName, Condition } from './condition.ts'

const FileColumn = z.string().min(1)

/** Columns of the file into prepared columns: `as` and, for some preparations, `as_…` beside it. */
const Preparing = z.strictObject({
  /** Columns of the file, as its first line names them. */
  from: z.union([FileColumn, z.array(FileColumn).min(1)]).transform(from => (typeof from === 'string' ? [from] : from)),
  by: z.string(),
  as: ColumnName,
  /** Of dates written with numbers only: which comes first. */
  order: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  /** Of a person's name: what each column of `from` is. */
  roles: z.array(z.enum(['given', 'middle', 'family', 'full', 'previous', 'country'])).optional(),
})
export type Preparing = z.infer<typeof Preparing>

const Level = z.strictObject({
  label: z.string().min(1),
  when: Condition,
  /** Agreement on a rare value weighs more: the column whose values are counted, and how much of it is believed. */
  frequency: z.strictObject({ of: ColumnName, weight: z.number().min(0).max(1).default(1) }).optional(),
})
export type Level = z.infer<typeof Level>

const Comparison = z.strictObject({
  name: z.string().min(1),
  /** Missing on either side in any of these: the comparison says nothing. */
  of: z.array(ColumnName).min(1),
  /** A further case in which the comparison says nothing, because another one already speaks for it. */
  neutral: Condition.optional(),
  /** Best first. What reaches none of them is the last level, "different". */
  levels: z.array(Level).min(1).max(12),
})
export type Comparison = z.infer<typeof Comparison>

const Term = z.union([ColumnName, z.strictObject({ column: ColumnName, first: z.int().min(1).max(12) })])
export type Term = z.infer<typeof Term>

/** Records that agree on all terms become a pair. No terms: every pair there is. */
const Rule = z.array(Term).max(6)
export type Rule = z.infer<typeof Rule>

const Training = z.strictObject({
  /** The same seed draws the same pairs. */
  seed: z.int().min(0).default(1),
  /** Random pairs from which chance agreement (u) is read. */
  randomPairs: z.int().min(1_000).default(1_000_000),
  /** Pairs of each session of EM at the most. */
  sessionPairs: z.int().min(1_000).default(250_000),
  /** Blocks for EM, at least two with different columns: what a session blocks on it cannot learn. */
  sessions: z.array(Rule).default([]),
  /** Who agrees on one of these is taken for the same person; only to guess how many pairs are. */
  sure: z.array(Rule).default([]),
  /** The share of true pairs that `sure` is thought to find. */
  recall: z.number().min(0.01).max(1).default(0.7),
  /** `rules`: believe `sure`. `expected`: begin there, then agree with what the scored pairs say. */
  prior: z.enum(['rules', 'expected']).default('expected'),
})

/** How two files, or one with itself, are linked. Documented in docs/linkage.md. */
export const Settings = z.strictObject({
  version: z.literal(1),
  /** Column with the number of each record. The first of the file when absent. */
  id: FileColumn.optional(),
  /** Column that says where a record comes from. The file's name when absent. */
  source: FileColumn.optional(),
  /** Pairs within one source, between two, or both. */
  link: z.enum(['within', 'between', 'both']).default('both'),
  /** Other names of a column in another file: { "surname": ["last_name"] }. */
  alias: z.record(FileColumn, z.array(FileColumn)).default({}),
  /** Texts that mean "nothing was written". */
  missing: z
    .array(z.string())
    .default([
      'NA',
      'N/A',
      'NULL',
      'null',
      'NaN',
      'None',
      '-',
      'unknown',
      'did_not_say',
      'not_asked',
      'not_applicable',
    ]),
  /** Columns of the file in which those texts mean what they say (NA is Namibia). */
  literal: z.array(FileColumn).default([]),
  prepare: z.array(Preparing).min(1),
  compare: z.array(Comparison).min(1).max(20),
  block: z.array(Rule).min(1).max(20),
  /** Pairs of one rule at the most, for each record of the file; larger blocks are left out, with a warning. */
  pairsPerRecord: z.number().min(1).default(20),
  train: Training.prefault({}),
  /** Pairs below this weight (log2 odds) are not written. */
  floor: z.number().default(-10),
  /** Records linked with at least this probability are one person. */
  threshold: z.number().min(0).max(1).default(0.5),
  /** `connected`: a friend of a friend is a friend. `average`: a group must agree as a whole. `one-to-one`: one record of each source. */
  cluster: z.enum(['connected', 'average', 'one-to-one']).default('average'),
})
export type Settings = z.infer<typeof Settings>

/** @throws LinkageProblem `settings_invalid` naming each place and what is wrong there. */
export function parseSettings(value: unknown): Settings {
  const parsed = Settings.safeParse(value)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues
    .slice(0, 10)
    .map(issue => `  ${issue.path.join('.') || 'settings'}: ${issue.message}`)
  throw new LinkageProblem('settings_invalid', `The settings cannot be used.\n${lines.join('\n')}`)
}

export const columnOf = (term: Term): string => (typeof term === 'string' ? term : term.column)
