import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numbered } from '#reports/numbered.ts'
import { reportPdf } from '#reports/pdf.ts'
import type { DraftFigure, DraftReport } from '#reports/report.ts'
import { draft, sample } from './sample.ts'

/**
 * The PDF as a reader's program opens it: text in reading order, fonts embedded, no empty page. With WAYMARK_PAGES=folder
 * the pages are left there as PNG, to be looked at.
 */
const open = async (bytes: Buffer): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise

async function textOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages: string[] = []
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    pages.push(items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
  }
  return pages.join('\n')
}

/** Share of a page that is not paper, page by page. */
async function inkOf(pdf: PDFDocumentProxy, name: string): Promise<number[]> {
  const inks: number[] = []
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const page = await pdf.getPage(at)
    const viewport = page.getViewport({ scale: 1.2 })
    const factory = pdf.canvasFactory as { create(w: number, h: number): { canvas: never } }
    const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas, viewport }).promise
    const png = (canvas as { toBuffer(type: 'image/png'): Buffer }).toBuffer('image/png')
    const folder = process.env['WAYMARK_PAGES']
    if (folder) writeFileSync(join(folder, `${name}-${at}.png`), png)
    const { data, info } = await sharp(png)
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    inks.push(data.reduce((sum, value) => sum + (value < 200 ? 1 : 0), 0) / (info.width * info.height))
  }
  return inks
}

let pdf: PDFDocumentProxy
beforeAll(async () => {
  pdf = await open(await reportPdf(sample))
})
afterAll(() => pdf.cleanup())

test('text stands in reading order: title, caveats, figure, its chart, its table, its passport', async () => {
  const text = await textOf(pdf)
  const places = [
    'Assistance recorded in 2011',
    'Public: small numbers are suppressed',
    'Data as recorded up to',
    'Only persons who were assisted',
    'Global trends',
    '200 instances of assistance were recorded',
    'Instances of assistance by nationality, 2011',
    '90 · 45%',
    'Nationality',
    'Base, of all',
    'It is not 0',
    'What is counted',
  ].map(said => text.indexOf(said))
  expect(places.every(at => at >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('no page is empty, and the file is dated by the cut-off', async () => {
  const inks = await inkOf(pdf, 'sample')
  expect(inks.length).toBeGreaterThan(1)
  expect(Math.min(...inks)).toBeGreaterThan(0.005)
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; CreationDate?: string } }
  expect(info.Title).toBe(sample.title)
  expect(info.CreationDate).toContain('20120331')
})

const inScript = (title: string, labels: readonly string[], look: Partial<DraftReport>): DraftReport => {
  const [first] = draft.sections
  const figure = first?.blocks.find(block => block.kind === 'figure')?.figure
  if (!first || !figure) throw new Error('The sample has a figure.')
  const scripted: DraftFigure = {
    ...figure,
    caption: title,
    rows: labels.map((label, at) => ({ key: String(at), label, n: 40 - at, share: 20 })),
  }
  return {
    ...draft,
    ...look,
    title,
    caveats: labels,
    sections: [{ ...first, title, blocks: [{ kind: 'figure', figure: scripted }], sections: [] }],
  }
}

test.each([
  ['uk', 'Допомога у 2011 році', ['Україна', 'Білорусь'], {}, ['NotoSans']],
  ['km', 'ជំនួយឆ្នាំ២០១១', ['កម្ពុជា', 'ស្រី'], {}, ['NotoSansKhmer']],
  ['ar', 'المساعدة المسجلة في 2011', ['أوكرانيا', 'اليمن'], { direction: 'rtl' as const }, ['NotoSansArabic']],
])(
  '%s: letters, numbers and charts in their own script, with the font in the file',
  async (language, title, labels, look, fonts) => {
    const bytes = await reportPdf(numbered(inScript(title, labels, { language, ...look })))
    const found = await open(bytes)
    const text = (await textOf(found)).normalize('NFKC')
    // Shaped letters come out in the order of the page and not of the word: that each is there is what can be read back.
    for (const letter of labels.join('')) expect(text).toContain(letter)
    expect(text).toContain('2012')
    for (const font of fonts) expect(bytes.toString('latin1')).toContain(`+${font}-`)
    expect(Math.min(...(await inkOf(found, language)))).toBeGreaterThan(0.005)
    await found.cleanup()
  },
)
