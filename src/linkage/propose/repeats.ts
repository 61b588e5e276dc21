import type { Engine } from '../engine/engine.ts'
import type { Profile } from './profile.ts'

/** A column that says again what another one says: two witnesses who have spoken to each other count as one. */
export interface Repeat {
  readonly column: string
  readonly says: string
}

/**
 * Columns that hold another column's text within their own (a full name beside its parts), or the same text. Looked for
 * among names and texts only, in a few thousand records.
 */
export async function repeats(
  engine: Engine,
  profiles: readonly Profile[],
  missing: readonly string[],
  raw = 'raw',
): Promise<Repeat[]> {
  const texts = profiles.filter(profile => profile.kind === 'letters' || profile.kind === 'text')
  const found: Repeat[] = []
  for (const whole of texts)
    for (const part of texts) {
      if (whole === part || found.some(each => each.column === part.column || each.column === whole.column)) continue
      const share = await shareWithin(engine, { part: part.column, whole: whole.column, missing, raw })
      const longer =
        whole.length > part.length || (whole.length === part.length && texts.indexOf(whole) > texts.indexOf(part))
      if (share > 0.8 && longer) found.push({ column: whole.column, says: part.column })
    }
  return found
}

interface Two {
  readonly part: string
  readonly whole: string
  readonly missing: readonly string[]
  readonly raw: string
}

async function shareWithin(engine: Engine, { part, whole, missing, raw }: Two): Promise<number> {
  const d = engine.dialect
  const [a, b] = [`lower(${d.quote(part)})`, `lower(${d.quote(whole)})`]
  const absent = missing.map(text => d.text(text)).join(', ')
  const present = [part, whole]
    .map(column => `${d.quote(column)} IS NOT NULL AND ${d.quote(column)} NOT IN (${absent})`)
    .join(' AND ')
  const [[share]] = (await engine.read(
    `SELECT avg(CASE WHEN ${b} LIKE '%' || ${a} || '%' THEN 1.0 ELSE 0.0 END) FROM (SELECT * FROM ${raw} WHERE ${present} LIMIT 5000) AS s`,
  )) as [unknown[]]
  return Number(share ?? 0)
}
