import { readPrinted } from '#figures/proof/value.ts'
import type { Claim } from '#figures/proof/claim.ts'
import { fileKind } from '../file-kind.ts'
import { type LineError, lineError, type LineReason } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import { LinesRefused } from '../refusal.ts'
import { refuseLarger, type Source, sourceOf } from '../source.ts'
import { fits, withHeader } from '../table.ts'
import { type ClaimColumn, columnsOf } from './columns.ts'
import { readClaimLine } from './line.ts'
import { readReportFigures } from './report-file.ts'

export interface ClaimFile {
  readonly claims: readonly Claim[]
  /** Columns that were not read. */
  readonly ignored: readonly string[]
}

/** A report has hundreds of numbers; more lines than this are another file. */
const mostClaims = 20_000
const largest = 5 * 1024 * 1024

/**
 * The claims of a spreadsheet (CSV UTF-8 or .xlsx), or of a report's figures.json.
 * @throws ImportProblem for the file as a whole, LinesRefused with every fault of every line.
 */
export async function readClaims(from: string | Source): Promise<ClaimFile> {
  const source = sourceOf(from)
  const kind = await fileKind(source)
  if (kind === 'csv' && /^\ufeff?\s*\{/.test((await source.head(1024)).toString('utf8')))
    return { claims: await readReportFigures(source), ignored: [] }
  return readTable(source)
}

async function readTable(source: Source): Promise<ClaimFile> {
  await refuseLarger(source, largest)
  const { header, rows } = await withHeader(source)
  const columns = columnsOf(header)
  const claims: Claim[] = []
  const errors: LineError[] = []
  for await (const row of rows) {
    if (claims.length >= mostClaims) throw new ImportProblem('too_many_lines', { limit: mostClaims })
    const read = readClaimLine(columns, row)
    if (fits(row, columns.count)) errors.push(...read.errors)
    else
      errors.push(
        lineError(row.line, header.names[0] ?? '', row.cells[0] ?? '', 'ragged', {
          found: row.cells.length,
          expected: columns.count,
        }),
      )
    claims.push(read.claim)
  }
  if (claims.length === 0) throw new ImportProblem('no_rows', { file: source.name })
  errors.push(...referenceErrors(claims))
  if (errors.length > 0) throw new LinesRefused(errors.toSorted((a, b) => a.line - b.line))
  return { claims, ignored: columns.ignored }
}

/** Ids are given once, and what is referred to exists. */
function referenceErrors(claims: readonly Claim[]): LineError[] {
  const ids = new Set(claims.map(({ id }) => id))
  const lines = new Map<string, number>()
  const errors: LineError[] = []
  for (const claim of claims) {
    const { id, line: at, partOf, base, changeFrom, changeTo } = claim
    const line = at ?? 0
    const before = lines.get(id)
    if (before !== undefined) errors.push(lineError(line, 'id', id, 'twice', { line: before }))
    lines.set(id, before ?? line)
    if (partOf === id) errors.push(lineError(line, 'part_of', partOf, 'part_of_itself'))
    const named = (
      column: ClaimColumn,
      value: string | null,
      reason: LineReason,
      isFine: (value: string) => boolean,
    ) => (value === null || isFine(value) ? [] : [lineError(line, column, value, reason)])
    const isClaim = (value: string) => ids.has(value)
    const isClaimOrNumber = (value: string) => isClaim(value) || isNumber(value)
    errors.push(
      ...named('part_of', partOf, 'unknown_claim', isClaim),
      ...named('change_to', changeTo, 'unknown_claim', isClaim),
      ...named('base', base, 'unknown_base', isClaimOrNumber),
      ...named('change_from', changeFrom, 'unknown_base', isClaimOrNumber),
    )
  }
  return errors
}

function isNumber(text: string): boolean {
  const read = readPrinted(text)
  return typeof read === 'object' && read.kind === 'number' && !read.percent
}
