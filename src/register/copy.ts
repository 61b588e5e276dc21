import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type pg from 'pg'

/** Rows for one table in PostgreSQL's COPY text format, gathered and sent in one go. */
export interface CopyBatch {
  add(values: readonly unknown[]): void
  /** What was gathered; the batch is empty afterwards and can be filled again while this one travels. */
  take(): CopyText
}

/** Text for one table. Plain data: a worker can make it and another thread send it. */
export interface CopyText {
  readonly table: string
  readonly columns: readonly string[]
  readonly pieces: readonly string[]
}

/** Lines joined into one piece: enough for one write to the socket. */
const linesPerPiece = 500

export function copyBatch(table: string, columns: readonly string[]): CopyBatch {
  let lines: string[] = []
  return {
    add(values) {
      lines.push(`${values.map(copyText).join('\t')}\n`)
    },
    take() {
      const pieces: string[] = []
      for (let at = 0; at < lines.length; at += linesPerPiece) pieces.push(lines.slice(at, at + linesPerPiece).join(''))
      lines = []
      return { table, columns, pieces }
    },
  }
}

/** `freeze`: the table was truncated in this transaction, and its rows may be written as visible to everybody at once. */
export async function sendCopy(
  client: pg.ClientBase,
  { table, columns, pieces }: CopyText,
  o: { readonly freeze?: boolean } = {},
): Promise<void> {
  if (pieces.length === 0) return
  const stream = client.query(
    copyFrom(`copy ${table} (${columns.join(', ')}) from stdin${o.freeze ? ' with (freeze)' : ''}`),
  )
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain')
  stream.end()
  await finished(stream)
}

/** One value as COPY text. Arrays of codes, ids and numbers become array literals. */
export function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  if (Array.isArray(value)) return escape(`{${value.map(element).join(',')}}`)
  throw new Error(`No COPY text for a ${typeof value}.`)
}

const element = (value: unknown): string =>
  typeof value === 'number' ? String(value) : `"${String(value).replace(/["\\]/g, '\\$&')}"`

function escape(text: string): string {
  return /[\\\n\r\t]/.test(text)
    ? text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')
    : text
}
