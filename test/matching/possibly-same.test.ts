import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PossiblySame } from '#server/contract/register.ts'
import type { z } from 'zod'
import { weigh } from '#matching/weighing.ts'
import { aFile, staffAt } from '../scenarios/money-house.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'

/** Somebody who is being registered may be known already: within the searcher's scope, with reasons, and nobody beyond it. */
let house: House
let kyiv: Asker
let lviv: Asker
const natalia = {
  givenNames: 'Наталія',
  familyNames: 'Коваленко',
  birthDate: '1990-05-03',
  sex: 'female',
  nationality: ['UA'],
}

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const [here, there] = [await house.office('KYV', hq), await house.office('LVI', hq)]
  kyiv = await staffAt(house, 'caseworker', here)
  lviv = await staffAt(house, 'caseworker', there)
  await aFile(kyiv, here.id, natalia)
  await aFile(kyiv, here.id, { givenNames: 'Olena', familyNames: 'Bondar', birthDate: '1984', sex: 'female' })
})
afterAll(() => house.close())

const ask = async (who: Asker, described: object) => {
  const reply = await who.ask('POST', '/persons/possibly-same', described)
  expect(reply.statusCode).toBe(200)
  return (reply.json() as z.infer<typeof PossiblySame>).items
}

test('another spelling in another script is likely the same person, and says what speaks for it', async () => {
  const described = { givenNames: 'Natalya', familyNames: 'Kovalenko', birthDate: '1990-05-03', sex: 'female' }
  const [first, ...others] = await ask(kyiv, { ...described, nationality: ['UA'] })
  expect(others).toEqual([])
  expect(first).toMatchObject({ likelihood: 'likely', match: { name: 'Наталія Коваленко', birthYear: '1990' } })
  const seen = Object.fromEntries((first?.evidence ?? []).map(each => [each.of, each.seen]))
  expect(seen).toMatchObject({ family: 'same', birth: 'same', sex: 'same', nationality: 'same' })
  expect(seen['given']).not.toBe('different')
  // What nobody wrote down says nothing.
  expect(seen).not.toHaveProperty('document')
})

test('what differs is said, and makes it less likely', async () => {
  const [found] = await ask(kyiv, { ...natalia, birthDate: '1962-11-20', sex: 'male' })
  expect(found?.likelihood ?? 'possible').toBe('possible')
  expect(found?.evidence ?? [{ of: 'sex', seen: 'different' }]).toContainEqual({ of: 'sex', seen: 'different' })
})

test('whoever is known to another office only is not found, and the answer is that of a stranger', async () => {
  const stranger = { ...natalia, givenNames: 'Zhanna', familyNames: 'Quastel' }
  expect(await ask(lviv, natalia)).toEqual(await ask(lviv, stranger))
  expect(await ask(lviv, natalia)).toEqual([])
})

test('too little to go by finds nobody; who may not search is refused; each one shown is in the read log', async () => {
  expect(await ask(kyiv, { givenNames: 'N' })).toEqual([])
  expect(await ask(kyiv, { sex: 'female' })).toEqual([])
  const analyst = await staffAt(house, 'report_writer', await house.office('RPT'))
  expect((await analyst.ask('POST', '/persons/possibly-same', natalia)).statusCode).toBe(403)
  const before = await shown()
  await ask(kyiv, natalia)
  expect(await shown()).toBe(before + 1)
})

const shown = async () =>
  Number(
    (
      await house.register.pool.query(
        "select count(*) as n from read_log where action = 'search' and person is not null",
      )
    ).rows[0].n,
  )

const aPerson = fc.record(
  {
    givenNames: fc.constantFrom('Olena', 'Олена', 'Maria', 'Ahmad'),
    familyNames: fc.constantFrom('Bondar', 'Бондар', 'Kovalenko', 'Said'),
    birthDate: fc.constantFrom('1990-05-03', '1990-03-05', '1990', '1971-01-01'),
    sex: fc.constantFrom('female', 'male', 'unknown'),
  },
  { requiredKeys: [] },
)

test('law: neither the order of those who are known nor who else is known changes a weight, nor which of two is new', () => {
  fc.assert(
    fc.property(aPerson, fc.array(aPerson, { minLength: 1, maxLength: 5 }), (person, persons) => {
      const known = persons.map((content, at) => ({ id: `p${at}`, content }))
      const weights = (found: ReturnType<typeof weigh>) =>
        Object.fromEntries(found.map(({ id, weight }) => [id, weight.toFixed(6)]))
      const all = weights(weigh(person, known))
      expect(weights(weigh(person, known.toReversed()))).toEqual(all)
      for (const each of known) {
        expect(weights(weigh(person, [each]))[each.id]).toBe(all[each.id])
        expect(weights(weigh(each.content, [{ id: each.id, content: person }]))[each.id]).toBe(all[each.id])
      }
    }),
    { numRuns: 100 },
  )
})
