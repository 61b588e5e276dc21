import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { rebuildFacts } from '#register/facts.ts'
import { foldServiceSums } from '#register/service-sums.ts'
import { change, type Ground, ground, newCase } from './ground.ts'

/** Sums of services are what a sum over single services gives, at every moment and whoever writes meanwhile. */
let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

const answers = 'office_id, year, region, route, d_age_group, d_fund, d_nationality, d_provider, d_service_type, d_sex'
const fold = () => foldServiceSums(g.register.pool, { anyway: true })

/** Rows by which sums and single services differ. */
async function difference(): Promise<readonly unknown[]> {
  const { rows } = await g.register.pool.query(
    `select ${answers}, sum(n) from (
       select ${answers}, n from service_sum union all select ${answers}, n from service_sum_new
       union all select ${answers}, -count from fact_service) as sums group by ${answers} having sum(n) <> 0`,
  )
  return rows
}

const services = async () => Number((await g.register.pool.query('select sum(count) as n from fact_service')).rows[0].n)
const beside = async () => (await g.register.pool.query('select 1 from service_sum_new')).rowCount

const aStep = fc.record({
  file: fc.nat(2),
  what: fc.constantFrom('given', 'given', 'given', 'changed', 'sex', 'taken back', 'folded'),
  type: fc.constantFrom('medical', 'legal', 'shelter'),
  year: fc.constantFrom('2010', '2011', '2012-05-06'),
})

test('whatever is given, changed, taken back and folded: sums are those of the single services', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 12 }), async steps => {
      const worker = g.actor('caseworker', g.kyiv)
      const files = [0, 1, 2].map(() => newCase(g.kyiv, { sex: 'female' }, { registeredOn: '2010-01-02' }))
      for (const file of files) await g.push(worker, ...file.changes)
      const versions = new Map<string, number>()
      const given: { file: (typeof files)[number]; record: string }[] = []
      for (const { file: at, what, type, year } of steps) {
        const file = files[at]
        const last = given.at(-1)
        if (!file) continue
        if (what === 'folded') await fold()
        else if (what === 'given') {
          const record = uuidv7()
          given.push({ file, record })
          versions.set(record, 1)
          await g.push(worker, file.hang('service', { type, deliveredOn: year }, record))
        } else if (what === 'sex') {
          const base = versions.get(file.person) ?? 1
          versions.set(file.person, base + 1)
          await g.push(worker, file.editPerson({ sex: base % 2 ? 'male' : 'female' }, base))
        } else if (last) {
          const base = versions.get(last.record) ?? 1
          versions.set(last.record, base + 1)
          const set = what === 'changed' ? { type, deliveredOn: year } : { deliveredOn: null }
          await g.push(worker, { ...last.file.hang('service', set, last.record), base })
        }
        expect(await difference()).toEqual([])
      }
    }),
    { numRuns: 12 },
  )
})

test('writers and a program that folds, all at once, lose and double nothing', async () => {
  const worker = g.actor('caseworker', g.moscow)
  const files = Array.from({ length: 6 }, () => newCase(g.moscow, { sex: 'male' }, { registeredOn: '2011' }))
  await Promise.all(files.map(file => g.push(worker, ...file.changes)))
  const before = await services()
  const given = files.flatMap(file =>
    Array.from({ length: 5 }, () => g.push(worker, file.hang('service', { type: 'legal', deliveredOn: '2012' }))),
  )
  await Promise.all([...given, fold(), fold(), fold()])
  expect(await services()).toBe(before + 30)
  expect(await difference()).toEqual([])
  await fold()
  expect(await beside()).toBe(0)
  expect(await difference()).toEqual([])
})

test('derived anew, and emptied for a load, they follow', async () => {
  const file = newCase(g.kyiv, { sex: 'female' }, { registeredOn: '2010-01-02' })
  const service = change(
    { type: 'service', record: uuidv7(), office: g.kyiv.id, person: file.person, case: file.case },
    { type: 'medical', deliveredOn: '2011' },
  )
  await g.push(g.actor('caseworker', g.kyiv), ...file.changes, service)
  await rebuildFacts(g.register)
  expect(await services()).toBeGreaterThan(0)
  expect(await difference()).toEqual([])
  expect(await beside()).toBe(0)
  await g.register.pool.query('truncate fact_service')
  const { rows } = await g.register.pool.query('select 1 from service_sum')
  expect(rows).toEqual([])
})
