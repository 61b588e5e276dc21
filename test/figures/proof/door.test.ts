// The door of the proof-reader: values as reports print them, and files that cannot be taken, each fault by its line.

import { afterAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readClaims } from '#exchange/claims/read.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { fromMemory } from '#exchange/source.ts'
import { phraseLineError } from '#exchange/line.ts'
import { said } from '#figures/proof/amount.ts'
import { readPeriod } from '#figures/proof/period.ts'
import { proofRead } from '#figures/proof/proof.ts'
import { readPrinted } from '#figures/proof/value.ts'
import { scratchFolder } from '../../exchange/scratch.ts'

const scratch = scratchFolder()
afterAll(() => scratch.remove())

const read = (text: string | Buffer) => readClaims(fromMemory('claims.csv', Buffer.from(text)))

async function faults(text: string): Promise<string[]> {
  const error: unknown = await read(text).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof LinesRefused) return error.errors.map(phraseLineError)
  throw error instanceof Error ? error : new Error('The file was taken.')
}

/** "2,430 to 2,970", with < where the upper end is left out; the fault where it is none. */
function allowed(text: string): string {
  const value = readPrinted(text)
  if (typeof value === 'string') return value
  if (value.kind !== 'number') return value.kind
  const { low, high, open } = value.may
  const sign = `${value.negative ? '-' : ''}${value.percent ? '%' : ''}`
  return low === high ? `${said(low)}${sign}` : `${said(low)} to ${open ? '<' : ''}${said(high)}${sign}`
}

describe('values as published', () => {
  test.each([
    ['5,498', '5,498'],
    ['5 498', '5,498'],
    ['USD 27,791,930', '27,791,930'],
    ['Twelve thousand', '12,000'],
    ['one was returned to Kenya', '1'],
    ['53%', '52.5 to <53.5%'],
    ['77.6 per cent', '77.55 to <77.65%'],
    ['53,5 %', '53.45 to <53.55%'],
    ['٥٣٪', '52.5 to <53.5%'],
    ['more than 26,000', '26,000 to <∞'],
    ['approximately 2,700', '2,430 to 2,970'],
    ['almost 10%', '9 to <10%'],
    ['nearly two thirds (62%)', '61.5 to <62.5%'],
    ['half', '45 to 55%'],
    ['9.9 million', '9,850,000 to <9,950,000'],
    ['decline of 7%', '6.5 to <7.5-%'],
    ['−13%', '12.5 to <13.5-%'],
    ['+140 %', '139.5 to <140.5%'],
    ['not available', 'missing'],
    ['c', 'suppressed'],
    ['17% to 26%', 'range'],
    ['1200⁴', 'note_mark'],
    ['5.498', 'point_or_comma'],
    ['12 of them 3', 'not_value'],
    ['many', 'not_value'],
    ['9999999999999', 'too_many_digits'],
    ['1.23456%', 'too_precise'],
  ])('%s', (text, meant) => {
    expect(allowed(text)).toBe(meant)
  })

  test('a number of so many holds both', () => {
    expect(readPrinted('6 of the 8 regions')).toMatchObject({ at: 60_000, of: 80_000 })
  })

  test.each([
    ['2011', '2011-01-01', '2011-12-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2011-11 to 2012-06', '2011-11-01', '2012-06-30'],
    ['since 2005', '2005-01-01', null],
    ['as of 2022-06-03', null, '2022-06-03'],
  ])('the period %s', (text, from, to) => {
    expect(readPeriod(text)).toMatchObject({ from, to })
  })
})

