import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inWork, systemActor } from '#register/work.ts'
import { addOffice } from '#register/offices.ts'
import { readClaims } from '#exchange/claims/read.ts'
import { fromMemory } from '#exchange/source.ts'
import { proofRead } from '#figures/proof/proof.ts'
import { figuresJson } from '#reports/figures-json.ts'
import { makeReport } from '#reports/make.ts'
import { type Entry, figuresOf, type Report, type Section } from '#reports/report.ts'
import { situationKind } from '#reports/situation/kind.ts'
import { reportWords } from '#reports/words.ts'
import type { Content } from '#dictionary/answer.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, staffAt } from './money-house.ts'
import { entered, offices } from './situation-2022.ts'

/** AS39: the situation report of 9 May to 8 June 2022, entered by fourteen offices; and AS08 as it is printed in it. */
let house: House
let internal: Report
let released: Report
const writers = new Map<string, { asker: Asker; office: string }>()

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  for (const [code, country] of Object.entries(offices)) {
    const row = { code, name: `Mission ${code}`, kind: 'mission' as const, parent: hq.id, country, region: null }
    const office = await inWork(house.register, systemActor, work => addOffice(work, row))
    await house.register.refresh()
    writers.set(code, { asker: await staffAt(house, 'data_focal_point', office), office: office.id })
  }
  for (const { office, activity, numbers } of entered) {
    const record = await enter(office, 'activity', activity)
    for (const number of numbers ?? []) await enter(office, 'activity_number', { activity: record, ...number })
  }
  // Of the month before, and replaced since: neither may be told again or added.
  await enter('KYV', 'call', { receivedOn: '2022-04', calls: 4_000, consultations: 9_000 })
  await enter('KYV', 'call', { receivedOn: '2022-05', channel: 'telephone', calls: 4_444, consultations: 16_511 })
  internal = await make('internal')
  released = await make('public')
})
afterAll(() => house.close())

async function enter(code: string, type: string, set: Content): Promise<string> {
  const writer = writers.get(code)
  if (!writer) throw new Error(`No office ${code}.`)
  return accepted(writer.asker, { type, office: writer.office, set })
}

const period = { from: '2022-05-09', to: '2022-06-08' }
const make = async (mode: Report['mode'], parameters = period) => {
  const signal = new AbortController().signal
  const asked = { kind: situationKind, parameters }
  return (await makeReport(house.register, systemActor, asked, { mode, signal, progress: () => undefined })).report
}

const sectionOf = (report: Report, id: string) => report.sections.find(section => section.id === id)
const entriesOf = (report: Report, id: string): Entry[] =>
  (sectionOf(report, id)?.blocks ?? []).flatMap(block => (block.kind === 'entry' ? [block.entry] : []))
const placesOf = (report: Report, id: string) => [...new Set(entriesOf(report, id).map(({ place }) => place))]
const say = reportWords('en', 'ltr')
/** The lines of one country under one pillar, as a reader meets them. */
const linesOf = (report: Report, id: string, place: string) =>
  entriesOf(report, id)
    .filter(entry => entry.place === place)
    .flatMap(({ counts }) => counts)
    .map(count => `${count.label}: ${say.counted(count).cell.text} ${say.counted(count).after}`)
const notesOf = (report: Report, id: string) =>
  (sectionOf(report, id)?.blocks ?? []).flatMap(block => (block.kind === 'note' ? [block.text] : []))
const wordsOf = (report: Report) => JSON.stringify(report)

