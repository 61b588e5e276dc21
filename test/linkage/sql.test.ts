import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseSettings } from '#linkage/settings/settings.ts'
import { blockSizesSql, keysSql, keysWithoutSql, largeKeysSql, pairsSql } from '#linkage/sql/block.ts'
import { compareSql } from '#linkage/sql/compare.ts'
import { type Dialect, duckdb, postgres, spark } from '#linkage/sql/dialect.ts'

/** One of everything that settings can ask for. */
const settings = parseSettings({
  version: 1,
  prepare: [
    { from: 'name', by: 'letters', as: 'name' },
    { from: 'family', by: 'letters', as: 'family' },
    { from: 'born', by: 'date', as: 'born' },
  ],
  compare: [
    {
      name: 'name',
      of: ['name'],
      neutral: { crossed: ['name', 'family'] },
      levels: [
        { label: 'same', when: { equal: 'name' } },
        { label: 'close', when: { similar: 'name', atLeast: 0.9 } },
      ],
    },
    {
      name: 'family',
      of: ['family'],
      levels: [
        { label: 'same', when: { equal: ['family', 'family_skeleton'] } },
        { label: 'one edit', when: { distance: 'family', by: 'levenshtein', atMost: 1 } },
        { label: 'an exchange', when: { distance: 'family', by: 'damerau', atMost: 1 } },
        { label: 'a word', when: { share: 'family_words', atLeast: 1 } },
        { label: 'two words', when: { share: 'family_words', atLeast: 2 } },
      ],
    },
    {
      name: 'born',
      of: ['born_year'],
      levels: [
        { label: 'a digit', when: { distance: 'born', by: 'digits', atMost: 1 } },
        {
          label: '1 January',
          when: {
            all: [
              { near: 'born_year', within: 1 },
              { any: [{ either: 'born_monthday', is: '0101' }, { equal: 'born_monthday' }] },
            ],
          },
        },
      ],
    },
  ],
  block: [['name', { column: 'family', first: 3 }], ['family_words', 'born_year'], []],
})
const rules = settings.block.map((terms, i) => ({ terms, list: i === 1 }))
const isList = (column: string) => column.endsWith('_words')

const everything = (d: Dialect): string =>
  [
    keysSql(d, rules, isList),
    ...rules.slice(0, 2).flatMap((rule, i) => [blockSizesSql(d, rule, i), largeKeysSql(d, rule, i, 500)]),
    keysWithoutSql(d, rules, [['1', '2'], ['3'], []]),
    pairsSql(d, { rules, kind: 'between' }),
    compareSql(d, settings.compare, 'pairs'),
  ].join(';\n\n')

test.each([duckdb, postgres, spark])('the SQL for $name is the one that was reviewed', async dialect => {
  await expect(`${everything(dialect)};\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'golden', `${dialect.name}.sql`),
  )
})
