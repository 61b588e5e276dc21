import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publish } from '#register/publications.ts'
import { asOwner, inWork } from '#register/work.ts'
import { outputsOf } from '#reports/outputs.ts'
import type { Report } from '#reports/report.ts'
import { numbered } from '#reports/numbered.ts'
import { draft } from '../reports/sample.ts'
import { type Asker, type House, openHouse } from './house.ts'

/** Reports through the API: made in the background, stopped, published for good, as published beside as now. */
let house: House
let writer: Asker
let second: Asker
let worker: Asker
let elsewhere: Asker
const ids = { writer: '', kyiv: '' }

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  const kyiv = await house.office('KYV', top)
  const rome = await house.office('ROM', top)
  ids.kyiv = kyiv.id
  ids.writer = await house.account('writer', [{ role: 'report_writer', office: top.id, scope: 'all' }])
  writer = await house.as(ids.writer)
  second = await house.as(await house.account('second', [{ role: 'report_writer', office: top.id, scope: 'all' }]))
  worker = await house.as(await house.account('worker', [{ role: 'caseworker', office: kyiv.id, scope: 'office' }]))
  elsewhere = await house.as(
    await house.account('elsewhere', [{ role: 'data_focal_point', office: rome.id, scope: 'office' }]),
  )
  await fact(1)
})
afterAll(() => house.close())

let serial = 0
/** An instance of 2011 in Kyiv, as the figures see it. */
const fact = (count: number) =>
  asOwner(house.register, async client => {
    serial += 1
    const id = `00000002-0000-7000-8000-${String(serial).padStart(12, '0')}`
    return client.query(
      `insert into fact_instance (office_id, case_id, year, slot, count, route) values ($1, $2, 2011, 2011, $3, $4)`,
      [ids.kyiv, id, count, (await house.register.codes.learn([['case_file']]))[0]],
    )
  })

const year = { kind: 'year', mode: 'internal', parameters: { year: '2011' } }

interface Job {
  readonly id: string
  readonly state: string
  readonly files: { name: string; sha256: string }[]
}

