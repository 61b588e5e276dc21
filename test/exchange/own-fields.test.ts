import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCore } from '#exchange/core/import.ts'
import { exportHtcds } from '#exchange/htcds/export.ts'
import { importHtcds } from '#exchange/htcds/import.ts'
import { importOwnFields } from '#exchange/own-fields.ts'
import { type ScratchFolder, type ScratchRegister, scratchFolder, scratchRegister } from './scratch.ts'

let scratch: ScratchRegister
let folder: ScratchFolder
beforeAll(async () => {
  scratch = await scratchRegister()
  folder = scratchFolder()
})
afterAll(async () => {
  await scratch?.close()
  folder?.remove()
})

const read = (path: string) => readFile(path, 'utf8')

const extension = {
  lists: [
    {
      id: 'own_shelter',
      label: { en: 'Shelter' },
      codes: [
        { code: 'north', label: { en: 'North house' } },
        { code: 'south', label: { en: 'South house' } },
      ],
    },
  ],
  fields: [
    {
      type: 'case',
      id: 'own_shelter',
      kind: 'code',
      list: 'own_shelter',
      label: { en: 'Shelter' },
      class: 'open',
      core: 'shelter',
      dimension: true,
    },
  ],
}

test('an own field from a file is at once a column of imports and exports and a dimension', async () => {
  const published = await importOwnFields(scratch.register, folder.file('own.json', JSON.stringify(extension)), read)
  expect(published).toMatchObject({ ok: true })

  const file = folder.file('core.csv', 'office,year,shelter\nKYIV,2011,north\nKYIV,2011,unknown\n')
  await importCore(scratch.register, {
    file,
    offices: folder.file('offices.csv', 'code,name\nKYIV,Kyiv\n'),
    acceptValid: false,
    refused: folder.path('refused.csv'),
    dryRun: false,
  })
  expect(await scratch.rows('select word(d_own_shelter) as shelter from fact_instance order by 1')).toEqual([
    { shelter: 'north' },
    { shelter: 'unknown' },
  ])

  const sheet = folder.path('sheet.csv')
  await exportHtcds(scratch.register, { file: sheet, office: 'KYIV', withIdentity: false, replace: false })
  expect(readFileSync(sheet, 'utf8').split('\r\n')[0]).toContain('case.own_shelter')
  await importHtcds(scratch.register, { file: sheet, office: 'KYIV', acceptValid: false, refused: '', dryRun: false })
  expect(
    await scratch.rows(`select content->>'own_shelter' as shelter from record where type = 'case' order by 1`),
  ).toEqual([{ shelter: 'north' }, { shelter: 'north' }, { shelter: 'unknown' }, { shelter: 'unknown' }])
})

test('a built-in field cannot be redefined, and what is not JSON is refused', async () => {
  const redefined = { fields: [{ ...extension.fields[0], id: 'sex', type: 'person' }] }
  expect(
    await importOwnFields(scratch.register, folder.file('bad.json', JSON.stringify(redefined)), read),
  ).toMatchObject({ ok: false })
  await expect(importOwnFields(scratch.register, folder.file('no.json', '{'), read)).rejects.toThrow('not valid JSON')
})
