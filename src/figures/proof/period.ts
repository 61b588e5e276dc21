/** A time as a report states it. Days are ISO; null is open. */
export interface Period {
  readonly label: string
  readonly from: string | null
  readonly to: string | null
  /** The report says that nobody knows since when. */
  readonly beginning?: 'unknown' | undefined
}

const day = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`
const single = new RegExp(`^(${day})$`)
const pair = new RegExp(`^(${day}) ?(?:to|/|–|—|\\.\\.| - ) ?(${day})$`)
const years = /^(\d{4})-(\d{4})$/
const since = new RegExp(`^since (${day})$`)
const until = new RegExp(`^(since unknown )?(?:until|as of|to) (${day})$`)

/** "2011", "2011-11", "2011-11-05", "2011-11 to 2012-06", "2008–2011", "since 2005", "as of 2022-06-03", "since unknown to 2022-06-03"; null otherwise. */
export function readPeriod(text: string): Period | null {
  const label = text.trim().replace(/\s+/g, ' ')
  const plain = label.toLowerCase()
  const [, from, to] = pair.exec(plain) ?? years.exec(plain) ?? []
  const [, one] = single.exec(plain) ?? []
  const [, start] = since.exec(plain) ?? []
  const [, unknown, end] = until.exec(plain) ?? []
  const first = from ?? one ?? start
  const last = to ?? one ?? end
  if (first === undefined && last === undefined) return null
  const period = {
    label,
    from: first === undefined ? null : firstDay(first),
    to: last === undefined ? null : lastDay(last),
    ...(unknown === undefined ? {} : { beginning: 'unknown' as const }),
  }
  return [period.from, period.to].every(each => each === null || isDay(each)) ? period : null
}

/** A day, month or year: its first and its last day. Null when it is none. */
export function readDay(text: string): { from: string; to: string } | null {
  const plain = text.trim()
  if (!single.test(plain)) return null
  const read = { from: firstDay(plain), to: lastDay(plain) }
  return isDay(read.from) && isDay(read.to) ? read : null
}

/** The one year that a period is or lies in; null for longer or open ones. */
export function yearOf(period: Period | null): number | null {
  const [from, to] = [period?.from?.slice(0, 4), period?.to?.slice(0, 4)]
  return from !== undefined && from === to ? Number(from) : null
}

const firstDay = (text: string): string => `${text}-01-01`.slice(0, 10).padEnd(10, '-01')

function lastDay(text: string): string {
  const [year = '', month = '12', exact] = text.split('-')
  if (exact !== undefined) return text
  // Day 0 of the next month; months count from 0.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(last).padStart(2, '0')}`
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
