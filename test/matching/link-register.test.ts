import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import type { Figure } from '#figures/figure-shape.ts'
import { migrants, type Registration } from '#linkage/synthetic/migrants.ts'
import type { Watch } from '#linkage/watch.ts'
import { linkRegister } from '#matching/link-register.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { latestLinkageRun } from '#register/linkage-run.ts'
import { accepted, staffAt } from '../scenarios/money-house.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'

/** A register of invented people with known truth: how many they are, and what figures then say. */
let house: House
let focal: Asker
let office = ''
let mission: OfficeRow
const made = [...migrants({ persons: 160, seed: 3 })]
const truth = new Set(made.map(({ person }) => person)).size
const persons: string[] = []

const content = (r: Registration): Content => ({
  givenNames: r.given_name,
  ...(r.middle_name ? { middleNames: r.middle_name } : {}),
  ...(r.family_name ? { familyNames: r.family_name } : {}),
  ...(r.previous_family_name ? { otherNames: r.previous_family_name } : {}),
  ...(r.sex === 'female' || r.sex === 'male' ? { sex: r.sex } : {}),
  ...(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(r.birth_date) ? { birthDate: r.birth_date } : {}),
  ...(/^[A-Z]{2}$/.test(r.nationality) ? { nationality: [r.nationality] } : {}),
  ...(r.document ? { identityNumber: r.document } : {}),
})

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  mission = await house.office('KYV', hq)
  office = mission.id
  focal = await staffAt(house, 'data_focal_point', hq, 'all')
  const worker = await staffAt(house, 'caseworker', mission)
  const nameless: Content = { sex: 'female' }
  const changes = [...made.map(({ registration }) => content(registration)), nameless].flatMap(set => {
    const [person, file] = [newId(), newId()]
    persons.push(person)
    const of = { office, person, base: 0, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
    return [
      { ...of, id: newId(), type: 'person', record: person, case: null, set },
      { ...of, id: newId(), type: 'case', record: file, case: file, set: { registeredOn: '2011-05' } },
    ]
  })
  for (let at = 0; at < changes.length; at += 100) {
    const { results } = (await worker.ask('POST', '/changes', { changes: changes.slice(at, at + 100) })).json() as {
      results: { status: string }[]
    }
    expect(results.filter(({ status }) => status !== 'accepted')).toEqual([])
  }
}, 120_000)
afterAll(() => house.close())

const watch: Watch = { step: () => undefined, warn: () => undefined }
const run = (o: Partial<Watch> = {}) => linkRegister(house.register, { train: false }, { ...watch, ...o })
const ask = async (who: Asker): Promise<Figure> =>
  (await who.ask('POST', '/figures', { indicator: 'persons', year: 2011 })).json() as Figure
const told = ({ caveats }: Figure) => caveats.filter(({ code }) => code === 'linkage_interval').map(({ text }) => text)

test('before the first linkage figures say nothing of one; a stopped one leaves nothing', async () => {
  expect(told(await ask(focal))).toEqual([])
  const stop = new AbortController()
  stop.abort()
  await expect(run({ signal: stop.signal })).rejects.toThrow('Stopped, as asked.')
  expect(await latestLinkageRun(house.register.pool)).toBeNull()
})

test('the true number of persons lies in the interval, the nameless are told apart, and the figure says it', async () => {
  const { count, nameless, decided, madeAt } = await run()
  expect([count.records, nameless, decided]).toEqual([made.length, 1, 0])
  expect(count.interval.from).toBeLessThanOrEqual(truth)
  expect(count.interval.to).toBeGreaterThanOrEqual(truth)
  expect(count.interval.to - count.interval.from).toBeLessThan(made.length - truth + 20)
  const figure = await ask(focal)
  // Nobody was joined by it.
  expect(figure.base.n).toBe(made.length + 1)
  expect(told(figure)).toEqual([
    `Linkage of ${madeAt.slice(0, 10)}: ${count.records} person records with a name are between ${count.interval.from} and ${count.interval.to} persons, nine times in ten; this figure counts those joined by people.`,
  ])
  const near = await staffAt(house, 'regional_analyst', mission)
  expect(told(await ask(near))).toEqual([])
})

test('what people decided binds: one pair joined is one person fewer at every threshold, cut again it is not', async () => {
  const before = (await run()).count.at
  // Two who are surely others: neither is registered twice.
  const once = made.filter(({ person }) => made.filter(each => each.person === person).length === 1)
  const [one, other] = once.map(each => persons[made.indexOf(each)] ?? '')
  const link = { type: 'link', office, person: one ?? '', set: { other: other ?? '', verdict: 'same' } }
  const record = await accepted(focal, link)
  const joined = await run()
  expect(joined.decided).toBe(1)
  expect(joined.count.at.map(({ persons: n }) => n)).toEqual(before.map(({ persons: n }) => n - 1))
  await accepted(focal, { ...link, record, base: 1, set: { verdict: 'not_same' } })
  expect((await run()).count.at).toEqual(before)
})

test('no name of anybody is in what is kept', async () => {
  const { rows } = await house.register.pool.query('select count::text as line from linkage_run')
  const kept = rows.map(({ line }) => line as string).join()
  for (const { registration } of made)
    for (const name of [registration.given_name, registration.family_name])
      if (name.length > 3) expect(kept).not.toContain(name)
})
