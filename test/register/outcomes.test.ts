import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { Content } from '#dictionary/answer.ts'
import { countFigure } from '#figures/figure.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { systemActor } from '#register/work.ts'
import { change, type Ground, ground, newCase } from './ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

const journey = fc.record(
  {
    stage: fc.constantFrom('planned', 'transit', 'arrival', 'completed', 'cancelled'),
    to: fc.constantFrom('UA', 'MD', 'unknown'),
    arrivedOn: fc.constantFrom('2010', '2011-05', '2011-05-03', null),
    writtenConsent: fc.constantFrom('yes', 'no', 'did_not_say', null),
  },
  { requiredKeys: ['stage'] },
)
const given = fc.record({
  type: fc.constantFrom('legal', 'medical', 'return_travel'),
  deliveredOn: fc.constantFrom('2010-02-01', '2011-06-01', '2012', null),
})
const answers = {
  movement: journey,
  moved: journey,
  service: given,
  placement: fc.record({ startedOn: fc.constantFrom('2011', '2012') }),
  person: fc.record({ sex: fc.constantFrom('female', 'male', null) }),
  link: fc.record({ verdict: fc.constantFrom('same', 'not_same') }),
} as const
type Kind = keyof typeof answers
const step = fc.oneof(
  ...(Object.keys(answers) as Kind[]).map(kind =>
    fc.record({ kind: fc.constant(kind), set: answers[kind] as fc.Arbitrary<Content> }),
  ),
)

/** One change: a new record in turn in one of two files, a journey changed again, the person, or whether both are one. */
function teller() {
  const files = [
    newCase(g.kyiv, {}, { registeredOn: '2010' }),
    newCase(g.moscow, {}, { registeredOn: '2011' }),
  ] as const
  const link = { type: 'link', record: uuidv7(), office: g.kyiv.id, person: files[0].person, case: null }
  const versions = new Map<string, number>()
  const journeys: { record: string; file: (typeof files)[number] }[] = []
  const next = (record: string, first = 0) => {
    const base = versions.get(record) ?? first
    versions.set(record, base + 1)
    return base
  }
  return {
    opening: files.flatMap(file => file.changes),
    tell(kind: Kind, set: Content, turn: number) {
      const file = turn % 2 === 0 ? files[0] : files[1]
      if (kind === 'link') return change({ ...link, base: next(link.record) }, { ...set, other: files[1].person })
      if (kind === 'person') return file.editPerson(set, next(file.person, 1))
      const again = kind === 'moved' ? journeys.at(-1) : undefined
      if (again) return { ...again.file.hang('movement', set, again.record), base: next(again.record) }
      const record = uuidv7()
      if (kind === 'movement' || kind === 'moved') journeys.push({ record, file })
      return { ...file.hang(kind === 'moved' ? 'movement' : kind, set, record), base: next(record) }
    },
  }
}

test('returns and reintegration: rebuilt facts are the same bytes as the ones each change kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
      const { opening, tell } = teller()
      await g.push(systemActor, ...opening)
      for (const [turn, { kind, set }] of steps.entries()) {
        const [result] = await g.push(systemActor, tell(kind, set, turn))
        expect(result?.status).toBe('accepted')
      }
      const digest = await digestFacts(g.register)
      await rebuildFacts(g.register)
      expect(await digestFacts(g.register)).toBe(digest)
    }),
    { numRuns: 20 },
  )
})

test('AVRR: persons returned by the region of the mission, shares half up, a mission without returns is not zero', async () => {
  const returned = async (set: Content, kase: Content = {}, office = g.kyiv) => {
    const file = newCase(office, { sex: 'female' }, { registeredOn: '2019', ...kase })
    await g.push(systemActor, ...file.changes)
    await g.push(systemActor, file.hang('movement', { stage: 'completed', to: 'KE', arrivedOn: '2019-04', ...set }))
    return file
  }
  const ask = (where: Record<string, string[]>, by: string[] = [], indicator = 'returned') =>
    countFigure(g.register, systemActor, { indicator, year: 2019, by, where })
  for (const ageAtAssistance of [9, 12, 15, 16, 17, 20, 30, 40]) await returned({}, { ageAtAssistance })
  // Going home twice in a year is one person; somebody received reintegration assistance afterwards.
  const twice = await returned({ writtenConsent: 'yes' }, { ageAtAssistance: 33 })
  await g.push(systemActor, twice.hang('movement', { stage: 'arrival', to: 'KE', arrivedOn: '2019-11' }))
  await g.push(systemActor, twice.hang('service', { type: 'legal', deliveredOn: '2019-12-01' }))
  await g.push(systemActor, ...newCase(g.moscow, {}, { registeredOn: '2019' }).changes)

  const figure = await ask({ country_of_return: ['KE'] }, ['age_group'])
  expect(figure.base.n).toBe(9)
  expect(figure.rows.map(row => [row.key, row.n, row.share])).toEqual([
    ['child', 5, 56],
    ['adult', 4, 44],
  ])
  expect(figure.unit).toBe('person')
  expect((await ask({ office: ['MOW'] })).base.n).toBeNull()
  expect((await ask({ office: ['KYV'], country_of_return: ['PK'] })).base.n).toBe(0)
  const received = await ask({}, ['reintegration'], 'reintegrated')
  expect(received.base.n).toBe(1)
  expect(received.rows.map(row => [row.key, row.n])).toEqual([['legal', 1]])
})
