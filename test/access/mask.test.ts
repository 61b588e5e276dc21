import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask, refuseFields } from '#access/mask.ts'
import { builtIn, fieldOf } from '#dictionary/dictionary.ts'
import { sensitivities } from '#dictionary/field.ts'

const typeIds = [...builtIn.recordTypes.keys()]

/** Content with a value in every declared field, and one field that nobody declared. */
const everything = (type: string) => ({
  ...Object.fromEntries(
    Object.keys(builtIn.recordTypes.get(type)?.fields ?? {}).map(name => [name, `value of ${name}`]),
  ),
  sneaked: 'in',
  constructor: 'in',
})

test('mask never leaks: only declared fields of a class the reader has', () => {
  fc.assert(
    fc.property(fc.constantFrom(...typeIds), fc.subarray([...sensitivities]), (type, classes) => {
      const seen = mask(builtIn, type, everything(type), new Set(classes))
      for (const name of Object.keys(seen)) expect(classes).toContain(fieldOf(builtIn, type, name)?.class)
      expect(seen).not.toHaveProperty('sneaked')
      expect(Object.hasOwn(seen, 'constructor')).toBe(false)
    }),
  )
})

test('what is masked for reading is refused for writing, and nothing falls between', () => {
  const leaving = sensitivities.filter(each => each !== 'protected')
  fc.assert(
    fc.property(fc.constantFrom(...typeIds), fc.subarray(leaving), (type, classes) => {
      const content = everything(type)
      const seen = Object.keys(mask(builtIn, type, content, new Set(classes)))
      const refused = refuseFields(builtIn, type, content, new Set(classes))
      expect([...seen, ...refused].sort()).toEqual(Object.keys(content).sort())
    }),
  )
})

test('AS25 a protected field is written by those who have the class, and leaves with a record for nobody', () => {
  const all = new Set(sensitivities)
  expect(refuseFields(builtIn, 'shelter', { address: '14 Yablunevyi lane' }, all)).toEqual([])
  expect(refuseFields(builtIn, 'shelter', { address: '14 Yablunevyi lane' }, new Set(['open']))).toEqual(['address'])
  expect(Object.keys(mask(builtIn, 'shelter', everything('shelter'), all))).toEqual(['code', 'state'])
})

test('no class, no field', () => {
  for (const type of typeIds) expect(mask(builtIn, type, everything(type), new Set())).toEqual({})
})

test('a caseworker without the identity class saves the sex, not the name', () => {
  const set = { sex: 'female', givenNames: 'Sofiya' }
  expect(refuseFields(builtIn, 'person', set, new Set(['open']))).toEqual(['givenNames'])
})
