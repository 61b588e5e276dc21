import { expect, test } from 'vitest'
import { messagesOf } from '#dictionary/catalogue.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aboutCopy } from '#casework/rights/copy-words/about.ts'
import { ar } from '#casework/rights/copy-words/ar.ts'
import type { CopyCatalogue } from '#casework/rights/copy-words/catalogue.ts'
import { copyLanguage, copyLanguages, copyWordsOf, unreviewed } from '#casework/rights/copy-words/copy-words.ts'
import { en } from '#casework/rights/copy-words/en.ts'
import { es } from '#casework/rights/copy-words/es.ts'
import { fr } from '#casework/rights/copy-words/fr.ts'
import { ru } from '#casework/rights/copy-words/ru.ts'
import { uk } from '#casework/rights/copy-words/uk.ts'

const translations: readonly CopyCatalogue[] = [fr, es, ru, uk, ar]
const english: Readonly<Record<string, string>> = { ...messagesOf(builtIn), ...en.words }
const said = { value: 'x', shown: 'x', by: '', office: '', on: '2026-03-01', origin: 'app' }
const aField = { field: 'own', label: 'Own', keptBack: false, now: said, earlier: [] }
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted()

test.each(translations.map(each => [each.language, each] as const))(
  '%s says everything the copy says, with the same values in it, and knows no word that English does not',
  (_, { words }) => {
    expect(Object.keys(en.words).filter(key => !(key in words))).toEqual([])
    expect(Object.keys(words).filter(key => !(key in english))).toEqual([])
    for (const [key, text] of Object.entries(words)) {
      expect([key, text.trim()]).not.toEqual([key, ''])
      expect([key, holes(text)]).toEqual([key, holes(english[key] ?? '')])
    }
  },
)

test('all translations have the same keys, so that none is better for one language by accident', () => {
  const keys = translations.map(({ words }) => Object.keys(words).toSorted())
  for (const each of keys) expect(each).toEqual(keys[0])
  expect(copyLanguages).toEqual(['en', 'fr', 'es', 'ru', 'uk', 'ar'])
})

test('a catalogue says which of its words no native speaker has reviewed', () => {
  expect(unreviewed(en)).toEqual([])
  expect(unreviewed({ words: { a: 'x', b: 'y' }, reviewed: ['b'] })).toEqual(['a'])
  for (const each of translations) {
    expect(unreviewed(each)).toEqual(Object.keys(each.words).filter(key => !each.reviewed.includes(key)))
    expect(each.reviewed === 'all' ? [] : each.reviewed.filter(key => !(key in each.words))).toEqual([])
  }
})

test.each([
  ['what was asked for', 'ar', ['uk'], { asked: 'ar', given: 'ar' }],
  ['no wish: the first language of the record', undefined, ['uk', 'ru'], { asked: 'uk', given: 'uk' }],
  ['a wish without a catalogue: another language of the person', 'ka', ['ka', 'ru'], { asked: 'ka', given: 'ru' }],
  ['nothing that there is a catalogue for', 'km', ['km'], { asked: 'km', given: 'en' }],
  ['nothing known', undefined, [], { asked: 'en', given: 'en' }],
  ['a reserved answer is no language', 'unknown', ['did_not_say', 'fr'], { asked: 'fr', given: 'fr' }],
])('language of a copy: %s', (_, asked, spoken, expected) => {
  expect(copyLanguage(asked, spoken)).toEqual(expected)
})

test('a word that a language lacks stands in English and says so', () => {
  const { words, languageOf, say } = copyWordsOf(builtIn, 'uk')
  expect([words['field.person.sex'], languageOf('field.person.sex')]).toEqual(['Стать', 'uk'])
  expect([words['field.person.city'], languageOf('field.person.city')]).toEqual(['Town', 'en'])
  expect(say('copy.made', { day: '2026-03-02' })).toBe('Складено 2026-03-02')
  expect(copyWordsOf(builtIn, 'km').catalogue.language).toBe('en')
})

test('words of the dictionary come from its catalogue, names of countries from the platform, and the copy’s own come first', () => {
  const { words, languageOf } = copyWordsOf(builtIn, 'uk', { Town: 'Місто', Sex: 'Інше слово', Female: 'Жіноча' })
  expect([words['field.person.city'], languageOf('field.person.city')]).toEqual(['Місто', 'uk'])
  expect(words['field.person.sex']).toBe('Стать')
  expect(words['list.country.MD']).toBe('Молдова')
  expect(languageOf('field.person.district')).toBe('en')
  const about = (labelIn: string) =>
    aboutCopy(copyWordsOf(builtIn, 'uk'), {
      language: { asked: 'uk', given: 'uk' },
      records: [{ type: 'person', label: '', record: 'r', purpose: 'data', fields: [{ ...aField, labelIn }] }],
      elsewhere: 0,
      childSought: false,
    }).join(' ')
  expect(about('en')).toContain('Деякі запитання та відповіді стоять англійською')
  expect(about('uk')).not.toContain('англійською')
  const english = copyWordsOf(builtIn, 'km', { Town: 'Місто' })
  expect(english.words['field.person.city']).toBe('Town')
})
