import { afterAll, beforeAll, expect, test } from 'vitest'
import { importActivities } from '#exchange/activities/import.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type ScratchFolder, type ScratchRegister, scratchFolder, scratchRegister } from './scratch.ts'

let scratch: ScratchRegister
let folder: ScratchFolder
beforeAll(async () => {
  scratch = await scratchRegister()
  folder = scratchFolder()
  const row = { code: 'BER', name: 'Berlin', kind: 'mission' as const, parent: null, country: 'DE', region: 'EEA' }
  await inWork(scratch.register, systemActor, work => addOffice(work, row))
  await scratch.register.refresh()
})
afterAll(async () => {
  await scratch?.close()
  folder?.remove()
})

const header =
  'office,pillar,title,countries,from,languages,measure,number,qualifier,accumulation,number_from,number_to,material,sex'
const importing = (...lines: string[]) =>
  importActivities(scratch.register, { file: folder.file('a.csv', [header, ...lines].join('\n')), dryRun: false })
const faults = async (...lines: string[]) => {
  const error = await importing(...lines).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof LinesRefused)) throw new Error(`not refused by line: ${String(error)}`)
  return error.errors.map(({ line, column, reason, details }) => [line, column, reason, details?.['reason']])
}
const facts = () =>
  scratch.rows(
    `select word(d_output) as d_output, word(d_pillar) as d_pillar, words(d_activity_country) as d_activity_country,
       count::int, day::text from fact_output order by 1`,
  )

const flyer = 'BER,advocacy,Flyer on risks,DE,2022-05,de;en'
test('lines of one activity are one, with a number each; the same file again changes nothing', async () => {
  const lines = [
    `${flyer},printed,12000,,to_date,,2022-06-08,flyer,`,
    `${flyer},distributed,9500,,to_date,,2022-06-08,flyer,`,
  ]
  expect(await importing(...lines)).toMatchObject({ lines: 2, created: 3, changed: 0 })
  const of = { d_pillar: 'advocacy', d_activity_country: ['DE'], day: '2022-06-08' }
  const both = [
    { d_output: 'distributed', count: 9_500, ...of },
    { d_output: 'printed', count: 12_000, ...of },
  ]
  expect(await facts()).toEqual(both)
  expect(await importing(...lines)).toMatchObject({ created: 0, changed: 0, unchanged: 3 })
  const more = lines.map(line => line.replace(',9500,', ',9700,'))
  expect(await importing(...more)).toMatchObject({ created: 0, changed: 1, unchanged: 2 })
  expect((await facts())[0]).toMatchObject({ count: 9_700 })
})

test('the rules of the form hold for a file, every fault is named, and nothing is stored', async () => {
  const before = await facts()
  expect(
    await faults(
      `${flyer},printed,100,,,,2022-06-08,flyer,`,
      `${flyer},printed,100,,to_date,,2022-06-08,flyer,female`,
      `NOWHERE,advocacy,Flyer,DE,2022-05,,,,,,,,,`,
      `BER,advocacy,,DE,2022-05,,,,,,,,,`,
      `BER,advocacy,Flyer on risks,DE,2022-05,,printed,1,,to_date,,2022-06-08,poster,`,
      `BER,advocacy,Flyer on risks,AT,2022-05,,printed,1,,to_date,,2022-06-08,poster,`,
      `BER,advocacy,Flyer on risks,DE,2022-05,,printed,2,,to_date,,2022-06-08,poster,`,
    ),
  ).toEqual([
    [2, 'accumulation', 'not_accepted', 'number_needs_accumulation'],
    [3, 'sex', 'not_accepted', 'number_not_of_unit'],
    [4, 'office', 'unknown_office', undefined],
    [5, 'title', 'not_accepted', 'activity_incomplete'],
    [7, 'countries', 'contradicts', undefined],
    [8, 'number', 'twice', undefined],
  ])
  expect(await facts()).toEqual(before)
})
