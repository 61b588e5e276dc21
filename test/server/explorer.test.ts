import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import type { Series } from '#figures/series.ts'
import { asOwner } from '#register/work.ts'
import { Series as SeriesContract } from '#server/contract/figures.ts'
import { type Asker, type House, openHouse } from './house.ts'

/** The explorer through the API: lines with their breaks, what is left over as one line, files, tables kept and shown. */
let house: House
let analyst: Asker
let worker: Asker
let colleague: Asker
let elsewhere: Asker
let officer: Asker
const ids = { top: '', kyiv: '', rome: '' }

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  const kyiv = await house.office('KYV', top)
  const rome = await house.office('ROM', top)
  Object.assign(ids, { top: top.id, kyiv: kyiv.id, rome: rome.id })
  const as = async (
    login: string,
    role: 'global_analyst' | 'caseworker' | 'supervisor' | 'data_protection_officer',
    office: string,
  ) => house.as(await house.account(login, [{ role, office, scope: office === top.id ? 'all' : 'office' }]))
  analyst = await as('analyst', 'global_analyst', top.id)
  worker = await as('worker', 'caseworker', kyiv.id)
  colleague = await as('colleague', 'supervisor', kyiv.id)
  elsewhere = await as('elsewhere', 'caseworker', rome.id)
  officer = await as('officer', 'data_protection_officer', top.id)
  await facts('KYV', 2009, ['UA'], 'female', 4)
  await facts('KYV', 2011, ['UA'], 'female', 5)
  await facts('KYV', 2011, ['UA', 'MD'], 'male', 1)
  await facts('KYV', 2011, ['BY'], 'male', 2)
  await facts('ROM', 2011, ['MD'], 'female', 2)
  await facts('ROM', 2011, null, 'female', 3)
  await calls('2011-03', 7)
  await calls('2011-05', 2)
  await calls(null, 1)
})
afterAll(() => house.close())

let serial = 0
/** Codes of answers, as fact tables hold them; 0: none. */
const coded = async (...answers: (readonly string[] | null)[]): Promise<number[]> => {
  const learned = [...(await house.register.codes.learn(answers.filter(answer => answer !== null)))]
  return answers.map(answer => (answer === null ? 0 : (learned.shift() ?? 0)))
}
const facts = async (office: 'KYV' | 'ROM', year: number, nationality: string[] | null, sex: string, count: number) => {
  const answers = await coded(['case_file'], [sex], nationality)
  return asOwner(house.register, client => {
    serial += 1
    const id = `00000002-0000-7000-8000-${String(serial).padStart(12, '0')}`
    return client.query(
      `insert into fact_instance (office_id, case_id, year, slot, count, route, d_sex, d_nationality) values ($1, $2, $3, $3, $4, $5, $6, $7)`,
      [office === 'KYV' ? ids.kyiv : ids.rome, id, year, count, ...answers],
    )
  })
}
const calls = async (month: string | null, count: number) => {
  const answers = await coded(['case_file'], month === null ? null : [month])
  return asOwner(house.register, client => {
    serial += 1
    const id = `00000003-0000-7000-8000-${String(serial).padStart(12, '0')}`
    return client.query(
      `insert into fact_call (office_id, record_id, year, count, route, d_month) values ($1, $2, 2011, $3, $4, $5)`,
      [ids.kyiv, id, count, ...answers],
    )
  })
}

const figure = async (who: Asker, body: object) => (await who.ask('POST', '/figures', body)).json<Figure>()

describe('what the first ranks leave over is one line', () => {
  test('of several answers it is counted: whoever has at least one of the others', async () => {
    const { rows, rest } = await figure(analyst, { year: 2011, by: ['nationality'], top: 1 })
    expect(rows.map(({ key, n, rank }) => [key, n, rank])).toEqual([
      ['UA', 6, 1],
      ['unknown', 3, null],
    ])
    // MD 3 and BY 2; nobody has both.
    expect(rest).toEqual({ rows: 2, n: 5, share: 38, cells: [] })
    const both = await figure(analyst, {
      year: 2011,
      by: ['nationality'],
      top: 1,
      where: { nationality: ['UA', 'MD'] },
    })
    expect(both.rest).toMatchObject({ rows: 1, n: 3 })
    const byOffice = await figure(analyst, { indicator: 'cases', year: 2011, by: ['office', 'sex'], top: 1 })
    expect(byOffice.rest).toMatchObject({ rows: 1, n: 2 })
  })

  test('by two dimensions the first is ranked with all its cells, and the line has a cell a column', async () => {
    const crossed = await figure(analyst, { year: 2011, by: ['nationality', 'sex'], top: 1 })
    expect(crossed.by.map(({ id, adds }) => [id, adds])).toEqual([
      ['nationality', false],
      ['sex', true],
    ])
    expect(new Set(crossed.rows.map(({ key }) => key[0]))).toEqual(new Set(['UA', 'unknown']))
    expect(crossed.rest).toEqual({
      rows: 2,
      n: 5,
      share: 38,
      cells: [
        { key: 'male', n: 3, share: 23 },
        { key: 'female', n: 2, share: 15 },
      ],
    })
    const persons = await figure(analyst, { indicator: 'persons', year: 2011, by: ['sex'] })
    expect(persons.by[0]?.adds).toBe(false)
  })
})

