import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, staffAt } from './money-house.ts'

/**
 * AS16 and AS15 against a publication: what was published stays byte for byte. A corrected age moves one person “as now”; an erasure
 * moves nobody, then or now.
 */
let house: House
let kyiv: OfficeRow
let worker: Asker
let writer: Asker
let officer: Asker
let officerId: string

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  writer = await staffAt(house, 'report_writer', hq, 'all')
  officerId = await house.account('dpo', [{ role: 'data_protection_officer', office: hq.id, scope: 'all' }])
  officer = await house.as(officerId)
  for (const age of [16, 30, 31]) await aFile(worker, kyiv.id, { sex: 'female' }, { ageAtAssistance: age })
})
afterAll(() => house.close())

interface Job {
  readonly id: string
  readonly state: string
}
const finished = async ({ id }: Job): Promise<Job> => {
  for (;;) {
    const job = (await writer.ask('GET', `/reports/jobs/${id}`)).json<Job>()
    if (job.state !== 'running') return job
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

async function published(): Promise<string> {
  const begun = await writer.ask('POST', '/reports', { kind: 'year', mode: 'internal', parameters: { year: '2026' } })
  expect(begun.statusCode).toBe(200)
  const job = await finished(begun.json())
  expect(job.state).toBe('done')
  return (await writer.ask('POST', `/reports/jobs/${job.id}/publish`)).json<{ id: string }>().id
}

/** Fingerprint of every file of the publication, as it is served. */
async function filesOf(publication: string): Promise<readonly string[]> {
  const items = (await writer.ask('GET', '/publications')).json().items as { id: string; files: { name: string }[] }[]
  const files = items.find(({ id }) => id === publication)?.files ?? []
  expect(files.length).toBeGreaterThan(3)
  return Promise.all(
    files.map(async ({ name }) => {
      const { rawPayload } = await writer.ask('GET', `/publications/${publication}/files/${name}`)
      return `${name} ${createHash('sha256').update(rawPayload).digest('hex')}`
    }),
  )
}

interface Compared {
  readonly id: string
  readonly changed: boolean
  readonly rows: readonly { readonly label: string; readonly published: unknown; readonly now: unknown }[]
}
async function comparison(publication: string): Promise<readonly Compared[]> {
  const job = await finished((await writer.ask('POST', `/publications/${publication}/compare`)).json())
  expect(job.state).toBe('done')
  return (await writer.ask('GET', `/reports/jobs/${job.id}/comparison`)).json().figures
}

async function decided(file: Opened, kind: 'rectification' | 'erasure'): Promise<string> {
  const of = { type: 'rights_request', office: kyiv.id, person: file.person }
  const request = await accepted(worker, { ...of, set: { kind, receivedOn: '2026-03-01' } })
  const granted = { state: 'decided', decision: 'granted', decidedBy: officerId, decidedOn: '2026-03-02' }
  await accepted(officer, { ...of, record: request, base: 1, set: granted })
  return request
}

test('AS16 a corrected age: the publication stays as it is, and as now one grown-up is a child', async () => {
  const file = await aFile(worker, kyiv.id, { sex: 'female' }, { ageAtAssistance: 19 })
  const publication = await published()
  const files = await filesOf(publication)
  expect((await comparison(publication)).filter(({ changed }) => changed)).toEqual([])

  await decided(file, 'rectification')
  await accepted(worker, { type: 'case', ...file, record: file.case, base: 1, set: { ageAtAssistance: 17 } })

  expect(await filesOf(publication)).toEqual(files)
  const byAge = (await comparison(publication)).find(({ rows }) =>
    rows.some(({ label }) => label === 'Child (under 18)'),
  )
  expect(byAge?.changed).toBe(true)
  expect(byAge?.rows.map(({ label, published: then, now }) => [label, then, now])).toEqual(
    expect.arrayContaining([
      ['Adult (18 or older)', 3, 2],
      ['Child (under 18)', 1, 2],
    ]),
  )
})

test('AS15 an erasure: the publication stays as it is, and nothing of it differs from what is counted now', async () => {
  const file = await aFile(worker, kyiv.id, { givenNames: 'Zqerased', sex: 'male' }, { ageAtAssistance: 40 })
  const publication = await published()
  const files = await filesOf(publication)

  const request = await decided(file, 'erasure')
  expect((await officer.ask('POST', `/rights-requests/${request}/erase`)).statusCode).toBe(200)
  expect((await worker.ask('POST', '/find', { text: 'Zqerased' })).json().matches).toEqual([])

  expect(await filesOf(publication)).toEqual(files)
  const figures = await comparison(publication)
  expect(figures.length).toBeGreaterThan(3)
  expect(figures.filter(({ changed }) => changed)).toEqual([])
})
