import { readFile } from 'node:fs/promises'
import { csvRows } from '#exchange/csv.ts'
import { sourceOf } from '#exchange/source.ts'
import { EncodingProblem } from '#linkage/encoding/problem.ts'
import type { OwnersRecord } from '#linkage/encoding/owner.ts'

export interface OwnersFile {
  readonly columns: readonly string[]
  readonly records: readonly OwnersRecord[]
}

/** Records of a CSV file by column name; `id` is the column that numbers them, the first unless said. */
export async function readOwnersFile(file: string, id: string | undefined): Promise<OwnersFile> {
  let columns: string[] | null = null
  const records: OwnersRecord[] = []
  const seen = new Set<string>()
  for await (const { line, cells } of csvRows(sourceOf(file))) {
    if (columns === null) {
      columns = cells.map(cell => cell.trim())
      if (id !== undefined && !columns.includes(id))
        throw invalid(`the file has no column ${id}; it has ${columns.join(', ')}`)
      continue
    }
    const names: readonly string[] = columns
    const values = Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()]))
    const own = values[id ?? names[0] ?? ''] ?? ''
    if (own === '') throw invalid(`line ${line} has no id`)
    if (seen.has(own)) throw invalid(`the id on line ${line} was there before; ids must not repeat`)
    seen.add(own)
    records.push({ id: own, line: values })
  }
  return { columns: columns ?? [], records }
}

const invalid = (why: string) =>
  new EncodingProblem('file_invalid', `The file cannot be encoded: ${why}. Nothing was written.`)

/** A schema or key as text. @throws EncodingProblem when there is no such file. */
export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new EncodingProblem('file_invalid', `There is no file ${file}.`) : error
  })
}
