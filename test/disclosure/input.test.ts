import { describe, expect, test } from 'vitest'
import { ctdcSchema } from '#disclosure/ctdc-schema.ts'
import { attributesOf, written } from '#disclosure/facts.ts'
import { type Line, readFacts, type ReadOptions } from '#disclosure/read-facts.ts'
import { readSchema } from '#disclosure/schema.ts'
import { capped } from '#disclosure/cap.ts'
import { repeatableBits } from './tables.ts'

const schema = readSchema(
  JSON.stringify({
    columns: [
      { name: 'sex', values: ['f', 'm'] },
      { name: 'year', range: [2001, 2003] },
      { name: 'means', values: ['threats', 'debt'], delimiter: ';', missing: ['0'] },
    ],
    subject: 'id',
  }),
  'own',
)

const lines = (text: string): Line[] =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.trim().split(',') }))
const read = (text: string, options?: ReadOptions) => readFacts(lines(text), schema, options)
const said = async (text: string, options?: ReadOptions) => {
  const { table } = await read(text, options)
  return Array.from({ length: table.persons }, (_, p) => written(table.domain, attributesOf(table, p)))
}

test('cells become attributes; several values in one cell, and what says nothing', async () => {
  expect(await said('id,means,sex,year\n1,debt;threats,f,2002\n2,0,,\n3,threats,m,')).toEqual([
    'sex:f;year:2002;means:threats;means:debt',
    '',
    'sex:m;means:threats',
  ])
})

test('rows of one person are joined when asked', async () => {
  expect(await said('id,means,sex\n1,debt,f\n2,,m\n1,threats,', { mergeSubjects: true })).toEqual([
    'sex:f;means:threats;means:debt',
    'sex:m',
  ])
})

test('the domain is the public one, whatever the table holds', async () => {
  const { table } = await read('id,sex\n1,f')
  expect(table.domain.attributes.map(each => each.value)).toEqual(['f', 'm'])
})

describe('refused before anything is spent', () => {
  test.each([
    ['column_unknown', 'id,sex,village\n1,f,x'],
    ['column_twice', 'id,sex,Sex\n1,f,f'],
    ['columns_none', 'id\n1'],
    ['column_absent', 'sex\nf'],
    ['value_unlisted', 'id,sex\n1,f\n2,NaN'],
    ['value_unlisted', 'id,year\n1,1999'],
    ['subject_missing', 'id,sex\n,f'],
    ['subject_twice', 'id,sex\n1,f\n1,f'],
    ['line_length', 'id,sex\n1'],
  ])('%s', async (code, text) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'DisclosureProblem', code })
  })

  test('no file at all', async () => {
    await expect(readFacts([], schema)).rejects.toMatchObject({ code: 'table_empty' })
  })

  test('rows of one person that disagree', async () => {
    const wrong = read('id,sex\n1,f\n1,m', { mergeSubjects: true })
    await expect(wrong).rejects.toMatchObject({ code: 'subject_conflict', details: { line: 2, column: 'sex' } })
  })

  test('a refusal names line and column, never the value', async () => {
    const wrong = read('id,sex\n1,Mary of the village')
    await expect(wrong).rejects.toThrow(/Line 2: the value of sex/)
    await expect(wrong).rejects.not.toThrow(/Mary/)
  })

  test('more values than the cap, unless a random part is asked for', async () => {
    const { table, linesOf } = await read('id,sex,year,means\n1,f,2001,debt;threats\n2,f,,')
    const bits = repeatableBits(1)
    expect(() => capped(table, 3, 'refuse', { linesOf, bits })).toThrow(
      /1 persons have more than 3 values, the first on line 2/,
    )
    const cut = capped(table, 3, 'truncate', { linesOf, bits })
    expect([attributesOf(cut, 0).length, attributesOf(cut, 1).length]).toEqual([3, 1])
  })
})

describe('a schema is refused', () => {
  const columns = (...own: object[]) => JSON.stringify({ columns: own })
  const many = Array.from({ length: 30_000 }, (_, at) => `v${at}`)
  test.each([
    ['schema_unreadable', '{'],
    ['schema_unreadable', '{"columns": []}'],
    ['schema_unreadable', columns({ name: 'a' })],
    ['schema_unreadable', columns({ name: 'a', range: [1, 1_000_000] })],
    ['schema_column_twice', columns({ name: 'a', values: ['1'] }, { name: 'a', values: ['1'] })],
    ['schema_value_twice', columns({ name: 'a', values: ['1', 1] })],
    ['schema_reserved_mark', columns({ name: 'a', values: ['1:2'] })],
    ['schema_too_wide', columns({ name: 'a', values: many })],
  ])('%s', (code, text) => {
    expect(() => readSchema(text, 'x')).toThrow(expect.objectContaining({ code }))
  })

  test('columns may be written shortly', () => {
    const short = readSchema('{"columns": {"a": ["x", "y"], "b": [1, 2]}}', 'short')
    expect(short.columns.map(each => [each.name, each.values])).toEqual([
      ['a', ['x', 'y']],
      ['b', ['1', '2']],
    ])
  })
})

describe('CTDC', () => {
  test('every public column has its list, from the dictionary', () => {
    for (const name of ['ctdc-a', 'ctdc-b', 'ctdc-c'] as const) {
      const { columns } = ctdcSchema(name, 2026)
      expect(columns.length).toBe({ 'ctdc-a': 58, 'ctdc-b': 37, 'ctdc-c': 27 }[name])
      expect(columns.every(column => column.values.length > 0)).toBe(true)
    }
  })

  test('Namibia is a country, 0 is none, flags and bands are read as they are written', async () => {
    const file = lines(
      'citizenship,CountryOfExploitation,ageBroad,isForcedLabour\nNA,0,09--17,1.0\nNAM,00,9--17,0\n,-99,,-99',
    )
    const { table } = await readFacts(file, ctdcSchema('ctdc-a', 2026))
    const people = Array.from({ length: 3 }, (_, p) => written(table.domain, attributesOf(table, p)))
    expect(people).toEqual([
      'ageBroad:9--17;citizenship:NA;isForcedLabour:1',
      'ageBroad:9--17;citizenship:NA;isForcedLabour:0',
      '',
    ])
  })
})
