import type { Stored } from '../engine/engine.ts'
import type { Preparing } from '../settings/settings.ts'
import type { ColumnType } from '../sql/dialect.ts'
import { marks, marksName, packed } from '../sql/lists.ts'
import type { Prepared } from './preparation.ts'
import { preparationOf } from './preparations.ts'

/** Values as written, by part; all parts are of one length. */
export type Parts = readonly (readonly (string | null)[])[]

/** One entry of the settings at work: columns as a table holds them, out of values as people wrote them. */
export interface Making {
  readonly columns: readonly { readonly column: string; readonly type: ColumnType }[]
  /** @returns by column the cell of each row. */
  make(parts: Parts): Stored[][]
}

interface Output {
  readonly column: string
  readonly type: ColumnType
  readonly cell: (made: Readonly<Record<string, Prepared>>) => Stored
}

/** @param used columns that somebody reads; the others are not made. */
export function makingOf(entry: Preparing, used: ReadonlySet<string>): Making {
  const preparation = preparationOf(entry)
  const outputs = Object.entries(preparation.outputs)
    .flatMap(([suffix, type]) => outputsOf(suffix, type, suffix === '' ? entry.as : `${entry.as}_${suffix}`))
    .filter(({ column }) => used.has(column))
  const prepare = preparation.prepare({ order: entry.order, roles: entry.roles })
  return {
    columns: outputs.map(({ column, type }) => ({ column, type })),
    make(parts) {
      const made = outputs.map((): Stored[] => [])
      for (let row = 0; row < (parts[0]?.length ?? 0); row++) {
        const result = prepare(parts.map(part => part[row] ?? null))
        for (const [i, { cell }] of outputs.entries()) made[i]?.push(cell(result))
      }
      return made
    },
  }
}

/** A list becomes a text, and a number beside it. */
function outputsOf(suffix: string, type: ColumnType | 'list', column: string): Output[] {
  const plain: Output['cell'] = made => {
    const value = made[suffix] ?? null
    return isList(value) ? packed(value) : value
  }
  if (type !== 'list') return [{ column, type, cell: plain }]
  const bits: Output['cell'] = made => {
    const value = made[suffix] ?? null
    return isList(value) ? marks(value) : null
  }
  return [
    { column, type: 'text', cell: plain },
    { column: marksName(column), type: 'integer', cell: bits },
  ]
}

const isList = (value: Prepared): value is readonly string[] => typeof value === 'object' && value !== null
