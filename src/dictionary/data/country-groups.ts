/** Who is a member of a group of countries, and since when: a rule of a fund asks about a day. ISO alpha-2, days inclusive. */
export interface Membership {
  readonly country: string
  /** First day; absent: longer than any record here reaches back. */
  readonly from?: string
  /** Last day; absent: still a member. */
  readonly to?: string
}

const since = (from: string, ...countries: string[]): Membership[] => countries.map(country => ({ country, from }))
const always = (...countries: string[]): Membership[] => countries.map(country => ({ country }))

/**
 * European Union: accession treaties; the United Kingdom left at the end of 31 January 2020. The Regional Conference on
 * Migration: its eleven members as the 2012 annual review names them; their dates of entry all lie before these records.
 */
export const countryGroups: Readonly<Record<string, readonly Membership[]>> = {
  eu: [
    ...since('1958-01-01', 'BE', 'DE', 'FR', 'IT', 'LU', 'NL'),
    ...since('1973-01-01', 'DK', 'IE'),
    { country: 'GB', from: '1973-01-01', to: '2020-01-31' },
    ...since('1981-01-01', 'GR'),
    ...since('1986-01-01', 'ES', 'PT'),
    ...since('1995-01-01', 'AT', 'FI', 'SE'),
    ...since('2004-05-01', 'CY', 'CZ', 'EE', 'HU', 'LT', 'LV', 'MT', 'PL', 'SI', 'SK'),
    ...since('2007-01-01', 'BG', 'RO'),
    ...since('2013-07-01', 'HR'),
  ],
  rcm: always('BZ', 'CA', 'CR', 'DO', 'SV', 'GT', 'HN', 'MX', 'NI', 'PA', 'US'),
}

/** Countries that were members on this day (yyyy-mm-dd), or may have been when only a year or month is known. */
export function membersOn(group: string, day: string): ReadonlySet<string> {
  const length = day.length
  return new Set(
    (countryGroups[group] ?? [])
      .filter(({ from = '', to = '9999' }) => from.slice(0, length) <= day && day <= to.slice(0, length))
      .map(({ country }) => country),
  )
}
