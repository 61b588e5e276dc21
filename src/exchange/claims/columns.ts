import { fold } from '#figures/proof/book.ts'
import { ImportProblem } from '../problem.ts'
import type { Header } from '../table.ts'

/** Columns of a file of claims. Only `indicator` and `value` must be there; docs/proof.md explains each. */
export const claimColumns = [
  'id',
  'indicator',
  'unit',
  'value',
  'measure',
  'dimension',
  'category',
  'part_of',
  'parts',
  'response',
  'base',
  'period',
  'accumulation',
  'scope',
  'change_from',
  'change_to',
  'change_base_year',
  'against',
  'threshold',
  'members',
  'source',
  'coverage',
  'cut_off',
  'published',
  'section',
  'figure',
  'note',
  'text',
  'public',
] as const
export type ClaimColumn = (typeof claimColumns)[number]

export interface ClaimColumns {
  readonly count: number
  readonly at: ReadonlyMap<ClaimColumn, number>
  /** Columns that are nobody's; said, and not read. */
  readonly ignored: readonly string[]
}

/** Which column is where. "Part of" and "part-of" are `part_of`. @throws ImportProblem when a needed one is missing. */
export function columnsOf(header: Header): ClaimColumns {
  const named = header.names.map(name => fold(name).replace(/[ -]+/g, '_'))
  const at = new Map<ClaimColumn, number>()
  for (const column of claimColumns) {
    const place = named.indexOf(column)
    if (place >= 0) at.set(column, place)
  }
  const missing = (['indicator', 'value'] as const).filter(column => !at.has(column))
  if (missing.length > 0) throw new ImportProblem('columns_missing', { columns: missing.join(', ') })
  const known: ReadonlySet<string> = new Set(claimColumns)
  const ignored = header.names.filter((name, place) => name !== '' && !known.has(named[place] ?? ''))
  return { count: named.length, at, ignored }
}
