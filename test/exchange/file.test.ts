import { deflateRawSync } from 'node:zlib'
import { chmodSync, mkdirSync, truncateSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { tableRows, withHeader } from '#exchange/table.ts'
import { type ScratchFolder, scratchFolder } from './scratch.ts'

let folder: ScratchFolder
beforeAll(() => {
  folder = scratchFolder()
})
afterAll(() => folder.remove())

async function rowsOf(file: string) {
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const row of tableRows(file)) rows.push(row)
  return rows
}
const problemOf = async (file: string) =>
  rowsOf(file).then(
    () => 'no problem',
    (error: { code?: string }) => error.code,
  )
const csv = (content: string | Uint8Array) => folder.file('given.csv', content)

describe('what is not a table is refused in words', () => {
  test.each([
    ['an empty file', '', 'empty_file'],
    ['UTF-16 with mark', Buffer.from('\uFEFFoffice,year\nA,2011\n', 'utf16le'), 'utf16'],
    ['UTF-16 without mark', Buffer.from('office,year\nA,2011\n', 'utf16le'), 'utf16'],
    ['Latin-1', Buffer.from('office,year\nKöln,2011\n', 'latin1'), 'not_utf8'],
    ['NUL bytes', 'office,year\nA,20\u000011\n', 'nul_bytes'],
    ['a quotation mark left open', 'office,year\n"A,2011\nB,2012\n', 'quote_not_closed'],
    ['a quotation mark inside a value', 'office,year\n"A"x,2011\n', 'quote_misplaced'],
    ['an endless line', `office,year\n"${'x'.repeat(1_100_000)}\n`, 'line_too_long'],
    ['a PDF', '%PDF-1.7\n...', 'not_a_table'],
    [
      'a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'spreadsheet_locked',
    ],
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'spreadsheet_old'],
    ['a broken zip', Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9]), 'spreadsheet_damaged'],
  ])('%s', async (_, content, code) => {
    expect(await problemOf(csv(content))).toBe(code)
  })

  test('a file that is not there, a folder', async () => {
    expect(await problemOf(folder.path('nothing.csv'))).toBe('missing_file')
    mkdirSync(folder.path('folder'))
    expect(await problemOf(folder.path('folder'))).toBe('not_a_file')
  })

  test.skipIf(process.getuid?.() === 0)('a file nobody may read', async () => {
    const hidden = folder.file('hidden.csv', 'a,b\n1,2\n')
    chmodSync(hidden, 0)
    expect(await problemOf(hidden)).toBe('not_readable')
  })

  test('the message names the line of the first foreign byte', async () => {
    const file = csv(Buffer.concat([Buffer.from('a,b\n1,2\n3,é\n'), Buffer.from('x,\xe9\n', 'latin1')]))
    await expect(rowsOf(file)).rejects.toThrow(/near line 4 .*Save it again as "CSV UTF-8"/)
  })
})

describe('a CSV', () => {
  test.each([',', ';', '\t'])('is read with the delimiter %j, byte order mark and Windows line ends', async mark => {
    const file = csv(`\uFEFFoffice${mark}year\r\n"A ""1"""${mark}2011\r\n\r\n${mark}\r\nB${mark}2012`)
    expect(await rowsOf(file)).toEqual([
      { line: 1, cells: ['office', 'year'] },
      { line: 2, cells: ['A "1"', '2011'] },
      { line: 5, cells: ['B', '2012'] },
    ])
  })

  test('counts lines where the row begins, also after a value over several lines', async () => {
    const file = csv('a,b\n"x\ny\nz",1\nsecond,2\n')
    expect((await rowsOf(file)).map(row => row.line)).toEqual([1, 2, 5])
  })

  test('keeps HTML and formulas as the text they are', async () => {
    const file = csv('a,b\n<script>alert(1)</script>,"=HYPERLINK(""x"")"\n')
    expect((await rowsOf(file))[1]?.cells).toEqual(['<script>alert(1)</script>', '=HYPERLINK("x")'])
  })

  test('names columns that stand twice', async () => {
    await expect(withHeader(csv('a,b,a\n1,2,3\n'))).rejects.toThrow('The header names these columns twice: a.')
  })
})

describe('a spreadsheet', () => {
  test('is read with its row numbers; dates as days', async () => {
    const file = folder.path('sheet.xlsx')
    const cells = [
      ['office', 'born'],
      [null, null],
      ['A', { value: new Date(Date.UTC(2001, 4, 3)), type: Date, format: 'yyyy-mm-dd' }],
      ['B', true],
      ['C', 7],
    ]
    await writeExcel(cells).toFile(file)
    expect(await rowsOf(file)).toEqual([
      { line: 1, cells: ['office', 'born'] },
      { line: 3, cells: ['A', '2001-05-03'] },
      { line: 4, cells: ['B', 'TRUE'] },
      { line: 5, cells: ['C', '7'] },
    ])
  })

  test('with a formula is refused by its cell', async () => {
    const file = folder.path('formula.xlsx')
    await writeExcel([
      ['a', 'b'],
      ['x', { value: '=1+1', type: 'Formula' }],
    ]).toFile(file)
    await expect(rowsOf(file)).rejects.toThrow('The cell B2 of the sheet holds a formula.')
  })

  test('that unpacks to hundreds of megabytes is refused, whatever size it claims', async () => {
    expect(await problemOf(folder.file('bomb.xlsx', bomb(300)))).toBe('spreadsheet_too_large')
  })
})

/** A zip with one entry that claims to be small and unpacks to `megabytes`. */
function bomb(megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 })
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(100, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

test('a file of a gigabyte is refused before it is read', async () => {
  const file = folder.file('huge.csv', 'office,year\n')
  truncateSync(file, 1024 ** 3)
  const start = performance.now()
  await expect(rowsOf(file)).rejects.toThrow(/too large \(1024 MB; at most 512 MB\)/)
  expect(performance.now() - start).toBeLessThan(2000)
})
