import { type CopyText, copyBatch } from './copy.ts'
import type { FactCodes } from './fact-codes.ts'
import { send } from './send.ts'
import type { Work } from './work.ts'

/** Rows of fact tables on their way into the database: answers become codes here, and nowhere else. */

/** Facts for COPY, gathered with their answers and coded when they are taken. */
export interface FactBatch {
  add(values: readonly unknown[]): void
  take(codes: FactCodes): Promise<CopyText>
}

export function factBatch(table: string, columns: readonly string[]): FactBatch {
  let rows: unknown[][] = []
  return {
    add(values) {
      rows.push([...values])
    },
    async take(codes) {
      const taken = rows
      rows = []
      const text = copyBatch(table, columns)
      for (const row of await codes.coded(columns, taken)) text.add(row)
      return text.take()
    },
  }
}

/** Inserts rows in pieces, under the limit of parameters. Not by COPY, which cannot stand among statements that travel together. */
export async function insertFacts(
  work: Pick<Work, 'client' | 'dictionary' | 'register'>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const coded = await work.register.codes.coded(
    columns,
    rows.map(row => [...row]),
  )
  const most = 200
  for (let at = 0; at < coded.length; at += most) {
    const piece = coded.slice(at, at + most)
    await send(work, {
      // Few rows are what a change writes, again and again.
      ...(piece.length <= 4 ? { name: `${table}-${work.dictionary.version}-${piece.length}` } : {}),
      text: `insert into ${table} (${columns.join(', ')}) values ${marks(piece.length, columns.length, 1)}`,
      values: piece.flat(),
    })
  }
}

/** `($1, $2), ($3, $4)` for two rows of two columns, from the parameter `from` on. */
export const marks = (rows: number, columns: number, from: number): string =>
  Array.from(
    { length: rows },
    (_, r) => `(${Array.from({ length: columns }, (__, c) => `$${from + r * columns + c}`).join(', ')})`,
  ).join(', ')
