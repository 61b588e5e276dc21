import { noHash } from '#changes/chain.ts'
import { hashOf } from './append.ts'
import type { Register } from './register.ts'
import { asOwner } from './work.ts'

/** The first place where history does not hold: a changed line, a missing one, or a record that is not its log's end. */
export interface Break {
  readonly type: string
  readonly record: string
  readonly version: number
  readonly why: 'hash' | 'gap' | 'previous' | 'record' | 'no_history'
}

export interface Verification {
  /** Changes walked. */
  readonly checked: number
  readonly broken: Break | null
}

interface Line {
  id: string
  type: string
  record: string
  office_id: string
  version: number
  author: string
  made_at: Date
  received_at: Date
  dictionary: number
  fields: string[]
  patch: Buffer
  previous: Buffer
  hash: Buffer
  record_version: number | null
  record_hash: Buffer | null
}

/**
 * Walks every hash chain without any key, record by record, and stops at the first break. Reads with a cursor, so that
 * a log of any length fits in memory.
 */
export async function verifyChains(
  register: Register,
  o: { onProgress?(checked: number): void; readonly signal?: AbortSignal } = {},
): Promise<Verification> {
  return asOwner(register, async client => {
    const { rows: orphans } = await client.query<{ type: string; id: string; version: number }>(
      `select r.type, r.id, r.version from record r
       where not exists (select from change c where c.record = r.id and c.version = r.version) limit 1`,
    )
    if (orphans[0])
      return {
        checked: 0,
        broken: { type: orphans[0].type, record: orphans[0].id, version: orphans[0].version, why: 'no_history' },
      }
    await client.query(
      `declare chains no scroll cursor for
       select c.id, c.type, c.record, c.office_id, c.version, c.author, c.made_at, c.received_at, c.dictionary, c.fields,
         c.patch, c.previous, c.hash, r.version as record_version, r.hash as record_hash
       from change c left join record r on r.id = c.record order by c.record, c.version`,
    )
    let checked = 0
    let last: Line | null = null
    for (;;) {
      o.signal?.throwIfAborted()
      const { rows } = await client.query<Line>('fetch 5000 from chains')
      for (const line of rows) {
        const broken = check(line, last)
        if (broken) return { checked, broken }
        checked += 1
        last = line
      }
      o.onProgress?.(checked)
      if (rows.length === 0) return { checked, broken: null }
    }
  })
}

function check(line: Line, last: Line | null): Break | null {
  const place = { type: line.type, record: line.record, version: line.version }
  const before = last?.record === line.record ? last : null
  if (line.version !== (before?.version ?? 0) + 1) return { ...place, why: 'gap' }
  if (!line.previous.equals(before?.hash ?? noHash)) return { ...place, why: 'previous' }
  const hash = hashOf({
    id: line.id,
    type: line.type,
    record: line.record,
    office: line.office_id,
    version: line.version,
    author: line.author,
    madeAt: line.made_at.toISOString(),
    receivedAt: line.received_at.toISOString(),
    dictionary: line.dictionary,
    fields: line.fields,
    patch: line.patch,
    previous: line.previous,
  })
  if (!hash.equals(line.hash)) return { ...place, why: 'hash' }
  if (line.record_version === null) return { ...place, why: 'record' }
  if (line.version === line.record_version && !line.record_hash?.equals(line.hash)) return { ...place, why: 'record' }
  return null
}
