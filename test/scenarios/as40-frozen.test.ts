import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { publishedReport } from '#register/publications.ts'
import { inWork, systemActor } from '#register/work.ts'
import { outputsOf } from '#reports/outputs.ts'
import type { Report } from '#reports/report.ts'
import type { CliContext } from '#cli/context.ts'
import { proofCommand } from '#cli/proof.ts'
import { scratchFolder } from '../exchange/scratch.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, staffAt } from './money-house.ts'

/**
 * AS40 for every kind of report: published, it keeps the fingerprint of each file, its PDF too; entered late, what differs
 * shows as published beside as now, each with its day; and what is kept makes the same files again.
 */
let house: House
let writer: Asker
let worker: Asker
let manager: Asker
let kyiv: OfficeRow
const project = { id: '' }

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  const as = async (role: Parameters<typeof staffAt>[1], office: OfficeRow, scope?: 'all') =>
    staffAt(house, role, office, scope)
  writer = await as('report_writer', hq, 'all')
  worker = await as('caseworker', kyiv)
  manager = await as('data_focal_point', kyiv)
  const funds = await as('fund_manager', hq, 'all')
  const write = (type: string, set: Content) => accepted(funds, { type, office: hq.id, set })
  const donor = await write('donor', { name: 'Norway', kind: 'government' })
  project.id = await write('project', { code: 'P.1', from: '2026', region: 'EECA' })
  await write('contribution', {
    donor,
    project: project.id,
    amount: { amount: '1000', currency: 'USD' },
    agreedOn: '2026-02-01',
  })
  await entered()
})
afterAll(() => house.close())

/** One person more, helped with the money of Norway, and one activity with its number. */
async function entered(): Promise<void> {
  const file = await aFile(worker, kyiv.id, { sex: 'female', nationality: ['UA'] }, { registeredOn: '2026-02-10' })
  await accepted(worker, {
    type: 'service',
    ...file,
    set: { type: 'legal', deliveredOn: '2026-02-11', projectRef: project.id },
  })
  await count(12)
}

const told = { activity: '' }
async function count(number: number): Promise<void> {
  const of = { office: kyiv.id }
  told.activity ||= await accepted(manager, {
    ...of,
    type: 'activity',
    set: {
      title: 'A training',
      pillar: 'training',
      kind: 'training',
      from: '2026-02-05',
      countries: ['UA'],
      state: 'done',
    },
  })
  await accepted(manager, {
    ...of,
    type: 'activity_number',
    set: {
      activity: told.activity,
      measure: 'participants',
      participants: 'police',
      number,
      accumulation: 'in_period',
      from: '2026-02-05',
      to: '2026-02-05',
    },
  })
}

interface Job {
  readonly id: string
  readonly state: string
  readonly problem: unknown
  readonly files: readonly { name: string; sha256: string }[]
}
interface Beside {
  readonly publishedCutOff: string
  readonly nowCutOff: string
  readonly figures: readonly {
    id: string
    changed: boolean
    rows: { published: unknown; now: unknown }[]
    base: unknown
  }[]
}

