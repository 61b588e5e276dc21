import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import type { Figure } from '#figures/figure-shape.ts'
import type { Watch } from '#linkage/watch.ts'
import { linkRegister } from '#matching/link-register.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { latestLinkageRun } from '#register/linkage-run.ts'
import { accepted, staffAt } from '../scenarios/money-house.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { contentOf, invented, registered, sendAs } from './invented.ts'

/** A register of invented people with known truth: how many they are, and what figures then say. */
let house: House
let focal: Asker
let office = ''
let mission: OfficeRow
const made = invented(160, 3)
const truth = new Set(made.map(({ person }) => person)).size
const persons: string[] = []

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  mission = await house.office('KYV', hq)
  office = mission.id
  focal = await staffAt(house, 'data_focal_point', hq, 'all')
  const worker = await staffAt(house, 'caseworker', mission)
  const nameless: Content = { sex: 'female' }
  const people = [...made.map(({ registration }) => contentOf(registration)), nameless]
  persons.push(...(await registered(sendAs(worker), office, people)))
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
  const { rows } = await house.register.pool.query(
    'select concat(count, card) as line from linkage_run union all select p::text from linkage_pair p',
  )
  const kept = rows.map(({ line }) => line as string).join()
  for (const { registration } of made)
    for (const name of [registration.given_name, registration.family_name])
      if (name.length > 3) expect(kept).not.toContain(name)
})
