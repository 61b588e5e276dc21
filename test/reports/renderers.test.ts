import sharp from 'sharp'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readExcel from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { outputsOf } from '#reports/outputs.ts'
import { reportHtml } from '#reports/html/html.ts'
import { sample } from './sample.ts'

const making = { signal: new AbortController().signal, progress: () => undefined }
const outputs = await outputsOf(sample, making)
const output = (name: string): Buffer => outputs.find(each => each.name === name)?.bytes ?? Buffer.alloc(0)

test('the same report gives the same bytes in every format', async () => {
  await new Promise(resolve => setTimeout(resolve, 2100))
  const again = await outputsOf(structuredClone(sample), making)
  expect(again.map(({ name, sha256 }) => [name, sha256])).toEqual(outputs.map(({ name, sha256 }) => [name, sha256]))
})

test('a stopped report writes nothing more', async () => {
  const stop = new AbortController()
  const written: number[] = []
  const stopping = outputsOf(sample, {
    signal: stop.signal,
    progress: ({ done }) => {
      written.push(done)
      if (done === 1) stop.abort()
    },
  })
  await expect(stopping).rejects.toMatchObject({ code: 'stopped' })
  expect(Math.max(...written)).toBeLessThan(3)
})

test('HTML: chart and table twin, passport, caveats and coverage, no script, nothing fetched', () => {
  const html = reportHtml(sample)
  expect(html).not.toMatch(/<script|<link|@import|url\((?!#)|https?:(?!\/\/www\.w3\.org\/2000\/svg)/)
  expect(html).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"))
  expect(html.match(/<figure /g)).toHaveLength(4)
  expect(html.match(/<svg /g)).toHaveLength(6)
  expect(html).toContain('href="#figure-1">Figure 1</a>')
  for (const caveat of sample.caveats) expect(html).toContain(caveat)
  expect(html.match(/Offices with case files: 6/g)).toHaveLength(5)
  expect(html).toContain('Public: small numbers are suppressed')
})

test('HTML: not available, 0 and c have three faces, in a figure and in any other table', () => {
  const rows = [...reportHtml(sample).matchAll(/<tr><t[hd][^>]*>([^<]*)<\/t[hd]>(.*?)<\/tr>/g)]
  const cellsOf = (name: string) => rows.find(([, head]) => head === name)?.[2]
  expect(cellsOf('Yemen')).toBe('<td class="num">0</td><td class="num">0%</td>')
  expect(cellsOf('Ethiopia')).toContain('<td class="num missing">not available</td>')
  expect(cellsOf('Lao People’s Democratic Republic')).toContain('<td class="num suppressed">c</td>')
  expect(cellsOf('Bangkok')).toContain('<td class="num suppressed">c</td>')
  expect(cellsOf('Lima')).toContain('<td class="num">0</td>')
})

test('CSV: heads, HXL tags, a line a number with its passport', () => {
  const text = output('figures.csv').toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [heads, tags, ...lines] = parse(text, { bom: true }) as string[][]
  expect(heads?.slice(0, 3)).toEqual(['Figure', 'Figure id', 'Caption'])
  expect(tags?.every(tag => /^#[a-z]+(\+[a-z]+)*$/.test(tag))).toBe(true)
  const at = (tag: string) => tags?.indexOf(tag) ?? -1
  const line = (label: string) => lines.find(each => each[at('#indicator+label+first')] === label)
  const value = (label: string) => [line(label)?.[at('#indicator+value+num')], line(label)?.[at('#status+value')]]
  expect(value('Ukraine')).toEqual(['90', 'counted'])
  expect(value('Yemen')).toEqual(['0', 'counted'])
  expect(value('Ethiopia')).toEqual(['n/a', 'not available'])
  expect(value('Lao People’s Democratic Republic')).toEqual(['c', 'suppressed'])
  expect(line('Ukraine')?.[at('#indicator+base+num')]).toBe('200')
  expect(lines.every(each => each[at('#meta+coverage')] !== '' && each[at('#meta+caveats')] !== '')).toBe(true)
  const leaflets = lines.find(each => each[at('#indicator+name')] === 'Leaflets')
  expect(leaflets?.[at('#date+end')]).toBe('2022-06-03')
  expect(leaflets?.[at('#indicator+accumulation')]).toBe('to_date')
})

test('XLSX: opens again with numbers to calculate with, caveats first', async () => {
  const sheets = await readExcel(output('report.xlsx'))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Figure 1', 'Figure 2', 'Figure 3', 'Figure 4', 'Data'])
  const [about, first] = sheets
  expect(about?.data.flat()).toEqual(expect.arrayContaining([...sample.caveats, sample.coverage]))
  const rows = new Map(first?.data.map(row => [row[0], row[1]]))
  expect(rows.get('Ukraine')).toBe(90)
  expect(rows.get('Yemen')).toBe(0)
  expect(rows.get('Ethiopia')).toBe('not available')
  expect(rows.get('Lao People’s Democratic Republic')).toBe('c')
  expect(rows.get('Base, of all')).toBe(200)
})

test('DOCX: opens again with headings, tables of its own and described charts, dated by the cut-off', async () => {
  const files = unzipSync(output('report.docx'))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
  expect(texts).toEqual(expect.arrayContaining([sample.title, ...sample.caveats, 'Global trends', 'Ukraine', '90']))
  expect(xml.match(/<w:tbl>/g)).toHaveLength(5)
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(5)
  expect(xml).toContain('descr="Bar chart. Instances of assistance by nationality, 2011. Ukraine 90')
  expect(Object.keys(files).filter(name => name.endsWith('.svg'))).toHaveLength(3)
  // For word processors that draw no SVG, the same as pixels: with letters and bars, not a blank.
  const pictures = Object.entries(files).filter(([name]) => name.endsWith('.png'))
  expect(pictures).toHaveLength(3)
  for (const [name, bytes] of pictures) {
    const { width, height } = await sharp(bytes).metadata()
    expect(width, name).toBeGreaterThan(1000)
    expect(height, name).toBeGreaterThan(100)
    expect((await sharp(bytes).greyscale().stats()).channels[0]?.stdev, name).toBeGreaterThan(10)
  }
  const cellsOf = (name: string) =>
    [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr [^>]*>.*?<\/w:tr>/gs)]
      .map(([row]) => [...row.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text))
      .find(([head]) => head === name)
  expect(cellsOf('Yemen')).toEqual(['Yemen', '0', '0%'])
  expect(cellsOf('Ethiopia')).toEqual(['Ethiopia', 'not available', 'not available'])
  expect(cellsOf('Lao People’s Democratic Republic')?.slice(1)).toEqual(['c', 'c'])
  expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('2012-03-31T22:15:00Z')
})
