import type { OfficeDirectory, OfficeRow } from '#register/office-directory.ts'
import type { Figure } from './figure-shape.ts'
import type { Question } from './query.ts'
import type { FactWords } from './fact-words.ts'
import { say } from './words.ts'

/** Who reported for the period of a figure: whole case files, core variables only, an outside source, or nobody. */
export interface Coverage {
  readonly summary: Figure['coverage']
  /** Offices with any report; none: the figure is not available, which is not 0. */
  readonly reporting: number
  readonly outside: readonly OfficeRow[]
}

/** Kinds of office that are expected to report; the others are listed only when they do. */
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

/** An office counts once, by the fullest way in which it reported. */
export function coverageOf(
  offices: readonly OfficeRow[],
  reports: readonly { readonly office: string; readonly route: string }[],
  { coverage: sentence, expected: awaited }: Pick<FactWords, 'coverage' | 'expected'>,
): Coverage {
  const ways = new Map<string, Set<string>>()
  for (const { office, route } of reports) ways.set(office, (ways.get(office) ?? new Set()).add(route))
  const counts = { case_files: 0, core_variables: 0, outside_sources: 0, none: 0 }
  const outside: OfficeRow[] = []
  for (const office of offices) {
    const way = ways.get(office.id)
    if (way?.has('outside_source')) outside.push(office)
    if (way?.has('case_file')) counts.case_files += 1
    else if (way?.has('core_variables') || way?.has('counted_total')) counts.core_variables += 1
    else if (way) counts.outside_sources += 1
    else if (awaited && expected.has(office.kind)) counts.none += 1
  }
  return { summary: { code: sentence, offices: counts, text: say(sentence, counts) }, reporting: ways.size, outside }
}
