import { expect, test } from 'vitest'
import { chance } from '#dictionary/chance.ts'
import { staffNames } from '#demo/data/staff-names.ts'
import { allDemoNames, everyPoolName, inventName } from '#demo/names.ts'
import { pooledCountries } from '#dictionary/name-pools.ts'
import { demoOffices, demoStaff } from '#demo/organisation.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { unitsOf } from './ground.ts'

const words = (text: string) => text.split(/[\s,]+/)

test('no member of staff, no office and no word of the dictionary has the name of a person', () => {
  const persons = new Set(
    everyPoolName()
      .flatMap(words)
      .filter(word => word.length >= 5)
      .map(word => word.toLowerCase()),
  )
  const open = [
    ...staffNames,
    ...demoOffices.map(office => office.name),
    ...[...builtIn.recordTypes.values()].flatMap(type => [
      type.label,
      type.empty,
      ...Object.values(type.fields).map(field => field.label),
    ]),
    ...[...builtIn.lists.values()].flatMap(list => list.codes.flatMap(code => [code.code, code.label])),
  ].flatMap(text => text.toLowerCase().split(/[^\p{L}\p{M}-]+/u))
  expect(open.filter(word => persons.has(word))).toEqual([])
})

test('every country of the demo has names for women and men, in the script of the country and in Latin', () => {
  for (const nationality of pooledCountries)
    for (const sex of ['female', 'male'] as const) {
      const here = inventName(chance(3), { nationality, sex, foreign: false })
      const abroad = inventName(chance(3), { nationality, sex, foreign: true })
      expect(here.given).not.toBe('')
      expect(abroad.family).toMatch(/^[\p{Script=Latin} '-]+$/u)
      expect(`${abroad.given} ${abroad.family}`).not.toMatch(/[_/]|undefined/)
    }
})

test('the names of a demo are all found again, those with five letters or more', () => {
  const persons = unitsOf({ persons: 200, seed: 2 }).flatMap(unit =>
    unit.records.filter(record => record.type === 'person').map(record => record.set),
  )
  const names = allDemoNames(persons)
  expect(names.length).toBeGreaterThan(150)
  for (const name of names) expect([...name].filter(sign => /\p{L}/u.test(sign)).length).toBeGreaterThanOrEqual(5)
  const longest = persons
    .map(person => person.familyNames)
    .filter(name => typeof name === 'string' && /^\p{L}{7,}$/u.test(name))
  for (const name of longest) expect(names).toContain(name)
})

test('forty-five staff, every role, logins that say who and where', () => {
  expect(demoStaff.length).toBe(45)
  expect(new Set(demoStaff.map(member => member.login)).size).toBe(45)
  expect(new Set(demoStaff.map(member => member.name)).size).toBe(45)
  expect(new Set(demoStaff.map(member => member.role)).size).toBe(16)
  expect(demoStaff.map(member => member.login)).toContain('caseworker.kyiv@demo.example')
  expect(demoOffices.filter(office => office.kind === 'regional_office').length).toBe(8)
  expect(demoOffices.filter(office => office.kind === 'mission').length).toBe(12)
})
