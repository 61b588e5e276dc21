import { reportsOf } from '#register/reports.ts'
import { officesOf } from './coverage.ts'
import { factWords } from './fact-words.ts'
import type { FigureQuery } from './figure-shape.ts'
import { indicators } from './indicators/all.ts'
import type { Snapshot } from './snapshot.ts'

/** Offices by code: reported at both times in the same way; not so. */
export interface Alike {
  readonly alike: string[]
  readonly unlike: string[]
}

/** By office code how fully it reported; who did not is not in it. */
type Ways = ReadonlyMap<string, string>

/**
 * How each office reported in each of these years. Null where the indicator has no years of reporting (projects, money) or
 * is not known, which is refused where it is counted.
 */
export async function waysOfYears(
  { register, client, reach }: Snapshot,
  { indicator: id, where }: Pick<FigureQuery, 'indicator' | 'where'>,
  years: readonly number[],
): Promise<ReadonlyMap<number, Ways> | null> {
  const indicator = indicators.get(id)
  if (!indicator || !factWords[indicator.facts].dated) return null
  const { reports: table } = factWords[indicator.facts]
  const directory = register.offices()
  const offices = officesOf(directory, reach.all ? null : reach.offices, where).map(office => office.id)
  const found = new Map<number, Ways>()
  for (const year of years) {
    const reports = await reportsOf(client, { table, offices, years: [String(year)] })
    const ways = [...Map.groupBy(reports, ({ office }) => office)].map(([office, routes]): [string, string] => [
      directory.byId(office)?.code ?? office,
      wayOf(routes),
    ])
    found.set(year, new Map(ways))
  }
  return found
}

/** Sorted by code. */
export function alikeIn(then: Ways, now: Ways): Alike {
  const all = [...new Set([...then.keys(), ...now.keys()])].sort()
  const same = (office: string) => then.get(office) === now.get(office)
  return { alike: all.filter(same), unlike: all.filter(office => !same(office)) }
}

const wayOf = (reports: readonly { readonly route: string }[]): string =>
  [...new Set(reports.map(({ route }) => fullness[route] ?? route))].sort().join(' ')

/** How fully an office reported: case files can be told apart, variables and totals in part, outside sources are another matter. */
const fullness: Readonly<Record<string, string>> = {
  case_file: 'files',
  core_variables: 'shared',
  counted_total: 'shared',
  outside_source: 'outside',
}

const most = 10
/** The first ten, for a sentence. */
export const namedOffices = (codes: readonly string[]): string =>
  codes.length > most ? `${codes.slice(0, most).join(', ')} …` : codes.join(', ')
