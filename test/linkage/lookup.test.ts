import { expect, onTestFinished, test } from 'vitest'
import { openDuckdb } from '#linkage/engine/duckdb.ts'
import { link } from '#linkage/link.ts'
import { openLookup } from '#linkage/predict/lookup.ts'
import { lookAt } from '#linkage/prepare/csv.ts'
import { loadFiles } from '#linkage/prepare/load.ts'
import { csv, listener } from './files.ts'
import { lines, people } from './people.ts'

test('one new registration gets the weights that a linkage of both files gives', async () => {
  const { header, records } = people(150, { seed: 21 })
  const newcomers = records.filter((_, i) => i % 25 === 0)
  const known = records.filter(record => !newcomers.includes(record))
  const base = csv(lines(header, known), 'known.csv')
  const { model: whole } = await link({ files: [csv(lines(header, records))], link: 'both' }, listener())
  // A rule that compares everybody needs no index; here the index is what is tried.
  const model = {
    ...whole,
    settings: {
      ...whole.settings,
      block: [
        ['born'],
        ['givenname', 'familyname'].map(
          name => whole.settings.prepare.find(each => each.as.replaceAll('_', '') === name)?.as ?? name,
        ),
      ],
    },
  }
  const engine = await openDuckdb()
  onTestFinished(() => engine.close())
  await loadFiles(engine, [await lookAt(base)], { id: 'number', source: undefined, alias: {} }, listener())
  const lookup = await openLookup(engine, model, listener())
  const batch = await link(
    { files: [base, csv(lines(header, newcomers), 'new.csv')], model, link: 'between' },
    listener(),
  )
  const expected = [...batch.links.weight.keys()].map(i => {
    const [l, r] = [batch.links.left[i] as number, batch.links.right[i] as number]
    const [mine, theirs] = batch.source[l] === 'new' ? [l, r] : [r, l]
    return `${batch.id[mine]} ${batch.id[theirs]} ${(batch.links.weight[i] as number).toFixed(6)}`
  })
  const found: string[] = []
  for (const { id, cells } of newcomers) {
    const row = Object.fromEntries(header.map((column, i) => [column, i === 0 ? id : (cells[i - 1] ?? null)]))
    for (const candidate of await lookup.find(row)) found.push(`${id} ${candidate.id} ${candidate.weight.toFixed(6)}`)
  }
  expect(found.length).toBeGreaterThan(3)
  expect(found.sort()).toEqual(expected.sort())
})
