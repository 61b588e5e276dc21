import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { isBlank, type Row } from './line.ts'
import { ImportProblem } from './problem.ts'
import { fileProblem, type Source } from './source.ts'

const longestLine = 1_000_000
const mostLines = 5_000_000

/**
 * The lines of a CSV file, one after the other in constant memory; blank lines are left out. UTF-8 with or without byte
 * order mark; comma, semicolon or tab, whichever the first line uses most. Throws ImportProblem at the first byte that
 * is not text and the first quotation mark that does not fit.
 */
export async function* csvRows(source: Source): AsyncGenerator<Row> {
  const delimiter = await delimiterOf(source)
  const place = { line: 1 }
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    max_record_size: longestLine,
  })
  const done = pipeline(source.stream(), bytes => decoded(bytes, place), parser)
  // The failure is seen by the loop below; this keeps Node from reporting it a second time.
  done.catch(() => {})
  let next = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = next
      next = info.lines + 1
      if (next > mostLines) throw new ImportProblem('too_many_lines', { limit: mostLines })
      if (!isBlank(record)) yield { line, cells: record }
    }
    await done
  } catch (error) {
    throw explained(source.name, error, next)
  }
}

async function* decoded(source: AsyncIterable<Buffer>, place: { line: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of source) yield checked(() => decoder.decode(bytes, { stream: true }), bytes, place)
  const rest = checked(() => decoder.decode(), Buffer.alloc(0), place)
  if (rest !== '') yield rest
}

/** The text of a piece, with the line counted on: NUL and bytes that are no UTF-8 are refused with the line they are on. */
function checked(decode: () => string, bytes: Buffer, place: { line: number }): string {
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw new ImportProblem('nul_bytes', { line: place.line + breaks(bytes.subarray(0, nul)) })
  try {
    const text = decode()
    place.line += breaks(bytes)
    return text
  } catch {
    throw new ImportProblem('not_utf8', { line: place.line + breaks(bytes.subarray(0, firstForeign(bytes))) })
  }
}

function breaks(bytes: Buffer): number {
  let found = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) found++
  return found
}

/** Position just before the first byte that is no UTF-8, by halving. */
function firstForeign(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}

async function delimiterOf(source: Source): Promise<string> {
  const counts = new Map([',', '\t', ';'].map(mark => [mark, 0]))
  let quoted = false
  // A header longer than this is not a header.
  for (const letter of (await source.head(65_536)).toString('latin1')) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === '\n' && [...counts.values()].some(count => count > 0)) return mostUsed(counts)
    else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return mostUsed(counts)
}

function mostUsed(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

function explained(file: string, error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return fileProblem(file, error)
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new ImportProblem('quote_not_closed', { line })
    case 'CSV_MAX_RECORD_SIZE':
      return new ImportProblem('line_too_long', { line, limit: longestLine })
    default:
      return new ImportProblem('quote_misplaced', { line })
  }
}
