import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import { complementSentence, shareSentence } from '#figures/share-sentence.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { staffAt } from './money-house.ts'

/** AS32: of 100 persons 58, 57, 54, 37, 30, 10 received ...; the note says what the shares sum to, and nothing invents a rest. */
const received = [
  ['legal', 58],
  ['medical', 57],
  ['financial', 54],
  ['housing', 37],
  ['community', 30],
  ['education', 10],
] as const

let house: House
let worker: Asker
beforeAll(async () => {
  house = await openHouse()
  const office = await house.office('KYIV', await house.office('HQ'))
  worker = await staffAt(house, 'caseworker', office)
  const changes = Array.from({ length: 100 }, (_, i) => fileOf(office.id, i)).flat()
  for (let at = 0; at < changes.length; at += 100) {
    const reply = await worker.ask('POST', '/changes', { changes: changes.slice(at, at + 100) })
    const { results } = reply.json() as { results: { status: string }[] }
    expect(results.filter(({ status }) => status !== 'accepted')).toEqual([])
  }
})
afterAll(() => house.close())

/** Legal from the first person on, medical from the last one back, so that everybody received something. */
const receives = (type: string, n: number, i: number) => (type === 'medical' ? i >= 100 - n : i < n)

function fileOf(office: string, i: number) {
  const [person, id] = [newId(), newId()]
  const of = { office, person, base: 0, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
  const services = received.filter(([type, n]) => receives(type, n, i))
  return [
    { ...of, id: newId(), type: 'person', record: person, case: null, set: { sex: 'male' } },
    { ...of, id: newId(), type: 'case', record: id, case: id, set: { registeredOn: '2026-02-10' } },
    ...services.map(([type]) => ({
      ...of,
      id: newId(),
      type: 'service',
      record: newId(),
      case: id,
      set: { type, deliveredOn: '2026-02-20' },
    })),
  ]
}

test.each(['instances', 'persons', 'cases'])(
  'AS32 %s by service: rows as recorded, the sum in the note, no rest',
  async indicator => {
    const figure = (await worker.ask('POST', '/figures', { indicator, by: ['services'], year: 2026 })).json() as Figure
    expect(figure.base).toEqual({ n: 100, of: 'all' })
    expect(figure.rows.map(row => [row.key, row.n, row.share])).toEqual(received.map(([type, n]) => [type, n, n]))
    expect(figure.caveats).toContainEqual({
      code: 'several_answers',
      text: 'Several answers possible; shares sum to 246%.',
      values: { sum: 246 },
    })
    expect(JSON.stringify(figure)).not.toMatch(/42\s?%|received other/)
  },
)

test('AS32 “42% received other” cannot be made: the sentence is asked for, and refused', async () => {
  const asked = { indicator: 'persons', by: ['services'], year: 2026 }
  const figure = (await worker.ask('POST', '/figures', asked)).json() as Figure
  expect(shareSentence(figure, 'legal')).toBe('Legal assistance: 58% (58 of 100 persons assisted, of all)')
  expect(() => complementSentence(figure, 'legal')).toThrow('several answers are possible')
})

test('AS32 the sum is of all rows, also when only the first ranks are shown', async () => {
  const asked = { indicator: 'persons', by: ['services'], top: 2 }
  const figure = (await worker.ask('POST', '/figures', asked)).json() as Figure
  expect(figure.rows.map(row => row.n)).toEqual([58, 57])
  // Counted, not added: whoever received at least one of the four that are not shown.
  expect(figure.rest).toEqual({ rows: 4, n: 54, share: 54, cells: [] })
  expect(figure.caveats.find(({ code }) => code === 'several_answers')?.values).toEqual({ sum: 246 })
})
