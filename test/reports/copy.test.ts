import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { builtIn } from '#dictionary/dictionary.ts'
import { bundleRecords } from '#casework/rights/bundle.ts'
import { aboutCopy } from '#casework/rights/copy-words/about.ts'
import { copyLanguage, copyWordsOf } from '#casework/rights/copy-words/copy-words.ts'
import type { AccessBundle } from '#register/access-bundle.ts'
import { dictionaryTexts } from '#register/dictionary-texts.ts'
import { typesetCopy } from '#reports/copy.ts'

/** AS14 on paper, in the person's language. With WAYMARK_PAGES=folder the papers are left there, to be looked at. */
const copyOf = (asked: string, ...texts: string[]): AccessBundle => {
  const language = copyLanguage(asked, [])
  const words = copyWordsOf(builtIn, language.given, dictionaryTexts(language.given))
  const changes = texts.flatMap((text, i) =>
    ['2026-02-28', '2026-03-01'].map(day => ({
      record: `n${i}`,
      type: 'note',
      office: 'k',
      author: 'a',
      at: `${day}T10:00:00Z`,
      origin: 'app',
      set: { text, notedOn: day, signs: 'unknown' },
    })),
  )
  const records = bundleRecords(builtIn, {
    changes,
    staff: [],
    words,
    hand: () => `${words.words['role.caseworker']} 1`,
    office: () => 'Office Kyiv',
  })
  const shown = {
    kind: words.words['list.recipient_kind.ngo'] ?? '',
    what: words.words['list.disclosure_what.name'] ?? '',
    ground: words.words['list.disclosure_ground.consent'] ?? '',
  }
  const ngo = { kind: 'ngo', organisation: 'Safe House', what: ['name'], ground: 'consent', on: '2026-03-01' }
  return {
    request: 'r',
    person: 'p',
    madeOn: '2026-03-02',
    language,
    title: words.say('copy.title'),
    about: aboutCopy(words, { language, records, elsewhere: 2, childSought: false }),
    records,
    recipients: [{ shown, ...ngo }],
    readers: [{ who: 'supervisor 2', action: 'open_case', times: 2, first: '2026-03-01', last: '2026-03-02' }],
    elsewhere: 2,
  }
}

const fontsIn = (pdf: Buffer) =>
  new Set([...pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name))

/** Items of text as a reader's program finds them, with where on the page they begin. */
async function itemsOf(bytes: Buffer): Promise<readonly { str: string; x: number }[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items),
  )
  await pdf.cleanup()
  return pages.flat().flatMap(item => ('str' in item ? [{ str: item.str, x: Number(item.transform[4]) }] : []))
}

async function paper(asked: string, ...texts: string[]): Promise<Buffer> {
  const bytes = await typesetCopy(builtIn, copyOf(asked, ...texts))
  const folder = process.env['WAYMARK_PAGES']
  if (folder) writeFileSync(join(folder, `copy-${asked}.pdf`), bytes)
  return bytes
}

test('AS14 is a PDF that carries the fonts of what is written in it', async () => {
  const pdf = await paper('en', 'Наталія Коваленко', 'أحمد سعيد', 'សួស្តី', 'Ευρυδίκη')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(fontsIn(pdf)).toEqual(
    new Set(['NotoSans-Regular', 'NotoSans-Bold', 'NotoSansArabic-Regular', 'NotoSansKhmer-Regular']),
  )
  expect(fontsIn(await paper('en', 'Olena'))).toEqual(new Set(['NotoSans-Regular', 'NotoSans-Bold']))
})

test('AS14 in Ukrainian: its own words, the questions among them', async () => {
  const text = (await itemsOf(await paper('uk', 'Вона телефонувала.'))).map(({ str }) => str).join(' ')
  for (const said of [
    'Що ми про Вас зберігаємо',
    'Складено 2026-03-02',
    'Хто щось отримав',
    'Громадська організація: Safe House',
    'Згода людини',
    'Хто відкривав Вашу справу',
    'Зберігається для: Допомога',
    'Нотатка',
    'Вона телефонувала.',
    'соціальний працівник 1, Office Kyiv, 2026-03-01',
    'Раніше: Вона телефонувала.',
    'Помічені ознаки експлуатації Невідомо',
    'Носій мови ще не перевірив',
    'Інші наші відділення, які щось зберігають: 2.',
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(said)
  for (const english of ['What we keep', 'Who received', 'Question', 'Unknown', 'англійською'])
    expect(text).not.toContain(english)
})

test('AS14 in Arabic: letters of its own, from right to left, names and days kept whole', async () => {
  const bytes = await paper('ar', 'اتصلت بنا.')
  expect(fontsIn(bytes)).toContain('NotoSansArabic-Bold')
  const items = await itemsOf(bytes)
  // Shaped letters come out one by one in the order of the page: that each is there is what can be read back.
  const text = items
    .map(({ str }) => str)
    .join('')
    .normalize('NFKC')
  for (const said of ['ما نحتفظ به عنك', 'من فتح ملفك', 'محفوظ من أجل', 'اتصلت بنا'])
    for (const letter of said.replace(/\s/g, '')) expect(text).toContain(letter)
  expect(text.replace(/[\s\u2066-\u2069]+/g, ' ')).toContain('Safe House')
  expect(text).toContain('2026-03-01')
  expect(text).not.toContain('What we keep')
  // The first column is the right one: an answer stands to the right of its source.
  const answers = items.filter(({ str }) => str === '2026-03-01').map(({ x }) => x)
  const sources = items.filter(({ str }) => str.includes('Office')).map(({ x }) => x)
  expect(sources.length).toBeGreaterThan(0)
  expect(Math.max(...answers)).toBeGreaterThan(Math.max(...sources))
})

test('what somebody typed is text, whatever it looks like', async () => {
  const typed = ['#panic("x")', '#read("/etc/hostname")', ']', '$ x', '*', '`', '\\', '@none', '= a\n== b', '//']
  const pdf = await paper('en', ...typed, typed.join(' '))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