describe('a line over time', () => {
  test('says where other offices reported, and keeps a gap a gap', async () => {
    const reply = await analyst.ask('POST', '/figures/series', {
      indicator: 'instances',
      by: ['sex'],
      from: 2009,
      to: 2011,
    })
    const series = reply.json<Series>()
    expect(SeriesContract.parse(series)).toEqual(series)
    expect(series.times.map(({ time, base, unlike }) => [time, base.n, unlike])).toEqual([
      ['2009', 4, []],
      ['2010', null, []],
      ['2011', 13, ['ROM']],
    ])
    expect(series.period).toEqual({ label: '2009 – 2011', from: '2009-01-01', to: '2011-12-31' })
  })

  test('has months where months are told: those without a call are 0, those without a month are said', async () => {
    const body = { indicator: 'calls', from: 2010, to: 2011, step: 'month' }
    const series = (await analyst.ask('POST', '/figures/series', body)).json<Series>()
    expect(series.times).toHaveLength(24)
    expect(series.times.filter(({ base }) => base.n === null).map(({ time }) => time.slice(0, 4))).toEqual(
      Array.from({ length: 12 }, () => '2010'),
    )
    expect(series.times.filter(({ base }) => base.n).map(({ time, base }) => [time, base.n])).toEqual([
      ['2011-03', 7],
      ['2011-05', 2],
    ])
    expect(series.not_available.find(({ code }) => code === 'month_unknown')?.n).toBe(1)
    const none = await analyst.ask('POST', '/figures/series', { ...body, indicator: 'instances' })
    expect([none.statusCode, none.json().problems[0].code]).toEqual([422, 'dimension_not_for_indicator'])
  })

  test('ends with the month that has begun', async () => {
    await asOwner(house.register, client => client.query('update fact_call set year = 2026 where d_month = 0'))
    const body = { indicator: 'calls', from: 2026, to: 2026, step: 'month' }
    const series = (await analyst.ask('POST', '/figures/series', body)).json<Series>()
    expect(series.times.map(({ time }) => time)).toEqual(['2026-01', '2026-02', '2026-03'])
  })
})

describe('who opens a link', () => {
  const asked = { year: 2011, by: ['sex'] }
  test('counts within the own reach, and the passport says so', async () => {
    const [all, own] = [await figure(analyst, asked), await figure(worker, asked)]
    expect([all.base.n, own.base.n]).toEqual([13, 8])
    expect(own.caveats.find(({ code }) => code === 'reach_some')?.values).toEqual({ n: 1, all: 3 })
    expect(all.caveats.some(({ code }) => code === 'reach_some')).toBe(false)
  })
})

