import { describe, expect, test } from 'vitest'
import { builtIn } from '#dictionary/dictionary.ts'
import { bundleRecords, type KeptChange } from '#casework/rights/bundle.ts'
import { copyWordsOf } from '#casework/rights/copy-words/copy-words.ts'
import { blot, isKeptBack, redactor } from '#casework/rights/redaction.ts'

/** AS14: what a person's own copy says, and what of others it keeps back. */
describe('redaction', () => {
  const clean = redactor({
    names: ['Ivan Petrenko', 'أحمد', 'Anne-Marie'],
    descriptions: ['A tall man, Viktor, the neighbour'],
    own: ['Olena Petrenko'],
  })
  test.each([
    ['in any case of letters', 'met IVAN and ivan', `met ${blot} and ${blot}`],
    ['never inside another word', 'the ivanovka farm', 'the ivanovka farm'],
    ['the name they share is the person’s own', 'Olena Petrenko', 'Olena Petrenko'],
    ['a double name with its hyphen', 'Anne-Marie came', `${blot} came`],
    ['in a script without capitals', 'قال أحمد لا', `قال ${blot} لا`],
    ['of a description only what stands as a name', 'a tall man called Viktor', `a tall man called ${blot}`],
  ])('%s', (_, text, left) => {
    expect(clean(text)).toBe(left)
  })
  test('nobody to hide: the text as it is', () => {
    expect(redactor({ names: [], descriptions: ['of it'], own: [] })('all of it')).toBe('all of it')
  })
  test.each([
    ['actor', 'nationality', true],
    ['link', 'other', true],
    ['consent', 'present', true],
    ['tracing_result', 'findings', true],
    ['person', 'givenNames', false],
    ['risk', 'threats', false],
    // What the dictionary does not know (any more) might be about anybody.
    ['person', 'fieldOfOld', true],
  ])('%s.%s is kept back: %s', (type, field, kept) => {
    expect(isKeptBack(builtIn, type, field)).toBe(kept)
  })
})

describe('records of the copy', () => {
  const at = (day: string, type: string, set: KeptChange['set'], author = 'a1'): KeptChange => ({
    record: `${type}-1`,
    type,
    office: 'o1',
    author,
    at: `${day}T10:00:00.000Z`,
    origin: 'app',
    set,
  })
  const records = (...changes: KeptChange[]) =>
    bundleRecords(builtIn, {
      changes,
      staff: ['Maria Bondar'],
      words: copyWordsOf(builtIn, 'en'),
      hand: id => (id === 'a1' ? 'caseworker 1' : 'supervisor 2'),
      office: () => 'Office Kyiv',
    })

  test('every answer with what stood before, who said it as a function, where and when', () => {
    const [person] = records(
      at('2026-03-01', 'person', { sex: 'female', city: 'Lviv' }),
      at('2026-04-01', 'person', { city: null }, 'a2'),
    )
    expect(person).toMatchObject({ type: 'person', label: 'Person', purpose: 'data' })
    expect(
      person?.fields.map(({ field, now, earlier }) => [field, now.shown, earlier.map(each => each.shown)]),
    ).toEqual([
      ['sex', 'Female', []],
      ['city', '–', ['Lviv']],
    ])
    expect(person?.fields[1]?.now).toEqual({
      value: null,
      shown: '–',
      by: 'supervisor 2',
      office: 'Office Kyiv',
      on: '2026-04-01',
      origin: 'app',
    })
  })
  test('names of staff and of suspects are blotted out of texts; a colleague is a function', () => {
    const copy = records(
      at('2026-03-01', 'actor', { name: 'Boris' }),
      at('2026-03-01', 'note', { text: 'Maria wrote: Boris came back.' }),
      at('2026-03-01', 'case', { caseworker: 'a1' }),
    )
    expect(copy.flatMap(({ fields }) => fields.map(({ now }) => [now.value, now.shown]))).toEqual([
      [null, blot],
      [`${blot} wrote: ${blot} came back.`, `${blot} wrote: ${blot} came back.`],
      ['caseworker 1', 'caseworker 1'],
    ])
  })
})
