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
    ? d.map(d.quote(column(list)), item => d.hash(joined(d, [...plain, item])))
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
  /** The table of keys of the left and of the right record; two tables when new records meet old ones. */
  readonly left?: string
  readonly right?: string
}

/** l, r and rules of the pairs that rule `index` finds and no rule before it. */
export function pairsSql(d: Dialect, { rules, kind, left = 'keys', right = 'keys' }: PairsOf, index: number): string {
  const rule = rules[index] as BlockRule
  const row = d.quote('row')
  const among = left === right ? [`l.${row} < r.${row}`] : []
  const sources =
    kind === 'between' ? ['l.source_no <> r.source_no'] : kind === 'within' ? ['l.source_no = r.source_no'] : []
  const earlier = rules.slice(0, index).map((each, i) => `NOT ${agrees(d, each, i)}`)
  const mask = rules.map((each, i) =>
    i === index ? String(2 ** i) : `CASE WHEN ${agrees(d, each, i)} THEN ${2 ** i} ELSE 0 END`,
  )
  const pick = `SELECT l.${row} AS l, r.${row} AS r, ${mask.join(' + ')} AS rules`
  const also = [...among, ...sources, ...earlier]
  if (rule.terms.length === 0) return `${pick} FROM ${left} AS l JOIN ${right} AS r ON ${also.join(' AND ') || 'TRUE'}`
  if (!rule.list)
    return `${pick} FROM ${left} AS l JOIN ${right} AS r ON ${[`l.${keyName(index)} = r.${keyName(index)}`, ...also].join(' AND ')}`
  const found = `SELECT DISTINCT x.${row} AS l, y.${row} AS r FROM ${keyRows(d, rule, index, left)} AS x JOIN ${keyRows(d, rule, index, right)} AS y ON x.key = y.key${left === right ? ` AND x.${row} < y.${row}` : ''}`
  return `${pick} FROM (${found}) AS f JOIN ${left} AS l ON l.${row} = f.l JOIN ${right} AS r ON r.${row} = f.r${
    [...sources, ...earlier].length > 0 ? ` WHERE ${[...sources, ...earlier].join(' AND ')}` : ''
  }`
}

function agrees(d: Dialect, rule: BlockRule, index: number): string {
  const key = keyName(index)
  if (rule.terms.length === 0) return 'TRUE'
  return rule.list ? `coalesce(${d.overlap(`l.${key}`, `r.${key}`)}, FALSE)` : `coalesce(l.${key} = r.${key}, FALSE)`
}
