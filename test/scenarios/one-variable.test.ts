import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offeredFields } from '#dictionary/dictionary.ts'
import { messagesOf } from '#dictionary/catalogue.ts'
import { jsonSchemaOf } from '#dictionary/schema.ts'
import { importCore } from '#exchange/core/import.ts'
import { exportHtcds } from '#exchange/htcds/export.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'

/** The one place: a variable with its code list, as it is declared. Nothing else in the program knows of it. */
const declaration = {
  lists: [
    {
      id: 'own_harvest',
      label: { en: 'Harvest' },
      codes: [
        { code: 'tea', label: { en: 'Tea' } },
        { code: 'cotton', label: { en: 'Cotton' } },
      ],
    },
  ],
  fields: [
    {
      type: 'case',
      id: 'own_harvest',
      kind: 'code',
      list: 'own_harvest',
      label: { en: 'Harvest worked in' },
      class: 'open',
      core: 'harvest',
      dimension: true,
    },
  ],
}

let house: House
let folder: string
let worker: Asker
let office: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-variable-'))
  house = await openHouse()
  const top = await house.office('HQ')
  const kyiv = await house.office('KYV', top)
  office = kyiv.id
  const administrator = await house.as(
    await house.account('admin', [{ role: 'administrator', office: top.id, scope: 'all' }]),
  )
  const published = await administrator.ask('POST', '/dictionary/extensions', { base: 0, extension: declaration })
  expect(published.statusCode).toBe(200)
  worker = await house.as(await house.account('worker', [{ role: 'caseworker', office: office, scope: 'office' }]))
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

test('form: the field is offered with its label and choices', () => {
  const d = house.register.dictionary()
  expect(offeredFields(d, 'case').map(([id]) => id)).toContain('own_harvest')
  expect(messagesOf(d)).toMatchObject({ 'field.case.own_harvest': 'Harvest worked in', 'list.own_harvest.tea': 'Tea' })
})

test('API: it is sent, checked and read back; the schema of the record type names it', async () => {
  const dictionary = await worker.ask('GET', '/dictionary')
  expect(dictionary.json()).toMatchObject({ version: 1 })
  expect(JSON.stringify(jsonSchemaOf(house.register.dictionary(), 'case'))).toContain('own_harvest')
  const person = newId()
  const kase = newId()
  const of = { office, person, base: 0, madeAt: '2026-03-01T10:00:00Z', dictionary: 1 }
  const push = (harvest: string) =>
    worker.ask('POST', '/changes', {
      changes: [
        { ...of, id: newId(), type: 'person', record: person, case: null, set: { sex: 'male' } },
        {
          ...of,
          id: newId(),
          type: 'case',
          record: kase,
          case: kase,
          set: { registeredOn: '2026-02', own_harvest: harvest },
        },
      ],
    })
  expect((await push('silk')).json().results[1]).toMatchObject({
    status: 'refused',
    problems: [{ field: 'own_harvest' }],
  })
  expect((await push('tea')).json().results[1]).toMatchObject({ status: 'accepted' })
  expect((await worker.ask('GET', `/cases/${kase}`)).json().case).toMatchObject({
    content: { own_harvest: 'tea' },
    dictionary: 1,
  })
})

test('import, export and figure: a column and a dimension', async () => {
  const file = join(folder, 'core.csv')
  await writeFile(file, 'office,year,harvest\nKYV,2026,cotton\nKYV,2026,unknown\nKYV,2026,cotton\n')
  await importCore(house.register, {
    file,
    offices: null,
    acceptValid: false,
    refused: join(folder, 'refused.csv'),
    dryRun: false,
  })

  const sheet = join(folder, 'cases.csv')
  await exportHtcds(house.register, { file: sheet, office: null, withIdentity: false, replace: false })
  const text = await readFile(sheet, 'utf8')
  expect(text).toContain('own_harvest')
  expect(text.match(/cotton/gi)).toHaveLength(2)

  const figure = (
    await worker.ask('POST', '/figures', { indicator: 'instances', by: ['own_harvest'], year: 2026 })
  ).json()
  expect(figure.rows.map((row: { key: string; n: number }) => [row.key, row.n])).toEqual([
    ['cotton', 2],
    ['tea', 1],
    ['unknown', 1],
  ])
})
