import { isolated } from './plain.ts'
import type { Accumulation, Count, DraftFigure, Entry, Period, Report } from './report.ts'
import { en, type ReportText } from './words/en.ts'

/** A language is one entry; those that are missing read English. */
const texts: ReadonlyMap<string, ReportText> = new Map([['en', en]])

/** One cell as it is read, with the value behind it. */
export interface Shown {
  readonly text: string
  readonly value: Count
  /** What a renderer makes look different besides the words. */
  readonly face: 'number' | 'missing' | 'suppressed'
}

export const shown = (value: Count, text: string): Shown => ({
  text,
  value,
  face: value === null ? 'missing' : value === 'c' ? 'suppressed' : 'number',
})

/** How a report speaks: its words, and numbers, days and names written so that no direction of script can turn them round. */
export interface ReportWords {
  readonly text: ReportText
  readonly rtl: boolean
  /** For values inside a sentence. */
  isolate(value: string): string
  number(n: number): string
  percent(n: number): string
  /** A day, or the day of a moment; what is no date stays as it is. */
  day(iso: string): string
  /** Also the minute, in UTC. */
  moment(iso: string): string
  /** 12, “not available”, or c. */
  count(n: Count): string
  share(n: Count): string
  unit(unit: string): string
  base(base: DraftFigure['base']): string
  /** For whom it is, and how small a number may be. */
  mode(report: Pick<Report, 'mode' | 'threshold'>): string
  /** Of what: all, known, or a narrower base. */
  of(said: string): string
  over(accumulation: Accumulation, period: Period): string
  /** A count of an entry: the number, and the unit and time after it. */
  counted(count: Entry['counts'][number]): { readonly cell: Shown; readonly after: string }
}

export function reportWords(language: string, direction: 'ltr' | 'rtl'): ReportWords {
  const text = texts.get(language.toLowerCase()) ?? texts.get(language.split('-')[0]?.toLowerCase() ?? '') ?? en
  // A map: a unit is whatever a report says, `__proto__` too.
  const units: ReadonlyMap<string, string> = new Map(Object.entries(text.units))
  const unitOf = (unit: string) => units.get(unit) ?? unit
  // Digits and calendar of the register's own documents, whatever a language would choose.
  const locale = `${known(language)}-u-ca-gregory-nu-latn`
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const minutes = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' })
  const isolate = (value: string) => isolated(value, direction)
  const number = (n: number) => isolate(numbers.format(n))
  const percent = (n: number) => isolate(percents.format(n / 100))
  const date = (iso: string) =>
    /^\d{4}-\d{2}-\d{2}/.test(iso) && !Number.isNaN(Date.parse(iso)) ? new Date(iso) : null
  const day = (iso: string) => {
    const at = date(iso)
    return isolate(at === null ? iso : days.format(at))
  }
  const of = (said: string) =>
    said === 'all' ? text.ofAll : said === 'known' ? text.ofKnown : text.ofOther(isolate(said))
  const faced = (n: Count, say: (n: number) => string) => (n === null ? text.notAvailable : n === 'c' ? 'c' : say(n))
  const over = (accumulation: Accumulation, { label, from, to, beginning }: Period) => {
    const end = accumulation === 'since' ? from : to
    const said = text.accumulation[accumulation](isolate(label), end === null ? '' : day(end))
    return beginning === 'unknown' ? text.sinceUnknown(said) : said
  }
  return {
    text,
    rtl: direction === 'rtl',
    isolate,
    number,
    percent,
    day,
    moment: iso => {
      const at = date(iso)
      return at === null ? isolate(iso) : `${day(iso)}, ${isolate(`${minutes.format(at)} UTC`)}`
    },
    count: n => faced(n, number),
    share: n => faced(n, percent),
    unit: unitOf,
    of,
    mode: ({ mode, threshold }) =>
      threshold === undefined ? text.mode[mode] : text.mode.publicBelow(number(threshold - 1)),
    base: base => text.baseOf(faced(base.n, number), of(base.of)),
    over,
    counted: ({ n, unit, accumulation, day: on }) => {
      // Within the period of the report, unless it says another time.
      const time = on === null ? '' : over(accumulation, { label: '', from: on, to: on })
      const after = [unitOf(unit), time].filter(each => each !== '').join(', ')
      return { cell: shown(n, faced(n, number)), after }
    },
  }
}

/** The language as Intl takes it; English where it takes it not. */
function known(language: string): string {
  try {
    const found = new Intl.Locale(language)
    // Day, month, year, as everywhere else in the register.
    return found.language === 'en' && found.region === undefined ? 'en-GB' : found.baseName
  } catch {
    return 'en-GB'
  }
}
