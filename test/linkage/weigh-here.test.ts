import { expect, onTestFinished, test } from 'vitest'
import { openDuckdb } from '#linkage/engine/duckdb.ts'
import { weighAgainst } from '#linkage/predict/weigh.ts'
import { weighHere } from '#linkage/predict/weigh-here.ts'
import { recordWriter } from '#linkage/prepare/one-record.ts'
import { prepareRecords } from '#linkage/prepare/records.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { knownModel } from '#matching/known-model.ts'
import { personColumns } from '#matching/person-columns.ts'
import { listener } from './files.ts'

test('plain code and the engine give the same weights and levels, in every script and with whatever is missing', async () => {
  const made = [...migrants({ persons: 130, seed: 8 })].map(({ registration }) => registration)
  const rows = made.map(registration =>
    Object.fromEntries(personColumns.map(column => [column, registration[column].trim() || null])),
  )
  const engine = await openDuckdb({ threads: 1, megabytes: 512, spills: false })
  onTestFinished(() => engine.close())
  const load = (table: string, ids: readonly string[], of: typeof rows) =>
    engine.load(table, {
      names: ['source_of_record', 'id_of_record', ...personColumns],
      types: ['text', 'text', ...personColumns.map(() => 'text' as const)],
      values: [ids.map(() => ''), ids, ...personColumns.map(column => of.map(row => row[column] ?? null))],
    })
  // Rows of the engine are in the order of the ids.
  const known = rows.map((row, at) => ({ id: String(1_000 + at), row }))
  await load(
    'raw',
    known.map(({ id }) => id),
    rows,
  )
  await prepareRecords(engine, knownModel.settings, listener())
  const plainly = (found: Awaited<ReturnType<typeof weighAgainst>>) =>
    Object.fromEntries(found.map(({ id, weight, levels }) => [id, [weight.toFixed(6), levels]]))
  const write = recordWriter(engine, knownModel.settings, 'record_new')
  let alike = 0
  for (const row of rows.slice(0, 25)) {
    await write(row)
    const found = await weighAgainst(
      engine,
      knownModel,
      known.map((_, at) => at + 1),
    )
    expect(plainly(weighHere(knownModel, row, known))).toEqual(plainly(found))
    alike += found.filter(({ probability }) => probability > 0.5).length
  }
  // Each is there, and some are there twice.
  expect(alike).toBeGreaterThan(30)
})
