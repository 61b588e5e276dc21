import { type Region, regions } from './regions.ts'
import { type Counts, inBlocks, laidOut, seeded, shuffled, sumOf } from './seeded.ts'

/** One instance of assistance, as a line of the core-variable route. */
export interface FixtureRow {
  readonly reference: string
  readonly office: string
  readonly year: number
  readonly sex: string
  readonly ageGroup: string
  readonly nationality: string
  readonly destination: string
  readonly type: string
  /** Codes joined by `;`. */
  readonly exploitation: string
}

/** 5,498 instances of 2011, each of a person of their own. */
export function rowsOf2011(): FixtureRow[] {
  return regions.flatMap((region, at) => rowsOfRegion(region, seeded(2011 + at)))
}

function rowsOfRegion(region: Region, random: () => number): FixtureRow[] {
  const n = sumOf(region.offices)
  const independent = (counts: Counts) => shuffled(laidOut(counts, n), random)
  const exploitation = independent(region.exploitation)
  return rowsFrom(region.code || 'HQ', 2011, {
    // Blocks in one order, so that most Ukrainians are assisted in Ukraine; no figure crosses them.
    office: laidOut(region.offices, n),
    nationality: inBlocks(region.nationalities, n),
    destination: laidOut(region.destinations, n),
    sex: independent(region.sexes),
    ageGroup: independent(region.ages),
    type: independent(region.types),
    exploitation: exploitation.map(form => (form === 'combined' ? 'labour;sexual' : form)),
  })
}

/** What the source says of 2008 (T018 to T026): at the missions of 2011, so that the two years can be compared. */
export function rowsOf2008(): FixtureRow[] {
  const n = 5060
  const random = seeded(2008)
  const offices = regions.flatMap(({ offices: each }) => laidOut(each, sumOf(each)))
  const independent = (counts: Counts) => shuffled(laidOut(counts, n), random)
  const unknown = independent({})
  return rowsFrom('W', 2008, {
    office: unknown.map((_, at) => offices[Math.floor((at * offices.length) / n)] ?? ''),
    nationality: unknown,
    destination: unknown,
    sex: independent({ female: 3404, male: 1656 }),
    ageGroup: independent({ child: 1565, adult: n - 1565 }),
    type: independent({ cross_border: 4066, internal: 713 }),
    exploitation: independent({ labour: 2031, sexual: 1866, other: 300 }),
  })
}

/** Assisted in East and Southern Africa in 2010, and returned in 2011: T046 counts more returns than T039 has instances. */
export function rowsOf2010(): FixtureRow[] {
  const n = 180
  const unknown = laidOut({}, n)
  return rowsFrom('ESA', 2010, {
    office: laidOut({ ET: 60, KE: 60, UG: 60 }, n),
    nationality: unknown,
    destination: unknown,
    sex: [...laidOut({ female: 29, male: 36 }, 65), ...laidOut({ female: 52, male: 63 }, 115)],
    ageGroup: laidOut({ child: 65, adult: 115 }, n),
    type: unknown,
    exploitation: unknown,
  })
}

/**
 * Those who were registered before, so that T013 holds: 20,000 persons by the end of 2011, of some 85 nationalities and in
 * some 100 countries of destination; more sexual exploitation than labour until 2008 (D08).
 */
export function rowsBefore2008(): FixtureRow[] {
  const n = 20_000 - 5498 - 5060 - 180
  const spread = (codes: readonly string[]) => Array.from({ length: n }, (_, at) => codes[at % codes.length] ?? '')
  return rowsFrom('E', 2006, {
    office: spread(['UA', 'MD', 'RO', 'BY', 'HT', 'TH', 'ET', 'YE']),
    nationality: spread(earlierNationalities),
    destination: spread(earlierDestinations),
    sex: spread(['female', 'female', 'female', 'male']),
    ageGroup: spread(['adult', 'adult', 'child']),
    type: spread(['cross_border']),
    exploitation: spread(['sexual', 'sexual', 'labour']),
  })
}

const more =
  'DZ AO AR AT AU BE BJ BI CM CA CL HR CU CY DK EC EE FI FR GM DE GR GN HU IN IE IL IR IQ JM JO KE KW LV LB LR LY LT MG MW MK MR MX ME MA MZ NA NE NO OM PA PG PT QA RW SA SN SL SK SI ZA ES SD SE CH SY TZ TG TN TM AE GB US UY VE ZM ZW BD BR DO'.split(
    ' ',
  )
const filledTo = (n: number, codes: readonly string[]) =>
  [...new Set([...codes.filter(code => code !== 'unknown'), ...more])].slice(0, n)
const earlierNationalities = filledTo(
  85,
  regions.flatMap(({ nationalities }) => nationalities.map(([code]) => code)),
)
const earlierDestinations = filledTo(
  100,
  regions.flatMap(({ destinations }) => Object.keys(destinations)),
)

type Columns = Readonly<Record<Exclude<keyof FixtureRow, 'reference' | 'year'>, readonly string[]>>

function rowsFrom(prefix: string, year: number, columns: Columns): FixtureRow[] {
  return columns.office.map((office, at) => {
    const cell = (name: keyof Columns) => columns[name][at] ?? 'unknown'
    return {
      reference: `${prefix}-${year}-${at + 1}`,
      office,
      year,
      sex: cell('sex'),
      ageGroup: cell('ageGroup'),
      nationality: cell('nationality'),
      destination: cell('destination'),
      type: cell('type'),
      exploitation: cell('exploitation'),
    }
  })
}
