import type { Dictionary } from '#dictionary/dictionary.ts'
import type { LineError } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import { withHeader } from '../table.ts'
import { coreColumns } from './columns.ts'
import { type Gathered, gather } from './gather.ts'
import { type CoreLine, readCoreLine } from './line.ts'

export interface CoreFile {
  readonly lines: number
  readonly gathered: Gathered
  readonly errors: readonly LineError[]
}

/** Lines of one person may stand anywhere in the file, so that it is held in memory: more lines are refused. */
const mostLines = 500_000

/** Reads, checks and gathers a whole file of core variables. @throws ImportProblem for the file as a whole. */
export async function readCoreFile(
  d: Dictionary,
  file: string,
  o: { readonly offices: ReadonlySet<string>; readonly thisYear: number },
): Promise<CoreFile> {
  const { header, rows } = await withHeader(file)
  const columns = coreColumns(d, header)
  const reader = { dictionary: d, columns, ...o }
  const lines: CoreLine[] = []
  const errors: LineError[] = []
  let count = 0
  for await (const row of rows) {
    count++
    if (count > mostLines) throw new ImportProblem('too_many_lines', { limit: mostLines })
    const read = readCoreLine(reader, row)
    if (read.line === null) errors.push(...read.errors)
    else lines.push(read.line)
  }
  if (count === 0) throw new ImportProblem('no_rows', { file })
  const gathered = gather(lines, columns)
  return { lines: count, gathered, errors: [...errors, ...gathered.errors].sort((a, b) => a.line - b.line) }
}
