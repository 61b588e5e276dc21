import type { Code } from '#dictionary/code-list.ts'
import { ctdcSchemas } from '#dictionary/ctdc.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'

/** Where the cells of one CTDC column go. The columns are not listed here: they follow from the dictionary's mappings. */
export type CtdcColumn =
  | { readonly kind: 'field'; readonly type: string; readonly field: string }
  | {
      readonly kind: 'flag'
      readonly sets: readonly { readonly type: string; readonly field: string; readonly code: string }[]
    }
  /** One mark for several codes at once: which of them is never known. */
  | {
      readonly kind: 'composite'
      readonly sets: readonly { readonly type: string; readonly field: string; readonly code: string }[]
    }
  /** Sex and labour together: yes for both where their own columns are silent. */
  | { readonly kind: 'both' }
  /** The relation to the recruiter is marked as unknown. */
  | { readonly kind: 'unknown_recruiter' }
  /** Joined labels and "not specified" marks, which repeat what the flags say. */
  | { readonly kind: 'repeats' }

/** Record types a CTDC row is spread over. */
export const ctdcTypes = ['person', 'case', 'episode'] as const

/** Stata cuts variable names at 32 characters; the 2021 file was published so. */
const stata = 32

const special: readonly (readonly [string, CtdcColumn])[] = [
  ['isSexAndLabour', { kind: 'both' }],
  ['recruiterRelationUnknown', { kind: 'unknown_recruiter' }],
  ...[
    'meansOfControlNotSpecified',
    'meansOfControlConcatenated',
    'typeOfExploitConcatenated',
    'typeOfLabourNotSpecified',
    'typeOfLabourConcatenated',
    'typeOfSexConcatenated',
    'RecruiterRelationship',
  ].map(name => [name, { kind: 'repeats' }] as const),
]

/** All columns of the schemas A, B and C this dictionary can read, by their names in lower case, cut names included. */
export function ctdcColumns(d: Dictionary): ReadonlyMap<string, CtdcColumn> {
  const found = new Map<string, CtdcColumn>()
  const put = (name: string, column: CtdcColumn) => {
    for (const spelling of spellings(name)) found.set(spelling, column)
  }
  for (const [name, column] of special) put(name, column)
  const flags = new Map<string, { reads: Target[]; shares: Target[] }>()
  for (const type of ctdcTypes) {
    for (const [field, declared] of Object.entries(d.recordTypes.get(type)?.fields ?? {})) {
      if (declared.ctdc !== undefined) put(declared.ctdc, { kind: 'field', type, field })
      if (declared.kind !== 'marks' || declared.list === undefined) continue
      for (const code of d.lists.get(declared.list)?.codes ?? []) collect(flags, { type, field, code: code.code }, code)
    }
  }
  for (const [name, { reads, shares }] of flags) {
    put(name, reads.length > 0 ? { kind: 'flag', sets: reads } : { kind: 'composite', sets: shares })
  }
  return found
}

interface Target {
  readonly type: string
  readonly field: string
  readonly code: string
}

function collect(flags: Map<string, { reads: Target[]; shares: Target[] }>, target: Target, code: Code): void {
  for (const schema of ctdcSchemas) {
    const name = code[schema]
    if (name === undefined) continue
    const entry = flags.get(name) ?? { reads: [], shares: [] }
    const into = code.exportOnly?.includes(schema) === true ? entry.shares : entry.reads
    if (!into.some(each => each.field === target.field && each.code === target.code)) into.push(target)
    flags.set(name, entry)
  }
}

/** The name, its later spelling (`sectorOf...` for `typeOf...`) and both cut at 32 characters; in lower case. */
function spellings(name: string): string[] {
  const names = [name, name.replace(/^typeOf(?=Labour|Sex)/, 'sectorOf')]
  return [...new Set([...names, ...names.map(each => each.slice(0, stata))].map(each => each.toLowerCase()))]
}