async function finished(begun: Awaited<ReturnType<Asker['ask']>>): Promise<Job> {
  expect(begun.statusCode, begun.payload).toBe(200)
  for (const { id } = begun.json<Job>(); ; ) {
    const job = (await writer.ask('GET', `/reports/jobs/${id}`)).json<Job>()
    if (job.state !== 'running') return job
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const kinds: readonly (readonly [kind: string, parameters: Record<string, string>, changed: string])[] = [
  ['annual', { year: '2026', base: '2025' }, 'regions'],
  ['situation', { from: '2026-02-01', to: '2026-02-28' }, 'told/training'],
  ['donor', { donor: 'Norway', year: '2026' }, 'persons-by-project'],
  ['snapshot', { country: 'UA', years: '2025-2026' }, 'citizens'],
  ['year', { year: '2026' }, 'instances-nationality'],
]

const publications = new Map<string, { readonly id: string; readonly job: Job }>()

test.each(kinds)('AS40 the report %s is published with the fingerprint of each file', async (kind, parameters) => {
  const job = await finished(await writer.ask('POST', '/reports', { kind, mode: 'internal', parameters }))
  expect(job.problem).toBeNull()
  expect(job.files.map(({ name }) => name)).toContain('report.pdf')
  const { id } = (await writer.ask('POST', `/reports/jobs/${job.id}/publish`)).json<{ id: string }>()
  publications.set(kind, { id, job })
})

test.each(kinds)(
  'AS40 %s entered late: both numbers with their days; the published files stay',
  async (kind, _, id) => {
    if (kind === 'annual') {
      house.clock.now = new Date('2026-03-02T09:10:00Z')
      await entered()
    }
    const kept = publications.get(kind)
    if (!kept) throw new Error('It is published.')
    const job = await finished(await writer.ask('POST', `/publications/${kept.id}/compare`))
    const beside = (await writer.ask('GET', `/reports/jobs/${job.id}/comparison`)).json<Beside>()
    expect([beside.publishedCutOff, beside.nowCutOff].map(at => at.slice(11, 16))).toEqual(['09:00', '09:10'])
    const figure = beside.figures.find(each => each.id === id)
    expect(figure, JSON.stringify(beside.figures.map(each => each.id))).toMatchObject({ changed: true })
    for (const { name, sha256 } of kept.job.files) {
      const file = await writer.ask('GET', `/publications/${kept.id}/files/${name}`)
      expect(createHash('sha256').update(file.rawPayload).digest('hex'), name).toBe(sha256)
    }
  },
)

test.each(kinds)('AS40 %s: what is kept makes the same files again, the PDF too', async kind => {
  const kept = publications.get(kind)
  const report = await inWork(house.register, systemActor, work => publishedReport(work, kept?.id ?? ''))
  const again = await outputsOf(report as Report, { signal: new AbortController().signal, progress: () => undefined })
  expect(again.map(({ name, sha256 }) => [name, sha256])).toEqual(
    kept?.job.files.map(({ name, sha256 }) => [name, sha256]),
  )
})

/** A figures.json as it was published, held against the register. */
async function held(name: string, change: (text: string) => string = text => text) {
  const { id = '' } = publications.get(name) ?? {}
  const file = change((await writer.ask('GET', `/publications/${id}/files/figures.json`)).payload)
  const begun = await house.app.inject({
    method: 'POST',
    url: '/api/figures/proof/register',
    headers: { cookie: writer.cookie, 'x-waymark': '1', 'content-type': 'application/octet-stream' },
    payload: Buffer.from(file),
  })
  const job = await finished(begun)
  expect(job.problem).toBeNull()
  return (await writer.ask('GET', `/reports/jobs/${job.id}/held`)).json()
}

test.each(kinds.filter(([kind]) => kind !== 'situation'))(
  'AS40 %s: its figures.json is known to the byte, and what came in late is named figure by figure',
  async kind => {
    const found = await held(kind)
    expect(found.published).toMatchObject({ id: publications.get(kind)?.id, same: true, held: { differing: [] } })
    expect(found.published.held.compared).toBeGreaterThan(3)
    expect(found.now.differing.length).toBeGreaterThan(0)
    for (const { differs } of found.now.differing) for (const each of differs) expect(each.printed).not.toBe(each.found)
  },
)

test('AS40 a figures.json that somebody changed is not the published one, and the number is named', async () => {
  const found = await held('year', text => text.replace(/"n": 1,\n/, '"n": 100,\n'))
  expect(found.published).toMatchObject({ id: publications.get('year')?.id, same: false })
  expect(found.published.held.differing).toEqual([
    expect.objectContaining({ differs: [{ label: null, printed: 100, found: 1 }] }),
  ])
})

test('what was counted from no register, or cannot be asked any more, is said and not passed over', async () => {
  const found = await held('year', text => {
    const file = JSON.parse(text) as { figures: { query: object | null }[] }
    const [first, second, ...others] = file.figures
    const figures = [{ ...first, query: { ...first?.query, indicator: 'gone' } }, { ...second, query: null }, ...others]
    return JSON.stringify({ ...file, figures })
  })
  expect(found.now.notCompared.map(({ number, why }: { number: number; why: string }) => [number, why])).toEqual([
    [1, 'cannot_be_asked'],
    [2, 'not_counted'],
  ])
})

test('waymark proof --against register says the same on the command line', async () => {
  const { id = '' } = publications.get('year') ?? {}
  const folder = scratchFolder()
  const file = folder.file('figures.json', (await writer.ask('GET', `/publications/${id}/files/figures.json`)).payload)
  const out: string[] = []
  const context: CliContext = {
    dataDir: '',
    json: false,
    out: line => out.push(line),
    err: () => undefined,
    openRegister: async () => house.register,
    close: async () => undefined,
  }
  await proofCommand(context).exitOverride().parseAsync([file, '--against', 'register'], { from: 'user' })
  expect(process.exitCode).toBe(1)
  process.exitCode = undefined
  folder.remove()
  expect(out.join('\n')).toMatch(
    /As published: this is the file of “Assistance recorded in 2026”, published .*, to the byte\./,
  )
  expect(out.join('\n')).toContain('base: printed 1, now 2')
})