describe('files', () => {
  test('headers in any spelling, any order; foreign columns are told and not read', async () => {
    const { claims, ignored } = await read(
      'Value;Part-of;Indicator;Remarks;id\n"5,498";;Instances;x;a\n30;a;Instances;;b\n',
    )
    expect(claims.map(({ id, partOf, printed }) => [id, partOf, printed])).toEqual([
      ['a', null, '5,498'],
      ['b', 'a', '30'],
    ])
    expect(ignored).toEqual(['Remarks'])
  })

  test('a spreadsheet is read like a CSV, and its formulas are refused by their cell', async () => {
    const cell = (value: string) => ({ value, type: String })
    const file = scratch.path('claims.xlsx')
    await writeXlsxFile([['indicator', 'value', 'period'].map(cell), ['Calls', '4,444', '2022-05'].map(cell)]).toFile(
      file,
    )
    expect((await readClaims(file)).claims).toMatchObject([{ indicator: 'Calls', printed: '4,444', line: 2 }])
    const withFormula = scratch.path('formula.xlsx')
    await writeXlsxFile([['indicator', 'value'].map(cell), [cell('Calls'), { type: 'Formula', value: '1+1' }]]).toFile(
      withFormula,
    )
    await expect(readClaims(withFormula)).rejects.toMatchObject({ code: 'spreadsheet_formula' })
  })

  test('every fault of every line is named', async () => {
    expect(
      await faults(
        [
          'id,indicator,value,measure,period,part_of,base,threshold',
          'a,Calls,=1+1,,2011,,,',
          ',,many,,soon,,,',
          'b,Calls,0.53,share,2011,,,',
          'c,Calls,-4,,2011,nobody,,',
          'c,Calls,4,guess,2011,c,sometimes,about 40',
          'ragged,line',
        ].join('\n'),
      ),
    ).toEqual([
      expect.stringContaining('line 2, column value: "=1+1" is a formula'),
      expect.stringContaining('line 2, column value: "=1+1" is not a published number'),
      expect.stringContaining('line 3, column indicator: "" must not be empty'),
      expect.stringContaining('line 3, column value: "many" is not a published number'),
      expect.stringContaining('line 3, column period: "soon" is not a period'),
      expect.stringContaining('line 4, column value: "0.53" looks like a share written as a fraction'),
      expect.stringContaining('line 5, column value: "-4" is less than nothing'),
      expect.stringContaining('line 5, column part_of: "nobody" names no row'),
      expect.stringContaining('line 6, column measure: "guess" is not one of'),
      expect.stringContaining('line 6, column threshold: "about 40" is not a limit'),
      expect.stringContaining('line 6, column id: "c" is on line 5 already'),
      expect.stringContaining('line 6, column part_of: "c" is a part of itself'),
      expect.stringContaining('line 6, column base: "sometimes" is neither a number nor the id of a row'),
      expect.stringContaining('line 7, column id: "ragged" the line has 2 values'),
    ])
  })

  test.each([
    ['empty', '', 'empty_file'],
    ['header only', 'indicator,value\n', 'no_rows'],
    ['other columns', 'a,b\n1,2\n', 'columns_missing'],
    ['not UTF-8', Buffer.from('indicator,value\nEnqu\xeate,5\n', 'latin1'), 'not_utf8'],
    ['UTF-16', Buffer.from('\ufeffindicator,value\nCalls,5\n', 'utf16le'), 'utf16'],
    ['too many lines', `indicator,value\n${'Calls,5\n'.repeat(20_001)}`, 'too_many_lines'],
    ['broken JSON', '{"figures": [', 'json_invalid'],
    ['other JSON', '{"figures": []}', 'not_figures'],
    ['PDF', '%PDF-1.7', 'not_a_table'],
  ])('%s is refused with the reason', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code })
  })

  test('thousands of lines are proof-read', async () => {
    const lines = Array.from({ length: 3_998 }, (_, at) => `p${at},Calls,call,1,2011,day,d${at},all`)
    const { claims } = await read(
      ['id,indicator,unit,value,period,dimension,category,part_of', 'all,Calls,call,"3,999",2011,,,', ...lines].join(
        '\n',
      ),
    )
    expect(proofRead(claims).map(({ code }) => code)).toEqual(['sum_under'])
  })
})

describe('the figures.json of a report', () => {
  const figure = {
    id: 'sex',
    number: 1,
    caption: 'Persons by sex',
    chart: 'bars',
    alt: '',
    indicator: 'instances',
    unit: 'instance',
    definition: '',
    period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
    accumulation: 'in_period',
    base: { n: 8, of: 'all' },
    by: [{ id: 'sex', label: 'Sex', multiple: false }],
    rows: [
      { key: 'female', label: 'Female', n: 5, share: 63 },
      { key: 'male', label: 'Male', n: 3, share: 38 },
    ],
    sumNote: 'Shares are rounded and sum to 101%.',
    notAvailable: [],
    coverage: 'All missions.',
    caveats: [],
    query: { indicator: 'instances', by: ['sex'], where: { year: ['2011'] } },
  }
  const file = (figures: object[], mode = 'internal') =>
    JSON.stringify({ report: { title: 'Annual report' }, cut_off: '2012-03-01T08:00:00.000Z', mode, figures })
  const codes = async (text: string) => proofRead((await read(text)).claims).map(({ code }) => code)

  test('is read as claims, and a right one is left in peace', async () => {
    const { claims } = await read(file([figure]))
    expect(claims.map(({ id, printed, measure }) => [id, printed, measure])).toEqual([
      ['sex/caption', 'Persons by sex', 'figure'],
      ['sex', '8', 'count'],
      ['sex/female', '5', 'count'],
      ['sex/female/%', '63%', 'share'],
      ['sex/male', '3', 'count'],
      ['sex/male/%', '38%', 'share'],
    ])
    expect(proofRead(claims)).toEqual([])
  })

  test('numbers twice, rows that do not add up, a sum without a note', async () => {
    const other = { ...figure, id: 'sex-again', base: { n: 9, of: 'known' }, sumNote: null }
    expect(await codes(file([figure, other]))).toEqual([
      'figure_twice',
      'sum_under',
      'share_of_count',
      'share_of_count',
      'common_base',
      'shares_unexplained',
    ])
  })

  test('what is withheld from the public cannot be computed, and small numbers are not shown', async () => {
    const rows = [
      { key: 'female', label: 'Female', n: 7, share: 88 },
      { key: 'male', label: 'Male', n: 'c', share: 'c' },
    ]
    expect(await codes(file([{ ...figure, rows }], 'public'))).toEqual(['withheld_told'])
    expect(await codes(file([figure], 'public'))).toEqual(['small_cell'])
    expect(await codes(file([{ ...figure, rows, base: { n: 'c', of: 'all' } }], 'public'))).toEqual([])
  })

  test('not available is neither 0 nor a contradiction', async () => {
    const rows = figure.rows.map(row => ({ ...row, n: null, share: null }))
    expect(await codes(file([{ ...figure, rows, base: { n: null, of: 'all' } }]))).toEqual([])
  })
})
