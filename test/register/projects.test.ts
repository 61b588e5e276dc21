import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { Content } from '#dictionary/answer.ts'
import { countFigure } from '#figures/figure.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { systemActor } from '#register/work.ts'
import { change, type Ground, ground, newCase } from './ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

/** Writes a record of an office, new or again, and gives its id. */
const versions = new Map<string, number>()
async function write(type: string, set: Content, o: { record?: string; office?: OfficeRow } = {}): Promise<string> {
  const { record = uuidv7(), office = g.top } = o
  const base = versions.get(record) ?? 0
  const [result] = await g.push(
    systemActor,
    change({ type, record, office: office.id, person: null, case: null, base }, set),
  )
  expect(result).toMatchObject({ status: 'accepted' })
  versions.set(record, base + 1)
  return record
}

const usd = (amount: string, currency = 'USD') => ({ amount, currency })
const ask = (
  indicator: string,
  by: string[] = [],
  o: { year?: number; where?: Record<string, string[]>; top?: number } = {},
) => countFigure(g.register, systemActor, { indicator, by, where: {}, ...o })
const rows = (figure: Awaited<ReturnType<typeof ask>>) => figure.rows.map(row => [row.key, row.n, row.share])

const codes = fc.constantFrom('P1', 'P2')
const steps = {
  project: fc.record({
    code: codes,
    state: fc.constantFrom('planned', 'active', 'ended', null),
    from: fc.constantFrom('2010', '2011-05', null),
    to: fc.constantFrom('2012', null),
    region: fc.constantFrom('MENA', null),
  }),
  contribution: fc.record({
    amount: fc.constantFrom(usd('10'), usd('20', 'EUR')),
    agreedOn: fc.constantFrom('2010', null),
  }),
  donor: fc.record({ name: fc.constantFrom('Norway', 'Italy', null), kind: fc.constantFrom('government', 'private') }),
  service: fc.record({ type: fc.constantFrom('legal'), deliveredOn: fc.constantFrom('2010', '2011', null) }),
  written: fc.record({ type: fc.constantFrom('legal'), project: codes, donor: fc.constantFrom('Malta', null) }),
  person: fc.record({ sex: fc.constantFrom('female', 'male') }),
}
type Kind = keyof typeof steps
const step = fc.oneof(
  ...(Object.keys(steps) as Kind[]).map(kind =>
    fc.record({ kind: fc.constant(kind), again: fc.boolean(), set: steps[kind] as fc.Arbitrary<Content> }),
  ),
)

test('projects, funding and support: rebuilt facts are the same bytes as the ones each change kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async all => {
      const file = newCase(g.kyiv, {}, { registeredOn: '2010' })
      await g.push(systemActor, ...file.changes)
      versions.set(file.person, 1)
      const made = { project: [] as string[], donor: [] as string[], contribution: [] as string[] }
      const last = (type: keyof typeof made): Content => {
        const record = made[type].at(-1)
        return record === undefined ? {} : { [type]: record }
      }
      for (const { kind, again, set } of all) {
        if (kind === 'person') {
          const base = versions.get(file.person) ?? 1
          await g.push(systemActor, file.editPerson(set, base))
          versions.set(file.person, base + 1)
        } else if (kind === 'service' || kind === 'written') {
          const { project } = last('project')
          const refs = kind === 'service' && project ? { projectRef: project } : {}
          const [result] = await g.push(systemActor, file.hang('service', { ...set, ...refs }))
          expect(result).toMatchObject({ status: 'accepted' })
        } else {
          const record = again ? made[kind].at(-1) : undefined
          const refs = kind === 'contribution' ? { ...last('project'), ...last('donor') } : {}
          made[kind].push(await write(kind, { ...set, ...refs }, record === undefined ? {} : { record }))
        }
      }
      const digest = await digestFacts(g.register)
      await rebuildFacts(g.register)
      expect(await digestFacts(g.register)).toBe(digest)
    }),
    { numRuns: 20 },
  )
})