describe('a file of what is shown', () => {
  const file = (who: Asker, link: object, format: 'csv' | 'xlsx' = 'csv') =>
    who.ask('POST', '/figures/file', { link, format })
  const lines = (body: string) => body.trim().split('\r\n')

  test('CSV has heads, HXL tags, every row, the others, and the passport of whoever asked', async () => {
    const reply = await file(worker, { year: '2011', rows: 'nationality', top: '1', where: 'sex*female*male' })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-disposition']).toContain('figure.csv')
    const [heads = '', tags = '', ...rows] = lines(reply.body)
    expect([heads.split(',').length, tags]).toEqual([23, expect.stringContaining('#indicator+value+num')])
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain('Nationality,UA,Ukraine')
    expect(rows[1]).toContain('_others,Others (2)')
    for (const said of ['Only where Sex is Female or Male', 'Counted over 1 of 3 offices', 'internal'])
      expect(rows[0]).toContain(said)
  })

  test('a line keeps its gap and its break; two years say why they are not comparable', async () => {
    const line = lines((await file(analyst, { view: 'time', from: '2009', to: '2011' })).body)
    expect(line.find(each => each.includes('Year,2010,2010'))).toContain('n/a,not available')
    expect(line.at(-1)).toContain('Between 2009 and 2011 other offices reported, or in another way: 1 (ROM).')
    expect(line.at(-1)).toContain(',17,')
    const compared = lines((await file(analyst, { view: 'compare', from: '2009', to: '2011', rows: 'sex' })).body)
    expect(compared[2]).toContain('not comparable: offices that reported in one of the periods only')
    const female = compared.slice(2).filter(each => each.includes(',female,'))
    expect(female.map(each => each.split(',')[15])).toEqual(['4', '10', 'n/a'])
    expect(female[2]).toContain('_difference')
    const asked = { view: 'compare', from: '2009', to: '2011', rows: 'sex', offices: 'alike' }
    const alike = lines((await file(analyst, asked)).body).filter(each => each.includes(',female,'))
    // From 4 to 5 in Kyiv: one more, a quarter of 4.
    expect(alike.map(each => [each.split(',')[15], each.split(',')[17]])).toEqual([
      ['4', 'n/a'],
      ['5', 'n/a'],
      ['1', '25'],
    ])
  })

  test('XLSX is a workbook; a link that cannot be read makes no file', async () => {
    const book = await file(analyst, { year: '2011', rows: 'nationality', columns: 'sex' }, 'xlsx')
    const sheets = Object.keys(unzipSync(book.rawPayload)).filter(name => name.startsWith('xl/worksheets/sheet'))
    expect(sheets).toHaveLength(3)
    const bad = await file(analyst, { rows: 'sex', note: 'Sofiya' })
    expect([bad.statusCode, bad.json().problems]).toEqual([422, [{ code: 'bad_link', field: 'note' }]])
    expect(bad.body).not.toContain('Sofiya')
    expect((await file(analyst, { rows: 'shoe_size' })).json().problems[0].code).toBe('unknown_dimension')
  })
})

describe('a table that is kept', () => {
  const keep = (who: Asker, more: object = {}) =>
    who.ask('POST', '/filters', { list: 'figures', name: 'Sex', filter: { rows: 'sex', year: '2011' }, ...more })
  const listed = async (who: Asker) =>
    (await who.ask('GET', '/filters?list=figures')).json<{
      items: { id: string; name: string; mine: boolean; by: string | null }[]
    }>().items

  test('is its author’s alone until it is shown; shown to an office, whoever may count there finds it', async () => {
    const { id } = (await keep(worker)).json<{ id: string }>()
    expect((await listed(colleague)).map(each => each.id)).not.toContain(id)
    const shown = await worker.ask('PATCH', `/filters/${id}`, { seen: 'office', office: ids.kyiv, name: 'By sex' })
    expect(shown.statusCode).toBe(200)
    expect((await listed(colleague)).find(each => each.id === id)).toMatchObject({
      name: 'By sex',
      mine: false,
      by: 'Name of worker',
      mayDelete: false,
    })
    expect((await listed(elsewhere)).map(each => each.id)).not.toContain(id)
    expect((await listed(analyst)).map(each => each.id)).toContain(id)
    for (const who of [colleague, elsewhere]) {
      expect((await who.ask('PATCH', `/filters/${id}`, { name: 'Mine' })).statusCode).toBe(404)
      expect((await who.ask('DELETE', `/filters/${id}`)).statusCode).toBe(404)
    }
    // A name may say what it should not: whoever decides on rights takes it away.
    expect((await officer.ask('DELETE', `/filters/${id}`)).statusCode).toBe(200)
    expect(await listed(worker)).toEqual([])
  })

  test('is shown only where its author may count: an office of the reach, or to all by who counts all', async () => {
    expect((await keep(worker, { seen: 'office', office: ids.rome })).statusCode).toBe(403)
    expect((await keep(worker, { seen: 'organisation' })).statusCode).toBe(403)
    expect((await keep(worker, { seen: 'office' })).statusCode).toBe(422)
    const { id } = (await keep(analyst, { seen: 'organisation' })).json<{ id: string }>()
    for (const who of [worker, elsewhere]) expect((await listed(who)).map(each => each.id)).toContain(id)
    expect((await analyst.ask('PATCH', `/filters/${id}`, { seen: 'me' })).json()).toMatchObject({
      seen: 'me',
      name: 'Sex',
    })
    expect((await listed(worker)).map(each => each.id)).not.toContain(id)
    expect((await analyst.ask('DELETE', `/filters/${id}`)).statusCode).toBe(200)
  })

  test('is a link that can be read; filters of other lists are shown to nobody', async () => {
    const bad = await keep(worker, { filter: { rows: 'sex', note: 'Sofiya' } })
    expect([bad.statusCode, bad.json().problems]).toEqual([422, [{ code: 'bad_link', field: 'note' }]])
    const task = { list: 'task', name: 'Mine', filter: { who: 'me' }, seen: 'office', office: ids.kyiv }
    expect((await worker.ask('POST', '/filters', task)).statusCode).toBe(422)
  })
})
