import { type Cell, type Engine, readNumber } from '../engine/engine.ts'
import { readDate } from '../prepare/date.ts'

/** What a column of a file turns out to hold. `unique`: a number that no two records share; names may well be different in all. */
export type Kind =
  | 'empty'
  | 'constant'
  | 'unique'
  | 'date'
  | 'year'
  | 'month'
  | 'day'
  | 'email'
  | 'code'
  | 'category'
  | 'letters'
  | 'text'

export interface Profile {
  readonly column: string
  readonly kind: Kind
  /** Records in which something is written. */
  readonly filled: number
  readonly distinct: number
  /** Of dates written in numbers. */
  readonly order: 'ymd' | 'dmy' | 'mdy'
  /** Characters of a middling value. */
  readonly length: number
  /** The texts for "missing" may be codes here: two or three capital letters everywhere. */
  readonly literal: boolean
  /** No letter of another script in the sample. */
  readonly ascii: boolean
}

const sampled = 2_000

/** Looks at how full each column is, how many values it has, and what a sample of the values looks like. */
export async function profileColumns(
  engine: Engine,
  columns: readonly string[],
  missing: readonly string[],
  raw = 'raw',
): Promise<Profile[]> {
  const records = await readNumber(engine, `SELECT count(*) FROM ${raw}`)
  const profiles: Profile[] = []
  for (const column of columns) {
    const d = engine.dialect
    const name = d.quote(column)
    const absent = missing.map(text => d.text(text)).join(', ')
    const codes = await looksLikeCodes(engine, name, raw)
    const present = `${name} IS NOT NULL${codes || absent === '' ? '' : ` AND ${name} NOT IN (${absent})`}`
    const [[filled], [distinct]] = (await engine.read(
      `SELECT count(*), count(DISTINCT ${name}) FROM ${raw} WHERE ${present}`,
    )) as [Cell[], Cell[]]
    const [values = []] = await engine.read(
      `SELECT v FROM (SELECT DISTINCT ${name} AS v FROM ${raw} WHERE ${present}) AS s ORDER BY ${d.hash('v')}, v LIMIT ${sampled}`,
    )
    profiles.push(
      profileOf(column, {
        values: values.map(String),
        filled: Number(filled),
        distinct: Number(distinct),
        records,
        literal: codes,
      }),
    )
  }
  return profiles
}

/** Nine in ten values are two or three capital letters, and there are several: country codes, not names. */
async function looksLikeCodes(engine: Engine, name: string, raw: string): Promise<boolean> {
  const [values = []] = await engine.read(`SELECT DISTINCT ${name} FROM ${raw} WHERE ${name} IS NOT NULL LIMIT 400`)
  return (
    values.length >= 8 &&
    values.length < 400 &&
    values.filter(value => /^[A-Z]{2,3}$/.test(String(value))).length > 0.9 * values.length
  )
}

interface Seen {
  readonly values: readonly string[]
  readonly filled: number
  readonly distinct: number
  readonly records: number
  readonly literal: boolean
}

export function profileOf(column: string, { values, filled, distinct, records, literal }: Seen): Profile {
  const lengths = values.map(value => value.length).toSorted((a, b) => a - b)
  const order = dateOrder(values)
  return {
    column,
    kind: kindOf({ values, filled, distinct, records, literal }, order),
    filled,
    distinct,
    order,
    length: lengths[Math.floor(lengths.length / 2)] ?? 0,
    literal,
    ascii: values.every(value => /^[ -~]*$/.test(value)),
  }
}

function kindOf({ values, filled, distinct, records }: Seen, order: Profile['order']): Kind {
  if (filled === 0) return 'empty'
  if (distinct === 1) return 'constant'
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length
  if (share(value => /^\S+@\S+$/.test(value)) > 0.7) return 'email'
  const whole = share(value => /^\d+(\.0)?$/.test(value))
  const within = (from: number, to: number) =>
    share(value => /^\d+(\.0)?$/.test(value) && Number(value) >= from && Number(value) <= to)
  if (whole > 0.95 && share(value => /^(18|19|20)\d\d(\.0)?$/.test(value)) > 0.95 && distinct >= 3) return 'year'
  if (share(value => looksLikeDate(value, order)) > 0.8) return 'date'
  if (whole > 0.95 && within(1, 12) > 0.9 && distinct >= 6 && distinct <= 16) return 'month'
  if (whole > 0.95 && within(1, 31) > 0.9 && distinct >= 20 && distinct <= 40) return 'day'
  if (distinct <= 40 && distinct / filled < 0.2) return 'category'
  if (share(value => (value.match(/\d/g)?.length ?? 0) >= value.replace(/[\s+()./-]/g, '').length / 2) > 0.6)
    return distinct === records ? 'unique' : 'code'
  return share(value => value.trim().split(/\s+/).length >= 5) > 0.5 ? 'text' : 'letters'
}

/** Eight digits can be a number of something: only when they read as a day that exists, in years of living people, are they a date. */
function looksLikeDate(value: string, order: Profile['order']): boolean {
  if (/^\d{4}$/.test(value) || /^\d{1,3}$/.test(value) || /^\d{5,7}$/.test(value)) return false
  const read = readDate(value, order)
  if (read === null || read.year === null) return false
  if (/^\d{8}$/.test(value))
    return read.year > 1850 && read.year < 2100 && (read.month ?? 99) <= 12 && (read.day ?? 99) <= 31
  return true
}

/** Which part of a date in numbers comes first: told by parts that can be no month. */
function dateOrder(values: readonly string[]): Profile['order'] {
  const parts = values.flatMap(value => {
    const found =
      /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}/.exec(value) ?? /^(\d{2})(\d{2})(?:18|19|20)\d{2}$/.exec(value)
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const]
  })
  if (parts.length < values.length / 2 || parts.length === 0) return 'ymd'
  const first = parts.filter(([a]) => a > 12).length
  const second = parts.filter(([, b]) => b > 12).length
  return second > first ? 'mdy' : 'dmy'
}
