import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbered } from '#reports/numbered.ts'
import { outputsOf } from '#reports/outputs.ts'
import type { Count, DraftFigure, DraftReport } from '#reports/report.ts'

/** Whatever somebody typed: it stays text in every format, and no format breaks of it. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x")',
    '+1+1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    ']]>',
    '&amp;',
    '#panic("x")',
    '$ x $',
    '\u202Eevil',
    '\u2067open',
    'أحمد 12 سعيد',
    'សួស្តី',
    'Наталія',
    '\uD800',
    '\u0000\u0007',
    '__proto__',
    'constructor',
    'a\nb',
    '',
  ),
)
const count: fc.Arbitrary<Count> = fc.oneof(fc.nat(100_000), fc.constant(null), fc.constant('c' as const))
const period = fc.record({ label: nasty, from: fc.option(nasty), to: fc.option(nasty) })
const accumulation = fc.constantFrom('in_period', 'as_of', 'to_date', 'since')

const figure = (id: string): fc.Arbitrary<DraftFigure> =>
  fc.integer({ min: 0, max: 2 }).chain(dimensions =>
    fc.record({
      id: fc.constant(id),
      caption: nasty,
      chart: fc.constantFrom('bars', 'stacked', 'line', null),
      indicator: nasty,
      unit: nasty,
      definition: nasty,
      period,
      accumulation,
      base: fc.record({ n: count, of: nasty }),
      by: fc.array(fc.record({ id: nasty, label: nasty, multiple: fc.boolean() }), {
        minLength: dimensions,
        maxLength: dimensions,
      }),
      rows:
        dimensions === 0
          ? fc.constant([])
          : fc.array(
              fc.record({
                key: dimensions === 1 ? nasty : fc.tuple(nasty, nasty),
                label: dimensions === 1 ? nasty : fc.tuple(nasty, nasty),
                n: count,
                share: count,
              }),
              { maxLength: 12 },
            ),
      sumNote: fc.option(nasty),
      notAvailable: fc.array(nasty, { maxLength: 2 }),
      coverage: nasty,
      caveats: fc.array(nasty, { maxLength: 2 }),
      query: fc.constant(null),
    }),
  )

const report: fc.Arbitrary<DraftReport> = fc.record({
  kind: nasty,
  title: nasty,
  subtitle: fc.option(nasty),
  period,
  mode: fc.constantFrom('internal', 'public'),
  language: fc.constantFrom('en', 'ar', 'km', 'uk', 'nonsense', '', 'x'),
  direction: fc.constantFrom('ltr', 'rtl'),
  cutOff: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map(at => at.toISOString()),
  coverage: nasty,
  caveats: fc.array(nasty, { maxLength: 2 }),
  sections: fc
    .tuple(figure('a'), figure('b'), nasty, fc.array(nasty, { maxLength: 3 }), fc.option(nasty), count)
    .map(([a, b, text, texts, option, n]) => [
      {
        id: 'one',
        title: text,
        blocks: [
          { kind: 'figure' as const, figure: a },
          { kind: 'paragraph' as const, text, values: ['a', 'b'] },
          { kind: 'list' as const, items: texts },
          { kind: 'note' as const, text },
        ],
        sections: [
          {
            id: 'two',
            title: text,
            blocks: [
              { kind: 'figure' as const, figure: b },
              {
                kind: 'table' as const,
                caption: text,
                columns: [
                  { label: text, numeric: false },
                  { label: text, numeric: true },
                ],
                rows: [[option, n]],
              },
              {
                kind: 'entry' as const,
                entry: {
                  place: option,
                  on: option,
                  text,
                  partners: texts,
                  counts: [{ label: text, unit: text, n, accumulation: 'since' as const, day: option }],
                },
              },
            ],
            sections: [],
          },
        ],
      },
    ]),
})

test('any report of any strings is written in every format, without script, formula or broken markup', async () => {
  const making = { signal: new AbortController().signal, progress: () => undefined }
  await fc.assert(
    fc.asyncProperty(report, async draft => {
      const outputs = await outputsOf(numbered(draft), making)
      const bytes = (name: string) => outputs.find(each => each.name === name)?.bytes ?? Buffer.alloc(0)
      const html = bytes('report.html').toString('utf8')
      expect(tagsOf(html)).toEqual([])
      // Values of attributes and texts are escaped, so that what is left between < and > is ours.
      expect(html.replaceAll(/"[^"]*"/g, '')).not.toMatch(
        /<(script|img|iframe|object|embed|form|base)\b|<\w[^<>]*\son\w+=/i,
      )
      for (const name of ['report.xlsx', 'report.docx'])
        for (const [file, content] of Object.entries(unzipSync(bytes(name))))
          if (/\.(xml|rels)$/.test(file)) {
            const xml = strFromU8(content)
            expect(tagsOf(xml), file).toEqual([])
            // oxlint-disable-next-line no-control-regex
            expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
            expect(xml).not.toContain('<f>')
          }
      const lines = parse(bytes('figures.csv'), { bom: true }) as string[][]
      expect(lines.flat().filter(cell => /^\s*[=+@]/.test(cell) || /^-\D/.test(cell))).toEqual([])
      expect(bytes('report.pdf').subarray(0, 5).toString()).toBe('%PDF-')
      expect(JSON.parse(bytes('figures.json').toString('utf8'))).toMatchObject({ mode: draft.mode })
    }),
    { numRuns: 8 },
  )
}, 240_000)

/** What is wrong with the nesting of tags; nothing in a sound document. Attributes are quoted, text holds no `<`. */
function tagsOf(markup: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  const body = markup.replace(/<style>[\s\S]*?<\/style>/, '')
  let end = 0
  for (const { 0: tag, 1: close, 2: name = '', 3: alone, index } of body.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+(?:="[^"<]*")?)*\s*(\/?)>|<[!?][^>]*>/g,
  )) {
    if (body.slice(end, index).includes('<')) wrong.push(body.slice(end, index))
    end = index + tag.length
    if (name === '' || alone === '/' || name === 'meta') continue
    if (close === '/') {
      if (open.pop() !== name) wrong.push(tag)
    } else open.push(name)
  }
  if (body.slice(end).includes('<')) wrong.push(body.slice(end))
  return [...wrong, ...open]
}
