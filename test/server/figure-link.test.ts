import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, linkOf, nothingAsked, questionOf, readLink, views } from '#server/contract/figure-link.ts'
import { ComparisonQuery, FigureQuery, SeriesQuery } from '#server/contract/figures.ts'

/** What the page Figures asks, as an address: nothing is lost on the way, and nothing else gets in. */
const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)
const code = fc.stringMatching(/^[\w.-]{1,12}$/)
const year = fc.integer({ min: 1900, max: 2200 })
const maybe = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: null })
const where = fc
  .array(
    fc.tuple(
      word.filter(each => each !== 'year'),
      fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
    ),
    { maxLength: 3 },
  )
  .map(parts => Object.fromEntries(parts))

/** Questions as the page makes them: only what their view knows. */
const anAsked: fc.Arbitrary<Asked> = fc
  .record({
    view: fc.constantFrom(...views),
    indicator: word,
    year: maybe(year),
    rows: word,
    columns: maybe(word),
    withRows: fc.boolean(),
    top: maybe(fc.integer({ min: 1, max: 500 })),
    flag: fc.boolean(),
    ends: fc.uniqueArray(year, { minLength: 2, maxLength: 2 }).map(ends => ends.toSorted((a, b) => a - b)),
    where,
  })
  .map(({ view, indicator, ends: [from = 0, to = 0], where: conditions, ...o }): Asked => {
    const rows = o.withRows || view === 'map' ? o.rows : null
    const asked = { ...nothingAsked, view, indicator, rows, where: conditions }
    if (view === 'map') return { ...asked, year: o.year }
    if (view === 'time') return { ...asked, from, to, months: o.flag }
    if (view === 'compare') return { ...asked, from, to, alike: o.flag }
    const columns = rows !== null && o.columns !== rows ? o.columns : null
    const known = rows !== null && columns === null && o.flag
    return { ...asked, year: o.year, columns, known, top: rows === null ? null : o.top }
  })

test('there and back: what is asked is read again from its address, also one that was read as JSON', () => {
  fc.assert(
    fc.property(anAsked, asked => {
      const link = linkOf(asked)
      expect(readLink(link)).toEqual({ ok: true, asked })
      const numbers = Object.fromEntries(
        Object.entries(link).map(([part, value]) => [part, /^\d+$/.test(value) ? Number(value) : value]),
      )
      expect(readLink(numbers)).toEqual({ ok: true, asked })
      expect(new URLSearchParams(link).toString()).toMatch(/^[\w.*+=&%-]*$/)
    }),
  )
})

test('what is read is a question that the API takes', () => {
  const bodies = { table: FigureQuery, map: FigureQuery, time: SeriesQuery, compare: ComparisonQuery }
  fc.assert(
    fc.property(anAsked, asked => {
      const { view, query } = questionOf(asked)
      expect(bodies[view].safeParse(query).success).toBe(true)
    }),
  )
})

const hostile = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'view',
      'indicator',
      'year',
      'rows',
      'columns',
      'top',
      'of',
      'from',
      'to',
      'step',
      'offices',
      'where',
    ),
    fc.string(),
  ),
  fc.oneof(
    fc.anything(),
    fc.string(),
    fc.constantFrom(
      '<script>',
      '../..',
      "' or 1=1",
      '*',
      'sex*',
      '**',
      '__proto__*a',
      'sex*a sex*b',
      '2011e0',
      'Ánna Kovač',
    ),
  ),
)

test('whatever is typed is refused whole, or is a question that says the same again; nothing is thrown', () => {
  fc.assert(
    fc.property(hostile, link => {
      const read = readLink(link)
      expect(read.ok ? 'ok' : read.part).toMatch(/^[a-z]{1,20}$/)
      if (!read.ok) return
      expect(readLink(linkOf(read.asked))).toEqual(read)
      for (const [part, value] of Object.entries(linkOf(read.asked)))
        if (link[part] !== undefined) expect([value, Number(value)]).toContain(link[part])
    }),
    { numRuns: 500 },
  )
})

test('one bad part in a good address spoils it: no part is dropped', () => {
  const parts = ['indicator', 'year', 'rows', 'columns', 'top', 'of', 'from', 'to', 'step', 'offices', 'where'] as const
  const bad = fc.constantFrom('', ' ', '-1', '0', '1.5', '<b>', 'Ánna Kovač', 'sex*', 'a b', [], {}, true)
  fc.assert(
    fc.property(anAsked, fc.constantFrom(...parts), bad, (asked, part, value) => {
      expect(readLink({ ...linkOf(asked), [part]: value }).ok).toBe(false)
    }),
  )
})

test.each([
  [{ view: 'gauge' }, 'view'],
  [{ rows: 'sex', name: 'Sofiya' }, 'name'],
  [{ rows: 'sex', 'name of a person': 'x' }, 'other'],
  [{ year: '20111' }, 'year'],
  [{ year: 2011.5 }, 'year'],
  [{ top: '-4', rows: 'sex' }, 'top'],
  [{ rows: { sex: 1 } }, 'rows'],
  [{ columns: 'sex' }, 'columns'],
  [{ rows: 'sex', columns: 'sex' }, 'columns'],
  [{ indicator: 'nothing<b>' }, 'indicator'],
  [{ where: 'sex' }, 'where'],
  [{ where: 'sex*a+b' }, 'where'],
  [{ view: 'time' }, 'from'],
  [{ view: 'time', from: 2011, to: 2008 }, 'from'],
  [{ view: 'compare', from: 2011, to: 2011 }, 'from'],
  [{ view: 'compare', from: 2008, to: 2011, where: 'year*2011' }, 'where'],
  [{ view: 'map' }, 'rows'],
  [{ view: 'map', rows: 'nationality', top: 4 }, 'top'],
])('%j is refused, and the part is named', (link, part) => {
  expect(readLink(link)).toEqual({ ok: false, part })
})

test('more conditions than an address holds are refused', () => {
  expect(readLink({ where: `office*${'A*'.repeat(600)}A` })).toEqual({ ok: false, part: 'where' })
})
