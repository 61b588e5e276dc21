import type { Content } from '#dictionary/answer.ts'
import { openDuckdb } from '#linkage/engine/duckdb.ts'
import type { Engine } from '#linkage/engine/engine.ts'
import { type Candidate, weighAgainst } from '#linkage/predict/weigh.ts'
import { prepareRecords } from '#linkage/prepare/records.ts'
import type { Watch } from '#linkage/watch.ts'
import { knownModel } from './known-model.ts'
import { personColumns, personRow } from './person-columns.ts'

/** One engine for the process, a small one: a few records at a time, in memory only, and one question after the other. */
let opened: Promise<Engine> | null = null
let waiting: Promise<unknown> = Promise.resolve()

const silent: Watch = { step: () => undefined, warn: () => undefined }

/** A person held against others by the model, the likeliest first. Nothing of them stays. */
export function weigh(person: Content, others: readonly { id: string; content: Content }[]): Promise<Candidate[]> {
  if (others.length === 0) return Promise.resolve([])
  const found = waiting.then(async () => {
    opened ??= openDuckdb({ threads: 1, megabytes: 256, spills: false })
    const engine = await opened
    try {
      await load(engine, 'raw', others)
      await prepareRecords(engine, knownModel.settings, silent)
      await load(engine, 'raw_new', [{ id: 'new', content: person }])
      await prepareRecords(engine, knownModel.settings, silent, 'raw_new', 'record_new')
      return await weighAgainst(
        engine,
        knownModel,
        others.map((_, at) => at + 1),
      )
    } finally {
      for (const table of ['raw', 'record', 'raw_new', 'record_new', 'pairs_new'])
        await engine.run(`DROP TABLE IF EXISTS ${table}`)
    }
  })
  waiting = found.catch(() => null)
  return found
}

function load(engine: Engine, table: string, persons: readonly { id: string; content: Content }[]): Promise<void> {
  const rows = persons.map(({ content }) => personRow(content))
  return engine.load(table, {
    names: ['source_of_record', 'id_of_record', ...personColumns],
    types: ['text', 'text', ...personColumns.map(() => 'text' as const)],
    values: [
      persons.map(() => 'register'),
      persons.map(({ id }) => id),
      ...personColumns.map(column => rows.map(row => row[column])),
    ],
  })
}
