import { type OfficeDirectory, type OfficeRow, wasOpen } from '#register/office-directory.ts'
import type { Statement } from '#register/reports.ts'
import type { Figure } from './figure-shape.ts'
import type { Question } from './query.ts'
import type { FactWords } from './fact-words.ts'
import { say } from './words.ts'

/** Who reported for the period of a figure: whole case files, core variables only, an outside source, or nobody. */
export interface Coverage {
  readonly summary: Figure['coverage']
  /** Offices with any report; none: the figure is not available, which is not 0. */
  readonly reporting: number
  /** Offices that stated themselves how they reported. */
  readonly stated: number
  readonly outside: readonly OfficeRow[]
}

/** Kinds of office that are expected to report, while they are open; the others are listed only when they do. */
const expected: ReadonlySet<string> = new Set(['mission', 'sub_office', 'partner'])

/** The offices a figure is about: those the reader may count, cut to the offices and regions asked for. */
export function officesOf(
  directory: OfficeDirectory,
  reach: readonly string[] | null,
  where: Question['where'],
): OfficeRow[] {
  return directory
    .all()
    .filter(office => reach === null || reach.includes(office.id))
    .filter(office => where['office']?.includes(office.code) ?? true)
    .filter(office => where['region']?.includes(office.region ?? 'unknown') ?? true)
}

/** What is known of who reported: what the records show, and what offices say themselves. */
export interface Reported {
  readonly reports: readonly { readonly office: string; readonly route: string }[]
  readonly statements: readonly Statement[]
  /** Years asked for; null: all. */
  readonly years: readonly string[] | null
}

/** An office counts once, by the fullest way in which it reported. */
export function coverageOf(
  offices: readonly OfficeRow[],
  reported: Reported,
  { coverage: sentence, expected: awaited }: Pick<FactWords, 'coverage' | 'expected'>,
): Coverage {
  const ways = waysOf(reported)
  const counts = { case_files: 0, core_variables: 0, outside_sources: 0, none: 0 }
  const outside: OfficeRow[] = []
  for (const office of offices) {
    const way = ways.get(office.id)
    if (way?.has('outside_source')) outside.push(office)
    if (way?.has('case_file')) counts.case_files += 1
    else if (way?.has('core_variables') || way?.has('counted_total')) counts.core_variables += 1
    else if (way) counts.outside_sources += 1
    else if (awaited && expected.has(office.kind) && wasOpen(office, reported.years ?? [])) counts.none += 1
  }
  const stated = new Set(reported.statements.map(({ office }) => office)).size
  return {
    summary: { code: sentence, offices: counts, text: say(sentence, counts) },
    reporting: ways.size,
    stated,
    outside,
  }
}

/**
 * Of one year, what an office states stands before what its records show; nothing but “none” beside records, which are there
 * all the same. Over several years a statement is of one of them only, and adds to what the others show.
 */
function waysOf({ reports, statements, years }: Reported): ReadonlyMap<string, ReadonlySet<string>> {
  const ways = new Map<string, Set<string>>()
  for (const { office, route } of reports) ways.set(office, (ways.get(office) ?? new Set()).add(route))
  for (const { office, coverage } of statements) {
    const route = routeStated[coverage]
    if (route === undefined) continue
    ways.set(office, years?.length === 1 ? new Set([route]) : (ways.get(office) ?? new Set()).add(route))
  }
  return ways
}

const routeStated: Readonly<Record<string, string>> = { full: 'case_file', core_variables: 'core_variables' }
