import { expect, test } from 'vitest'
import { builtIn } from '#dictionary/dictionary.ts'
import type { AccessBundle } from '#register/access-bundle.ts'
import { typesetCopy } from '#reports/copy.ts'

/** AS14 on paper. */
const said = (shown: string) => ({
  value: shown,
  shown,
  by: 'caseworker 1',
  office: 'Office Kyiv',
  on: '2026-03-01',
  origin: 'app',
})
const copyOf = (...texts: string[]): AccessBundle => ({
  request: 'r',
  person: 'p',
  madeOn: '2026-03-02',
  language: { asked: 'ar', given: 'en' },
  records: texts.map((text, i) => ({
    type: 'note',
    label: 'Note',
    record: `n${i}`,
    purpose: 'service',
    fields: [{ field: 'text', label: 'Note', keptBack: false, now: said(text), earlier: [said(text)] }],
  })),
  recipients: [{ kind: 'ngo', organisation: 'Safe House', what: ['name'], ground: 'consent', on: '2026-03-01' }],
  readers: [{ who: 'supervisor 2', action: 'open_case', times: 2, first: '2026-03-01', last: '2026-03-02' }],
  elsewhere: 1,
})
const fontsIn = (pdf: Buffer) =>
  new Set([...pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name))

test('AS14 is a PDF that carries the fonts of what is written in it', async () => {
  const pdf = await typesetCopy(builtIn, copyOf('Наталія Коваленко', 'أحمد سعيد', 'សួស្តី', 'Ευρυδίκη'))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(fontsIn(pdf)).toEqual(
    new Set(['NotoSans-Regular', 'NotoSans-Bold', 'NotoSansArabic-Regular', 'NotoSansKhmer-Regular']),
  )
  expect(fontsIn(await typesetCopy(builtIn, copyOf('Olena')))).toEqual(new Set(['NotoSans-Regular', 'NotoSans-Bold']))
})

test('what somebody typed is text, whatever it looks like', async () => {
  const typed = ['#panic("x")', '#read("/etc/hostname")', ']', '$ x', '*', '`', '\\', '@none', '= a\n== b', '//']
  const pdf = await typesetCopy(builtIn, copyOf(...typed, typed.join(' ')))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