async function finished(who: Asker, id: string): Promise<Job> {
  for (;;) {
    const job = (await who.ask('GET', `/reports/jobs/${id}`)).json<Job>()
    if (job.state !== 'running') return job
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

async function made(who: Asker): Promise<Job> {
  const begun = await who.ask('POST', '/reports', year)
  expect(begun.statusCode).toBe(200)
  return finished(who, begun.json<Job>().id)
}

test('a report is made in the background, belongs to whoever asked, and is downloaded in each format', async () => {
  const job = await made(writer)
  expect(job.state).toBe('done')
  expect(job.files.map(({ name }) => name)).toContain('report.pdf')
  for (const { name, sha256 } of job.files) {
    const file = await writer.ask('GET', `/reports/jobs/${job.id}/files/${name}`)
    expect(createHash('sha256').update(file.rawPayload).digest('hex'), name).toBe(sha256)
    expect(file.headers['content-disposition']).toContain('attachment')
  }
  expect((await second.ask('GET', `/reports/jobs/${job.id}`)).statusCode).toBe(404)
  expect((await second.ask('GET', `/reports/jobs/${job.id}/files/report.html`)).statusCode).toBe(404)
  expect((await writer.ask('DELETE', `/reports/jobs/${job.id}`)).statusCode).toBe(200)
  expect((await writer.ask('GET', `/reports/jobs/${job.id}`)).statusCode).toBe(404)
})

test('one at a time; stopping stops it', async () => {
  const begun = (await writer.ask('POST', '/reports', year)).json<Job>()
  expect((await writer.ask('POST', '/reports', year)).statusCode).toBe(429)
  await writer.ask('DELETE', `/reports/jobs/${begun.id}`)
  const job = await finished(writer, begun.id)
  expect(job).toMatchObject({ state: 'stopped', files: [] })
  expect((await writer.ask('POST', `/reports/jobs/${begun.id}/publish`)).statusCode).toBe(404)
})

test.each([
  [{ ...year, kind: 'nonsense' }, 'unknown_kind'],
  [{ ...year, parameters: { year: 'soon' } }, 'bad_parameter'],
])('what cannot be made is refused before it begins: %j', async (body, code) => {
  const refused = await writer.ask('POST', '/reports', body)
  expect(refused.statusCode).toBe(422)
  expect(refused.json().problems[0].code).toBe(code)
})

test.each(['year', 'annual', 'snapshot', 'donor', 'situation'])(
  'the report %s is made for the public too',
  async kind => {
    const kinds = (await writer.ask('GET', '/reports/kinds')).json<{ id: string; modes: string[] }[]>()
    expect(kinds.find(({ id }) => id === kind)?.modes).toEqual(['internal', 'public'])
  },
)

test('publishing keeps the files byte for byte, for good; a late entry shows as now and not as published', async () => {
  const job = await made(writer)
  const { id } = (await writer.ask('POST', `/reports/jobs/${job.id}/publish`)).json<{ id: string }>()
  const [item] = (await writer.ask('GET', '/publications')).json().items
  expect(item).toMatchObject({ id, kind: 'year', mode: 'internal', parameters: { year: '2011' }, mayApprove: false })
  expect(new Map(item.files.map((file: { name: string; sha256: string }) => [file.name, file.sha256]))).toEqual(
    new Map(job.files.map(({ name, sha256 }) => [name, sha256])),
  )
  await fact(3)
  for (const { name, sha256 } of job.files) {
    const file = await writer.ask('GET', `/publications/${id}/files/${name}`)
    expect(createHash('sha256').update(file.rawPayload).digest('hex'), name).toBe(sha256)
  }
  const comparing = (await writer.ask('POST', `/publications/${id}/compare`)).json<Job>()
  expect((await finished(writer, comparing.id)).state).toBe('done')
  const { figures } = (await writer.ask('GET', `/reports/jobs/${comparing.id}/comparison`)).json()
  const bySex = figures.find((figure: { id: string }) => figure.id === 'instances-sex')
  expect(bySex).toMatchObject({ changed: true, base: { published: 1, now: 4 } })
})

test('what is stored makes the same files again, with the questions, the cut-off and the dictionary', async () => {
  const job = await made(writer)
  const { id } = (await writer.ask('POST', `/reports/jobs/${job.id}/publish`)).json<{ id: string }>()
  const { rows } = await asOwner(house.register, client =>
    client.query<{ report: Report; queries: { indicator: string }[]; dictionary: number; cutOff: Date }>(
      'select report, queries, dictionary, cut_off as "cutOff" from publication where id = $1',
      [id],
    ),
  )
  const [kept] = rows
  if (!kept) throw new Error('It is published.')
  expect(kept.queries.length).toBeGreaterThan(5)
  expect(kept.queries[0]).toMatchObject({ indicator: 'instances', year: 2011 })
  expect(kept.cutOff.toISOString()).toBe(kept.report.cutOff)
  expect(kept.dictionary).toBe(house.register.dictionary().version)
  const again = await outputsOf(kept.report, { signal: new AbortController().signal, progress: () => undefined })
  expect(again.map(({ name, sha256 }) => [name, sha256])).toEqual(job.files.map(({ name, sha256 }) => [name, sha256]))
})

test('nobody changes or deletes what was published, the owner of the database neither', async () => {
  for (const table of ['publication', 'publication_output', 'publication_approval'])
    for (const sql of [`delete from ${table}`, `truncate ${table} cascade`])
      await expect(asOwner(house.register, client => client.query(sql))).rejects.toThrow('neither changed nor deleted')
  await expect(
    asOwner(house.register, client => client.query(`update publication set title = 'other'`)),
  ).rejects.toThrow('neither changed nor deleted')
})

test('who may count but not publish sees no internal report, nor does a publisher of another office', async () => {
  const [item] = (await writer.ask('GET', '/publications')).json().items
  for (const other of [worker, elsewhere]) {
    expect((await other.ask('GET', '/publications')).json().items).toEqual([])
    expect((await other.ask('GET', `/publications/${item.id}/files/report.html`)).statusCode).toBe(404)
    expect((await other.ask('POST', `/publications/${item.id}/compare`)).statusCode).toBe(404)
  }
  expect((await second.ask('GET', '/publications')).json().items.length).toBeGreaterThan(0)
  const job = await made(worker)
  expect((await worker.ask('POST', `/reports/jobs/${job.id}/publish`)).statusCode).toBe(403)
})

describe('small numbers', () => {
  const annual = { kind: 'year', mode: 'public', parameters: { year: '2011' } }
  const makePublic = async () => {
    const begun = (await writer.ask('POST', '/reports', annual)).json<Job>()
    return finished(writer, begun.id)
  }
  const published = async (job: Job, name: string) =>
    (await writer.ask('GET', `/reports/jobs/${job.id}/files/${name}`)).payload
  const administrator = async (office: string) => {
    const grants = [{ role: 'administrator' as const, office, scope: 'region' as const }]
    return house.as(await house.account(`admin-${office}`, grants))
  }

  test('5 holds until somebody who manages the whole organisation chooses more, never less', async () => {
    const top = house.register.offices().byCode('HQ')?.id ?? ''
    const [admin, local] = [await administrator(top), await administrator(ids.kyiv)]
    expect((await writer.ask('GET', '/small-numbers')).json()).toEqual({
      threshold: 5,
      least: 5,
      most: 100,
      usual: 5,
      setBy: null,
      setAt: null,
    })
    for (const threshold of [4, 101, 0, -5])
      expect((await admin.ask('PUT', '/small-numbers', { threshold })).statusCode, `${threshold}`).toBe(422)
    expect((await local.ask('PUT', '/small-numbers', { threshold: 11 })).statusCode).toBe(403)
    expect((await writer.ask('PUT', '/small-numbers', { threshold: 11 })).statusCode).toBe(403)
  })

  test('what is published keeps its own; what was made before must be made anew when more has to be hidden', async () => {
    const admin = await administrator((await house.office('NBO', house.register.offices().byCode('HQ'))).id)
    const top = house.register.offices().byCode('HQ')?.id ?? ''
    const above = await house.as(await house.account('above', [{ role: 'administrator', office: top, scope: 'all' }]))
    expect((await admin.ask('PUT', '/small-numbers', { threshold: 11 })).statusCode).toBe(403)
    await fact(7)
    const before = await makePublic()
    expect(await published(before, 'report.html')).toContain('numbers of persons from 1 to 4 are suppressed')
    const kept = (await writer.ask('POST', `/reports/jobs/${before.id}/publish`)).json<{ id: string }>()
    const late = await makePublic()
    expect((await above.ask('PUT', '/small-numbers', { threshold: 11 })).json()).toMatchObject({ threshold: 11 })
    const refused = await writer.ask('POST', `/reports/jobs/${late.id}/publish`)
    expect(refused.statusCode).toBe(422)
    expect(refused.payload).toContain('Make it anew')
    const anew = await makePublic()
    expect(await published(anew, 'report.html')).toContain('numbers of persons from 1 to 10 are suppressed')
    expect(JSON.parse(await published(anew, 'figures.json'))).toMatchObject({ mode: 'public', threshold: 11 })
    const [item] = (await writer.ask('GET', '/publications')).json().items
    expect(item).toMatchObject({ id: kept.id, threshold: 5 })
    // As now, under what held then: nothing is hidden only because more is hidden now.
    const comparing = (await writer.ask('POST', `/publications/${kept.id}/compare`)).json<Job>()
    expect((await finished(writer, comparing.id)).state).toBe('done')
    const { figures } = (await writer.ask('GET', `/reports/jobs/${comparing.id}/comparison`)).json()
    expect(figures.every(({ changed }: { changed: boolean }) => !changed)).toBe(true)
  })
})

test('a public report is public once somebody else than its publisher has approved it', async () => {
  const report = numbered(draft)
  const outputs = await outputsOf(report, { signal: new AbortController().signal, progress: () => undefined })
  const actor = {
    id: ids.writer,
    kind: 'user' as const,
    grants: [
      {
        role: 'report_writer' as const,
        office: house.register.offices().byCode('HQ')?.id ?? '',
        scope: 'all' as const,
      },
    ],
  }
  const id = await inWork(house.register, actor, work =>
    publish(work, {
      kind: 'sample',
      parameters: {},
      mode: 'public',
      title: report.title,
      cutOff: report.cutOff,
      queries: [],
      report,
      outputs,
    }),
  )
  const seenBy = async (who: Asker) =>
    (await who.ask('GET', '/publications')).json().items.find((item: { id: string }) => item.id === id)
  expect(await seenBy(worker)).toBeUndefined()
  expect((await seenBy(writer)).mayApprove).toBe(false)
  expect((await writer.ask('POST', `/publications/${id}/approve`)).statusCode).toBe(422)
  expect((await worker.ask('POST', `/publications/${id}/approve`)).statusCode).toBe(403)
  expect((await elsewhere.ask('POST', `/publications/${id}/approve`)).statusCode).toBe(404)
  expect((await seenBy(second)).mayApprove).toBe(true)
  expect((await second.ask('POST', `/publications/${id}/approve`)).statusCode).toBe(200)
  expect((await second.ask('POST', `/publications/${id}/approve`)).statusCode).toBe(409)
  expect(await seenBy(worker)).toMatchObject({ id, mayApprove: false })
  expect((await worker.ask('GET', `/publications/${id}/files/report.pdf`)).statusCode).toBe(200)
})
