import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportUnit } from '#register/import-unit.ts'
import { importUnits } from '#register/import.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { findPersons } from '#register/find.ts'
import { verifyChains } from '#register/verify.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type Ground, ground } from './ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

/** `n` persons with a case, an episode and a service each; every tenth also known to the second mission. */
function* units(n: number, sex = 'female'): Generator<ImportUnit> {
  const id = (kind: string, i: number) => g.register.keys.reference(kind, String(i))
  for (let i = 0; i < n; i++) {
    const person = id('person', i)
    const missions = i % 10 === 0 ? [g.kyiv, g.moscow] : [g.kyiv]
    yield {
      line: i + 2,
      records: [
        {
          type: 'person',
          id: person,
          office: g.kyiv.id,
          person,
          case: null,
          set: { sex, nationality: ['NA'], familyNames: `Testenko${i}` },
        },
        ...missions.flatMap((office, m) => {
          const kase = id(`case${m}`, i)
          const at = { office: office.id, person, case: kase }
          return [
            { type: 'case', id: kase, ...at, set: { registeredOn: '2011', ageGroup: 'adult' } },
            {
              type: 'episode',
              id: id(`episode${m}`, i),
              ...at,
              set: { exploitation: { forced_labour: 'yes', sexual: 'unknown' } as const },
            },
            { type: 'service', id: id(`service${m}`, i), ...at, set: { type: 'medical', deliveredOn: '2012-02' } },
          ]
        }),
      ],
    }
  }
}

const load = (source: Iterable<ImportUnit>) =>
  inWork(g.register, systemActor, work => importUnits(work, source, { origin: 'import:test' }))
const count = async (sql: string) =>
  Number((await g.register.pool.query<{ n: number }>(`select (select ${sql}) as n`)).rows[0]?.n)

test('a bulk load into an empty register makes records, history, search and facts', async () => {
  expect(await load(units(2_500))).toEqual({ created: 2_500 * 4 + 250 * 3, changed: 0, unchanged: 0 })
  expect((await verifyChains(g.register)).broken).toBeNull()
  expect(await count("count(*) from fact_instance where words(d_nationality) = '{NA}'")).toBe(2 * (2_500 + 250))
  expect(await count('count(distinct person_key) from fact_instance')).toBe(2_500)
  const digest = await digestFacts(g.register)
  await rebuildFacts(g.register)
  expect(await digestFacts(g.register)).toBe(digest)
  const found = await inWork(g.register, systemActor, work => findPersons(work, { text: 'Testenko1234', limit: 5 }))
  expect(found[0]?.person.content['familyNames']).toBe('Testenko1234')
})

test('the same again changes nothing; a corrected answer is one change a record', async () => {
  const before = await count('count(*) from change')
  expect(await load(units(300))).toEqual({ created: 0, changed: 0, unchanged: 300 * 4 + 30 * 3 })
  expect(await count('count(*) from change')).toBe(before)
  expect(await load(units(20, 'male'))).toMatchObject({ created: 0, changed: 20 })
  expect(await count("count(*) from fact_instance where word(d_sex) = 'male'")).toBe(2 * 22)
  expect((await verifyChains(g.register)).broken).toBeNull()
})

test('new persons beside known ones go the bulk way too', async () => {
  expect(await load(units(2_600))).toMatchObject({ created: 100 * 4 + 10 * 3, changed: 20 })
  const digest = await digestFacts(g.register)
  await rebuildFacts(g.register)
  expect(await digestFacts(g.register)).toBe(digest)
  expect((await verifyChains(g.register)).broken).toBeNull()
})

test('one wrong answer in the file and the register is as it was', async () => {
  const before = await count('count(*) from record')
  const wrong = [...units(2_601)].map(unit =>
    unit.line === 2_602
      ? { ...unit, records: unit.records.map(r => ({ ...r, set: { ...r.set, sex: 'purple' } })) }
      : unit,
  )
  await expect(load(wrong)).rejects.toMatchObject({ name: 'RegisterProblem', code: 'invalid' })
  expect(await count('count(*) from record')).toBe(before)
})