describe('AS39', () => {
  test('the period is stated, and the six pillars print in order', () => {
    expect(internal.period).toEqual({ label: '9 May – 8 June 2022', ...period })
    expect(internal.sections.map(({ title }) => title)).toEqual([
      'Overview',
      '1. Direct assistance',
      '2. Thematic guidance',
      '3. Convening and dialogue',
      '4. Advocacy and communications',
      '5. Training and capacity development',
      '6. Data, research and learning',
    ])
    expect(internal.coverage).toBe('Offices that told of something: 14 of 14 that are expected to.')
  })

  test('countries print in the order of the alphabet within each pillar', () => {
    expect(placesOf(internal, 'direct_assistance')).toEqual([
      'Belarus',
      'Czechia',
      'Greece',
      'Moldova',
      'Poland',
      'Romania',
      'Ukraine',
    ])
    expect(placesOf(internal, 'thematic_guidance')).toEqual(['Poland'])
    expect(placesOf(internal, 'data_research')).toEqual(['Belarus, Poland', 'Czechia', 'Germany', 'Romania', 'Ukraine'])
    for (const { id } of internal.sections) {
      const places = placesOf(internal, id).map(String)
      expect(places).toEqual(places.toSorted(new Intl.Collator('en').compare))
    }
  })

  test('T111 T112 T114 direct assistance, each number with its own time', () => {
    expect(linesOf(internal, 'direct_assistance', 'Belarus')).toEqual([
      'Persons whose needs were assessed: 243 persons, as of 3 June 2022',
    ])
    expect(linesOf(internal, 'direct_assistance', 'Czechia')).toEqual([
      'Persons helped by a helpline: 54 persons, to date, 8 June 2022',
    ])
    expect(entriesOf(internal, 'direct_assistance').find(({ place }) => place === 'Czechia')?.text).toContain(
      'In Czech, English, Russian, Ukrainian.',
    )
    expect(linesOf(internal, 'direct_assistance', 'Poland')).toEqual([
      'Persons assisted, trafficked person, 9 May – 8 June 2022: 1 persons',
    ])
  })

  test('T115 T116 Ukraine: 10 trafficked (8 men, 2 women) and 10 vulnerable (3 men, 7 women)', () => {
    expect(linesOf(internal, 'direct_assistance', 'Ukraine')).toEqual([
      'Persons assisted, trafficked person (8 male, 2 female), 9 May – 8 June 2022: 10 persons',
      'Persons assisted, vulnerable migrant (3 male, 7 female), 9 May – 8 June 2022: 10 persons',
    ])
  })

  test('T119 to T130 bodies and meetings, with how often they meet and who leads them', () => {
    const of = (place: string) => entriesOf(internal, 'convening').filter(entry => entry.place === place)
    expect(of('Belarus')[0]?.text).toBe('Refugee Coordination Forum. We take part. Meets: every two weeks.')
    expect(of('Ukraine')[0]).toMatchObject({
      on: '24 May 2022',
      text: 'Anti-Trafficking Task Team. We chair it with another. Chaired with La Strada-Ukraine. Meets: monthly.',
    })
    expect(of('Czechia').map(({ on }) => on)).toEqual(['May 2022', 'May 2022', '20 May 2022', '25 May 2022'])
    expect(of('Poland, Ukraine').map(({ on }) => on)).toEqual(['18 May 2022'])
    expect(linesOf(internal, 'convening', 'Romania')).toEqual([
      'Organisations taking part: 22 organisations, as of 8 June 2022',
    ])
    expect(linesOf(internal, 'convening', 'Switzerland')).toEqual([
      'Organisations taking part, 12 May 2022: 18 organisations',
    ])
  })

  test('T131 to T139 advocacy: printed and distributed are two numbers, “so far” and “in May” two times', () => {
    expect(linesOf(internal, 'advocacy', 'Belarus')).toEqual([
      'Persons helped by a helpline: 311 persons, to date, 8 June 2022',
      'Materials printed or produced, leaflets, 9 May – 8 June 2022: 6,000 items of material',
      'Materials distributed, leaflets, 9 May – 8 June 2022: 6,000 items of material',
    ])
    expect(linesOf(internal, 'advocacy', 'Germany')).toEqual([
      'Materials printed or produced, flyers: 12,000 items of material, to date, 8 June 2022',
      'Materials distributed, flyers: 9,500 items of material, to date, 8 June 2022',
      'Audience reached (views, users), about: 450,000 people reached (audience), to date, 8 June 2022',
    ])
    expect(linesOf(internal, 'advocacy', 'Moldova')).toEqual(['Persons spoken to face to face, May 2022: 780 persons'])
    expect(linesOf(internal, 'advocacy', 'Ukraine')).toEqual(
      expect.arrayContaining([
        'Audience reached (views, users): 9,900,000 people reached (audience), to date, 8 June 2022',
        'Materials distributed, leaflets and posters, not told apart, 9 May – 8 June 2022, more than: 178,000 items of material',
      ]),
    )
  })

  test('T144 to T146 T150 participants show 37, 117 and 68 with who they were, and a total only with its note', () => {
    const figure = figuresOf(internal).find(({ id }) => id === 'situation-training-participants')
    expect(figure).toMatchObject({ unit: 'participant', accumulation: 'in_period', base: { n: 222, of: 'all' } })
    expect(figure?.rows.map(({ label, n }) => [label, n])).toEqual([
      [['Poland', 'Border guard officers'], 37],
      [['Portugal', 'Registered participants, not told apart'], 117],
      [['Romania', 'Workers and volunteers, not told apart'], 68],
    ])
    expect(notesOf(internal, 'training')).toEqual([expect.stringMatching(/^A total of unlike groups \(border guard/)])
  })

  test('no total stands where the way or the time of counting differs', () => {
    const totals = figuresOf(internal).map(({ id, accumulation, base }) => [id, accumulation, base.n])
    // 9,500 and 178,000 are never one number; nor are 22 members and 18 institutions at a meeting.
    expect(totals).not.toContainEqual(expect.arrayContaining([187_500]))
    expect(notesOf(internal, 'advocacy')).toContainEqual(
      'Materials distributed: no total, because the numbers are counted in different ways over time (9 May – 8 June 2022; to date, 8 June 2022).',
    )
    expect(notesOf(internal, 'convening')).toContainEqual(expect.stringMatching(/^Organisations taking part: no total/))
  })

  test('T148 since a day, and more than', () => {
    expect(linesOf(internal, 'data_research', 'Romania')).toEqual([
      'Interviews held, more than: 5,311 interviews, since 25 March 2022',
    ])
  })

  test('the report after it tells nothing twice, and what goes on again', async () => {
    const next = await make('internal', { from: '2022-06-09', to: '2022-07-08' })
    expect(figuresOf(next)).toEqual([])
    expect(next.sections.flatMap(({ id }) => entriesOf(next, id)).flatMap(({ counts }) => counts)).toEqual([])
    expect(placesOf(next, 'convening')).toEqual(['Belarus', 'Czechia', 'France', 'Romania', 'Ukraine'])
  })
})

describe('the proof-reader', () => {
  const foundIn = async (report: Report) => {
    const { claims } = await readClaims(fromMemory('figures.json', Buffer.from(figuresJson(report))))
    expect(claims.length).toBeGreaterThan(20)
    return proofRead(claims).map(({ lint, text }) => `${lint}: ${text}`)
  }

  test('AS39 finds nothing in the report, for either reader: sums say why, and “to date” says that nobody knows since when', async () => {
    for (const report of [internal, released]) expect(await foundIn(report)).toEqual([])
  })

  test('R25 D60 a number to date without a beginning, and without a word that it is unknown, is found', async () => {
    const figures = (blocks: Section['blocks']): Section['blocks'] =>
      blocks.map(block => {
        if (block.kind !== 'figure') return block
        const { beginning: _, ...period } = block.figure.period
        return { ...block, figure: { ...block.figure, period } }
      })
    const bare = { ...internal, sections: internal.sections.map(each => ({ ...each, blocks: figures(each.blocks) })) }
    expect((await foundIn(bare)).map(each => each.split(':')[0])).toEqual(['no_start'])
  })
})

describe('in public', () => {
  test('T114 one person, and parts that would tell two, are suppressed, and no word says them', () => {
    expect(linesOf(released, 'direct_assistance', 'Poland')).toEqual([
      'Persons assisted, trafficked person, 9 May – 8 June 2022: c persons',
    ])
    expect(linesOf(released, 'direct_assistance', 'Ukraine')).toEqual([
      'Persons assisted, trafficked person, 9 May – 8 June 2022: 10 persons',
      'Persons assisted, vulnerable migrant, 9 May – 8 June 2022: 10 persons',
    ])
    expect(wordsOf(internal)).toContain('A trafficked person stranded')
    expect(wordsOf(released)).not.toContain('A trafficked person stranded')
    expect(wordsOf(released)).not.toContain('2 female')
    const total = figuresOf(released).find(({ id }) => id === 'situation-direct_assistance-persons_assisted')
    expect(total?.base.n).toBe('c')
  })

  test('words that may tell of one person stay out, though nothing is counted beside them; a small survey too', async () => {
    const about = { from: '2022-08-03', to: '2022-08-03', countries: ['MD'] }
    const of = { ...about, pillar: 'direct_assistance', kind: 'other', state: 'done' }
    await enter('KIV', 'activity', { ...of, title: 'Safe return', text: 'The woman was met at the airport.' })
    await enter('KIV', 'activity', { ...of, title: 'Transport', text: 'Buses went on 3 August.' })
    await enter('KIV', 'survey', { ...about, title: 'Interviews at the border', respondents: 3 })
    const august = { from: '2022-08-01', to: '2022-08-31' }
    const texts = async (mode: Report['mode']) => {
      const report = await make(mode, august)
      return [...entriesOf(report, 'direct_assistance'), ...entriesOf(report, 'data_research')]
        .filter(({ on }) => on === '3 August 2022')
        .map(({ text, counts }) => [text, ...counts.map(({ n }) => n)])
    }
    expect(await texts('internal')).toEqual([
      ['The woman was met at the airport.'],
      ['Buses went on 3 August.'],
      ['Interviews at the border.', 3],
    ])
    const withheld = expect.stringContaining('The words of this activity are not printed here')
    expect(await texts('public')).toEqual([[withheld], ['Buses went on 3 August.'], [withheld, 'c']])
  })

  test('copies of a leaflet are nobody: two published tools stay 2', () => {
    expect(linesOf(released, 'training', 'Austria')).toEqual(linesOf(internal, 'training', 'Austria'))
    expect(linesOf(released, 'training', 'Austria')).toEqual(['Tools and guides published, 9 May 2022: 2 publications'])
  })
})

test('AS08 16,511 consultations in response to 4,444 calls, a ratio, and persons not available', () => {
  const [hotline] = entriesOf(internal, 'advocacy').filter(({ text }) => text.startsWith('Hotline: '))
  expect(hotline).toMatchObject({
    place: 'Ukraine',
    on: 'May 2022',
    text: 'Hotline: 16,511 consultations in response to 4,444 calls (3.72 consultations a call).',
  })
  expect(hotline?.counts.map(({ label, n }) => [label, n])).toEqual([
    ['Consultations', 16_511],
    ['Calls', 4_444],
    ['Persons who called', null],
  ])
  expect(hotline?.counts.map(count => say.counted(count).cell.text)).toEqual(['16,511', '4,444', 'not available'])
})