test('active projects by region and year, donors by rank with ties, and what no rate is stored for', async () => {
  const region = { region: ['SAM'] }
  const project = (code: string, set: Content) => write('project', { code, region: 'SAM', ...set })
  const donor = (name: string) => write('donor', { name, kind: 'government' })
  const [a, b] = [
    await project('SAM.1', { from: '2009', to: '2010', components: ['avrr'], countries: ['AR', 'EC'] }),
    await project('SAM.2', { from: '2010', countries: ['CO'] }),
  ]
  await project('SAM.3', { from: '2010', state: 'planned' })
  const [us, canada, italy] = [await donor('United States'), await donor('Canada'), await donor('Italy')]
  const gives = (project: string, donor: string, amount: string, more: Content = {}) =>
    write('contribution', { project, donor, amount: usd(amount), agreedOn: '2010-02', ...more })
  await gives(a, us, '600')
  await gives(b, us, '150.50')
  await gives(b, canada, '124.5')
  await gives(a, italy, '100', { amount: usd('100', 'EUR'), rate: '1.25' })
  await gives(a, italy, '7', { amount: usd('7', 'CHF') })

  expect((await ask('projects', [], { where: region, year: 2010 })).base.n).toBe(2)
  expect((await ask('projects', [], { where: region, year: 2009 })).base.n).toBe(1)
  // Without an end it runs until now.
  const now = g.register.now().getUTCFullYear()
  expect((await ask('projects', [], { where: region, year: now })).base.n).toBe(1)
  expect((await ask('projects', [], { where: region, year: now + 1 })).base.n).toBe(0)
  expect(rows(await ask('projects', ['project_country'], { where: region, year: 2010 })).map(([key]) => key)).toEqual([
    'AR',
    'CO',
    'EC',
  ])
  expect(rows(await ask('projects', ['donor'], { where: region, year: 2010 })).map(([key, n]) => [key, n])).toEqual([
    ['United States', 2],
    ['Canada', 1],
    ['Italy', 1],
  ])
  const funding = await ask('funding', ['donor'], { where: region, year: 2010, top: 2 })
  expect(funding.unit).toBe('USD')
  expect(funding.base.n).toBe(1001)
  expect(funding.rows.map(row => [row.key, row.n, row.rank])).toEqual([
    ['United States', 751, 1],
    ['Canada', 125, 2],
    ['Italy', 125, 2],
  ])
  expect(funding.not_available).toContainEqual(expect.objectContaining({ code: 'unrated', n: 1 }))
})

test('persons by donor: somebody whom two donors paid for counts for each, and once in all', async () => {
  const [norway, italy] = [
    await write('donor', { name: 'Kingdom of N', kind: 'government' }),
    await write('donor', { name: 'Republic of I', kind: 'government' }),
  ]
  const [first, second] = [await write('project', { code: 'SUP.1' }), await write('project', { code: 'SUP.2' })]
  await write('contribution', { project: first, donor: norway, amount: usd('1') })
  await write('contribution', { project: second, donor: italy, amount: usd('1') })
  const given = async (...refs: Content[]) => {
    const file = newCase(g.moscow, {}, { registeredOn: '2018' })
    await g.push(systemActor, ...file.changes)
    for (const each of refs)
      await g.push(systemActor, file.hang('service', { type: 'legal', deliveredOn: '2018-02', ...each }))
  }
  await given({ projectRef: first })
  await given({ projectRef: first }, { projectRef: second })
  await given({ project: 'SUP.2' })
  await given({})
  const figure = await ask('supported', ['donor'], { year: 2018 })
  expect(figure.base.n).toBe(3)
  expect(rows(figure).map(([key, n]) => [key, n])).toEqual([
    ['Kingdom of N', 2],
    ['Republic of I', 2],
  ])
  expect(figure.caveats.map(({ code }) => code)).toContain('several_answers')
  // The code moves to another project: what was written down follows it.
  await write('project', { code: 'SUP.9' }, { record: second })
  expect((await ask('supported', [], { year: 2018, where: { donor: ['Republic of I'] } })).base.n).toBe(1)
})
