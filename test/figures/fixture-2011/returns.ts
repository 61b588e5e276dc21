import { regions } from './regions.ts'
import type { FixtureRow } from './rows.ts'

/** A return of 2011 (T044 to T050), and what the person received afterwards (T028 to T033). */
export interface FixtureReturn {
  readonly row: FixtureRow
  /** Country of return; null: not published. */
  readonly to: string | null
  /** Codes of services given after the return. */
  readonly services: readonly string[]
}

interface Published {
  readonly region: string
  readonly year?: number
  readonly n: number
  readonly children: number
  readonly female: number
  readonly to?: Readonly<Record<string, number>>
}

/** Central and West Africa publishes none (T051). No whole number of 43 is 54% (D25): 23 children. MENA prints no age or sex. */
const published: readonly Published[] = [
  { region: 'AP', n: 132, children: 1, female: 61 },
  { region: 'CNAC', n: 43, children: 23, female: 21 },
  { region: 'ESA', n: 86, children: 31, female: 39, to: { CD: 86 } },
  { region: 'ESA', year: 2010, n: 180, children: 65, female: 81, to: { CD: 12, BI: 51, SO: 50, KH: 24 } },
  { region: 'MENA', n: 77, children: 20, female: 40 },
  { region: 'EEA', n: 133, children: 8, female: 112 },
  { region: 'SAM', n: 8, children: 5, female: 4, to: { KE: 1, BO: 7 } },
  { region: 'EECA', n: 92, children: 19, female: 59, to: { PK: 5 } },
]

/** The source prints no base (D57): 300 returnees, of whom 58% are 174 and so on; each received something. */
const reintegrated = 300
const received: Readonly<Record<string, number>> = {
  legal: 174,
  medical: 171,
  financial: 162,
  housing: 111,
  community: 90,
  education: 30,
}

export function returnsOf2011(rows: readonly FixtureRow[]): FixtureReturn[] {
  const given = givenTo()
  let served = 0
  return published.flatMap(each => {
    const to = Object.entries(each.to ?? {}).flatMap(([country, n]) => Array.from({ length: n }, () => country))
    return drawn(rows, each).map((row, at) => {
      // A service of 2011 would make an instance of 2011 out of a case of 2010.
      const services = row.year === 2011 && served < reintegrated ? (given[served++] ?? []) : []
      return { row, to: to[at] ?? null, services }
    })
  })
}

function drawn(rows: readonly FixtureRow[], { region, year = 2011, n, children, female }: Published): FixtureRow[] {
  const offices = Object.keys(regions.find(each => each.code === region)?.offices ?? {})
  const girls = Math.min(children, Math.round((children * female) / n))
  const cells: readonly (readonly [string, string, number])[] = [
    ['child', 'female', girls],
    ['child', 'male', children - girls],
    ['adult', 'female', female - girls],
    ['adult', 'male', n - children - (female - girls)],
  ]
  return cells.flatMap(([ageGroup, sex, wanted]) => {
    const found = rows
      .filter(row => row.year === year && offices.includes(row.office) && row.ageGroup === ageGroup && row.sex === sex)
      .slice(0, wanted)
    if (found.length < wanted) throw new Error(`${region}: ${found.length} of ${wanted} ${ageGroup}, ${sex}`)
    return found
  })
}

/** Laid end to end around the returnees, so that nobody is without any and 246% of them come together. */
function givenTo(): string[][] {
  const given = Array.from({ length: reintegrated }, (): string[] => [])
  let at = 0
  for (const [service, n] of Object.entries(received)) {
    for (let each = 0; each < n; each++) given[(at + each) % reintegrated]?.push(service)
    at += n
  }
  return given
}
