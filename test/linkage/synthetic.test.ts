import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chance } from '#dictionary/chance.ts'
import { readBirth } from '#linkage/dates/birth.ts'
import { nameColumns } from '#linkage/names/columns.ts'
import { migrants, type Registration } from '#linkage/synthetic/migrants.ts'
import { slip } from '#linkage/synthetic/slips.ts'
import { schemes, spelled } from '#linkage/synthetic/spelling.ts'
import { damerauLevenshtein } from '#linkage/distance/damerau.ts'
import { link } from './command.ts'

const all = [...migrants({ persons: 3000, seed: 5 })]
const share = (of: readonly Registration[], holds: (each: Registration) => boolean) =>
  of.filter(holds).length / of.length
const registrations = all.map(each => each.registration)

test('the same seed gives the same persons; a larger file begins with the smaller; another seed differs', () => {
  expect([...migrants({ persons: 50, seed: 5 })]).toEqual(
    all.slice(
      0,
      all.findIndex(each => each.person === 'p51'),
    ),
  )
  expect([...migrants({ persons: 50, seed: 6 })].map(each => each.registration)).not.toEqual(registrations.slice(0, 50))
})

test('ids are each there once, every person at least once, and who came again has later days', () => {
  expect(new Set(registrations.map(each => each.id)).size).toBe(all.length)
  const persons = Map.groupBy(all, each => each.person)
  expect(persons.size).toBe(3000)
  expect(all.length / persons.size).toBeGreaterThan(1.35)
  expect(all.length / persons.size).toBeLessThan(1.7)
  for (const life of persons.values()) {
    const days = life.map(each => each.registration.registered_on)
    expect(days).toEqual(days.toSorted())
    const episodes = life.map(each => each.episode)
    expect(episodes).toEqual(episodes.toSorted((a, b) => a - b))
  }
  expect(all.some(each => each.episode > 1)).toBe(true)
})

test('what makes migrants hard to link is there: scripts, missing and rounded dates, corridors, several scripts a person', () => {
  expect(share(registrations, r => /[^\p{Script=Latin}\P{L}]/u.test(r.family_name))).toBeGreaterThan(0.1)
  expect(share(registrations, r => r.birth_date === '')).toBeGreaterThan(0.03)
  expect(share(registrations, r => r.birth_date.endsWith('-01-01'))).toBeGreaterThan(0.05)
  expect(share(registrations, r => r.nationality !== '' && r.mission !== r.nationality)).toBeGreaterThan(0.4)
  expect(share(registrations, r => r.sex === 'female')).toBeGreaterThan(0.6)
  expect(registrations.every(r => r.birth_date === '' || readBirth(r.birth_date) !== null)).toBe(true)
})

test('of one person in two scripts most meet in a key of the normaliser, strangers seldom do', () => {
  const keys = (r: Registration) => {
    const name = nameColumns({
      given: r.given_name,
      middle: r.middle_name,
      family: r.family_name,
      previous: [r.previous_family_name],
      country: r.nationality || null,
    })
    return new Set([...name.sounds, ...name.aliases, ...name.families, ...(name.consonants?.split(' ') ?? [])])
  }
  const own = /[^\p{Script=Latin}\P{L}]/u
  const meet = (a: Registration, b: Registration) => [...keys(a)].filter(key => keys(b).has(key)).length >= 2
  const pairs = [...Map.groupBy(all, each => each.person).values()]
    .map(life => life.map(each => each.registration))
    .flatMap(([a, b]) => (a && b && own.test(a.given_name) !== own.test(b.given_name) ? [[a, b] as const] : []))
  expect(pairs.length).toBeGreaterThan(100)
  expect(pairs.filter(([a, b]) => meet(a, b)).length / pairs.length).toBeGreaterThan(0.85)
  const strangers = pairs.slice(1).map(([a], i) => [a, pairs[i]?.[1]] as const)
  expect(strangers.filter(([a, b]) => b && meet(a, b)).length / strangers.length).toBeLessThan(0.2)
})

test('clerks of different missions spell one name differently', () => {
  const dice = chance(1)
  const spellings = schemes.map(scheme => spelled(dice, 'Шевченко', { country: 'UA', scheme }))
  expect(spellings).toEqual(expect.arrayContaining(['Shevchenko', 'Chevtchenko', 'Schewtschenko', 'Szewczenko']))
})

test('a slip is one slip', () => {
  for (let seed = 0; seed < 200; seed++)
    for (const name of ['Kovalenko', 'សុវណ្ណ', 'Li'])
      expect(damerauLevenshtein(name, slip(chance(seed), name))).toBeLessThanOrEqual(1)
})

test('on the command line: registrations in one file, the truth in another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-link-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const out = join(folder, 'migrants.csv')
  const said = await link('synthesise', '--persons', '40', '--seed', '3', '--out', out)
  const [lines, truth] = await Promise.all(
    [out, join(folder, 'migrants.truth.csv')].map(file => readFile(file, 'utf8')),
  )
  const expected = [...migrants({ persons: 40, seed: 3 })]
  expect(lines?.trim().split('\n')).toHaveLength(expected.length + 1)
  expect(lines).not.toContain('p40')
  expect(truth?.trim().split('\n')).toEqual([
    'id,person,episode',
    ...expected.map(e => `${e.registration.id},${e.person},${e.episode}`),
  ])
  expect(said).toContain(`${expected.length} registrations of 40 invented persons`)
})
