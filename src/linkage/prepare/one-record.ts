import type { Engine } from '../engine/engine.ts'
import type { Settings } from '../settings/settings.ts'
import { makingOf } from './made.ts'
import { preparedFor } from './records.ts'

/** A record by column of the file. */
export type Row = Readonly<Record<string, string | null>>

/** What was written in a column of a record, null where nothing was; as `prepareRecords` reads it of a file. */
export function written(settings: Pick<Settings, 'missing' | 'literal'>, row: Row, column: string): string | null {
  const text = row[column]?.trim() || null
  return text !== null && !settings.literal.includes(column) && settings.missing.includes(text) ? null : text
}

/** Writes one record into a table of its own, as `prepareRecords` would; without asking the engine a dozen times. */
export function recordWriter(engine: Engine, settings: Settings, table: string): (row: Row) => Promise<void> {
  const used = preparedFor(settings)
  const makings = settings.prepare.map(entry => ({ entry, making: makingOf(entry, used) }))
  const made = makings.flatMap(({ making }) => making.columns)
  return row =>
    engine.load(table, {
      names: ['row', 'source', 'source_no', 'id', ...made.map(({ column }) => column)],
      types: ['integer', 'text', 'integer', 'text', ...made.map(({ type }) => type)],
      values: [
        [1],
        ['new'],
        [1],
        ['new'],
        ...makings.flatMap(({ entry, making }) =>
          making.make(entry.from.map(column => [written(settings, row, column)])),
        ),
      ],
    })
}
