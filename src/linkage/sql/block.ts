import type { Rule, Term } from '../settings/settings.ts'
import type { Dialect } from './dialect.ts'

/**
 * Blocking: each rule gives a record a key (or, with a list, several), and records with the same key become a pair. A
 * pair is written once, with all rules that find it as bits, from which the pairs found by none can be estimated.
 */
export interface BlockRule {
  readonly terms: Rule
  /** The term is a list: one key for each item. */
  readonly list: boolean
}

export const keyName = (rule: number): string => `k${rule}`

/** row, source_no and one key a rule, of every record. */
export function keysSql(
  d: Dialect,
  rules: readonly BlockRule[],
  isList: (column: string) => boolean,
  table = 'record',
): string {
  const keys = rules.map((rule, i) => `${keySql(d, rule.terms, isList)} AS ${keyName(i)}`)
  return `SELECT ${[d.quote('row'), 'source_no', ...keys].join(', ')} FROM ${table}`
}

function keySql(d: Dialect, terms: readonly Term[], isList: (column: string) => boolean): string {
  const plain = terms.filter(term => !isList(column(term))).map(term => termSql(d, term))
  const list = terms.find(term => isList(column(term)))
  const missing = terms.map(term => `${d.quote(column(term))} IS NULL`)
  if (terms.length === 0) return 'CAST(0 AS BIGINT)'
  const key = list
    ? d.keys(d.quote(column(list)), item => d.hash(joined(d, [...plain, item])))
    : d.hash(joined(d, plain))
  return `CASE WHEN ${missing.join(' OR ')} THEN NULL ELSE ${key} END`
}

const column = (term: Term): string => (typeof term === 'string' ? term : term.column)

function termSql(d: Dialect, term: Term): string {
  const text = `CAST(${d.quote(column(term))} AS ${d.types.text})`
  return typeof term === 'string' ? text : `substr(${text}, 1, ${term.first})`
}

const joined = (d: Dialect, texts: readonly string[]): string => texts.join(` || ${d.text('|')} || `)

/** How many keys of a rule are shared by how many records: `size`, `blocks`. */
export function blockSizesSql(d: Dialect, rule: BlockRule, index: number, table = 'keys'): string {
  return `SELECT size, count(*) AS blocks FROM (SELECT count(*) AS size FROM ${keyRows(d, rule, index, table)} AS k GROUP BY key) AS s GROUP BY size`
}

/** Keys of a rule that more records share than `largest`. */
export function largeKeysSql(d: Dialect, rule: BlockRule, index: number, largest: number, table = 'keys'): string {
  return `SELECT CAST(key AS ${d.types.text}) AS key FROM ${keyRows(d, rule, index, table)} AS k GROUP BY key HAVING count(*) > ${largest}`
}

function keyRows(d: Dialect, rule: BlockRule, index: number, table: string): string {
  const key = keyName(index)
  if (!rule.list) return `(SELECT ${d.quote('row')}, source_no, ${key} AS key FROM ${table} WHERE ${key} IS NOT NULL)`
  return `(SELECT DISTINCT ${d.quote('row')}, source_no, ${d.explode(key)} AS key FROM ${table})`
}

/** The keys again, without those given (literals, a list for each rule). */
export function keysWithoutSql(
  d: Dialect,
  rules: readonly BlockRule[],
  large: readonly (readonly string[])[],
  table = 'keys',
): string {
  const keys = rules.map((rule, i) => {
    const key = keyName(i)
    const items = large[i] ?? []
    if (items.length === 0) return key
    if (rule.list) return `${d.without(key, items)} AS ${key}`
    return `CASE WHEN ${key} IN (${items.join(', ')}) THEN NULL ELSE ${key} END AS ${key}`
  })
  return `SELECT ${[d.quote('row'), 'source_no', ...keys].join(', ')} FROM ${table}`
}

export type PairKind = 'within' | 'between' | 'both'

export interface PairsOf {
  readonly rules: readonly BlockRule[]
  readonly kind: PairKind
  readonly keys?: string
}

/**
 * l, r and rules of the pairs that any rule finds. Each rule finds its pairs from its own key alone, and they are put together
 * afterwards: asking of every pair what the other rules say of it took seven times as long.
 */
export function pairsSql(d: Dialect, { rules, kind, keys = 'keys' }: PairsOf): string {
  const row = d.quote('row')
  const sources = kind === 'both' ? '' : ` AND x.source_no ${kind === 'between' ? '<>' : '='} y.source_no`
  const found = rules.map((rule, i) => {
    const side = keyRows(d, rule, i, keys)
    return `SELECT x.${row} AS l, y.${row} AS r, ${2 ** i} AS rules FROM ${side} AS x JOIN ${side} AS y ON x.key = y.key AND x.${row} < y.${row}${sources}`
  })
  if (rules.length === 1 && !rules[0]?.list) return found.join()
  return `SELECT l, r, bit_or(rules) AS rules FROM (${found.join(' UNION ALL ')}) AS f GROUP BY l, r`
}
