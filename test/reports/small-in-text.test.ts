import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysSmallNumber } from '#reports/situation/small-in-text.ts'

/** Words that may tell of so few persons that one could be recognised stay out of what the public reads. */
test.each([
  'A trafficked person stranded abroad was given a safe place to stay.',
  'Two women and one girl were brought home.',
  '2 Ukrainians were referred.',
  'Help went to 3 victims, of whom 1 was a child.',
  'Of 40 persons four were children.',
  'The young woman found work.',
  'She was given shelter.',
  'A single survivor stayed.',
  'Both girls went to school.',
  'Deux femmes ont été aidées.',
  'Помощь получили трое человек.',
  'Допомогу отримали двоє жінок.',
  'تمت مساعدة ٣ نساء',
  'Families: 2.',
])('may tell of somebody: %s', text => {
  expect(saysSmallNumber(text, 5)).toBe(true)
})

test.each([
  'Needs are assessed and people referred; most asked for were food and hygiene items.',
  'Safe transport and shelter are ready for those who are identified at the border.',
  'Two workshops of 3 days for 37 border guards, on 3 and 7 June 2022.',
  'A 2-day training for 12 officers.',
  '4,444 calls in May; 3 million people saw the film.',
  'Phase 2 began on 03.06.2022 at 3:30; 4% more than before.',
  'No one is turned away; they help one another in a one-stop centre.',
  'The child protection system was discussed with 22 organisations.',
  'Le 3 juin 2022, 2 mai.',
])('tells of nobody: %s', text => {
  expect(saysSmallNumber(text, 5)).toBe(false)
})

test('what counts as small is what the organisation has chosen', () => {
  expect(saysSmallNumber('7 victims were helped', 5)).toBe(false)
  expect(saysSmallNumber('7 victims were helped', 11)).toBe(true)
  expect(saysSmallNumber('Seven victims were helped', 11)).toBe(true)
})

test('law: a small number before a word for people is found wherever it stands, in digits of any script', () => {
  const scripts = [0x30, 0x660, 0x6f0, 0x966, 0x17e0]
  const nouns = ['victims', 'women', 'children', 'boys', 'trafficked persons', 'Ukrainian girls', 'migrant workers']
  const around = fc.constantFrom(
    '',
    'In Chisinau',
    'Together with partners',
    'Since May 2022',
    'Over 5,000 leaflets and',
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(...scripts),
      fc.constantFrom(...nouns),
      around,
      (n, zero, noun, first) => {
        expect(saysSmallNumber(`${first} ${String.fromCodePoint(zero + n)} ${noun} were helped.`, 5)).toBe(true)
      },
    ),
  )
})
