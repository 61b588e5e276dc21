import type pg from 'pg'
import { type OfficeTree, officeTree } from '#access/office-tree.ts'

/** The organisation tree is small (hundreds of rows): it is held in memory and read again when it changes. */
export const officeKinds = [
  'headquarters',
  'regional_office',
  'mission',
  'sub_office',
  'partner',
  'outside_source',
] as const
export type OfficeKind = (typeof officeKinds)[number]

export interface OfficeRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: OfficeKind
  readonly parent: string | null
  readonly country: string | null
  readonly region: string | null
  /** From when to when it is there, as far as it is known: 2008, 2008-05, 2008-05-09. Null: not recorded, or still open. */
  readonly opened: string | null
  readonly closed: string | null
  readonly version: number
}

export interface OfficeDirectory {
  all(): readonly OfficeRow[]
  byId(id: string): OfficeRow | undefined
  byCode(code: string): OfficeRow | undefined
  readonly tree: OfficeTree
}

export async function loadOffices(client: Pick<pg.ClientBase, 'query'>): Promise<OfficeDirectory> {
  const { rows } = await client.query<OfficeRow>(
    'select id, code, name, kind, parent, country, region, opened, closed, version from office order by code',
  )
  return directoryOf(rows)
}

/** Whether the office was there in any of these years; what is not recorded rules nothing out. */
export function wasOpen({ opened, closed }: Pick<OfficeRow, 'opened' | 'closed'>, years: readonly string[]): boolean {
  const known = years.filter(year => /^\d{4}$/.test(year))
  if (known.length === 0) return true
  return known.some(
    year => (opened === null || opened.slice(0, 4) <= year) && (closed === null || closed.slice(0, 4) >= year),
  )
}

/** The directory of rows that are at hand. */
export function directoryOf(rows: readonly OfficeRow[]): OfficeDirectory {
  const byId = new Map(rows.map(row => [row.id, row]))
  const byCode = new Map(rows.map(row => [row.code.toUpperCase(), row]))
  return {
    all: () => rows,
    byId: id => byId.get(id),
    byCode: code => byCode.get(code.toUpperCase()),
    tree: officeTree(rows.map(({ id, parent }) => ({ id, parent }))),
  }
}
