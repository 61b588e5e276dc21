import { plainText, type Value } from '#dictionary/answer.ts'
import { firstDay, lastDay, type PartialDate, parsePartialDate } from '#dictionary/partial-date.ts'

/** Days, months and years as they are read: “6 – 8 June”, “June 2022”. A span is never more exact than what was recorded. */
export interface Times {
  /** Null where no date was recorded. */
  span(from: Value | undefined, to: Value | undefined): string | null
}

export function times(language: string): Times {
  // English days as in the rest of the report: 3 June 2022.
  const locale = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`
  const precise = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const day = precise({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = precise({ month: 'long', year: 'numeric' })
  const year = precise({ year: 'numeric' })
  const formatOf = (dates: readonly PartialDate[]) => {
    if (dates.some(each => each.month === null)) return year
    return dates.some(each => each.day === null) ? month : day
  }
  return {
    span(from, to) {
      const known = [from, to].flatMap(each => parsePartialDate(plainText(each)) ?? [])
      const [first, last] = [known[0], known.at(-1)]
      if (first === undefined || last === undefined) return null
      return formatOf(known)
        .formatRange(at(firstDay(first)), at(lastDay(last)))
        .replace(/\s/gu, ' ')
    },
  }
}

const at = (iso: string) => new Date(`${iso}T00:00:00Z`)

/** Months, `yyyy-mm`, whose last day lies within the period: each month is told in one report only. */
export function monthsEndingIn({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const months: string[] = []
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; ; ) {
    const last = lastDay({ year, month, day: null, estimated: false })
    if (last > to) return months
    months.push(last.slice(0, 7))
    if (month === 12) [year, month] = [year + 1, 1]
    else month += 1
  }
}
