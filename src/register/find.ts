import type { RecordView } from '#changes/change.ts'
import { readCaseNumber } from '#changes/case-number.ts'
import { visibleViews } from './files.ts'
import { logReading, logShown } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { rarestFirst } from './token-frequency.ts'
import { exactForm, type ExactKind, nameTokens } from './tokens.ts'
import type { Work } from './work.ts'

/** A person who may be the one looked for; only persons the searcher may see are ever considered. */
export interface Match {
  readonly person: RecordView
  readonly cases: readonly RecordView[]
  /** 0..1, share of the query's name pieces found; 1 for an exact number. */
  readonly score: number
  readonly why: 'name' | 'case_number' | ExactKind
}

interface Candidate {
  readonly person: string
  readonly score: number
  readonly why: Match['why']
}

/** Share of the query's trigrams that a name must hold: one wrong letter in a short name leaves about this much. */
const leastLikeness = 0.4

/**
 * Finds persons by a name in any spelling, a case number, a document, telephone or e-mail. Names are compared as keyed
 * trigrams: candidates hold at least two of the query's rarest pieces, and are ranked by the share of pieces they hold.
 */
export async function findPersons(work: Work, o: { readonly text: string; readonly limit: number }): Promise<Match[]> {
  if (!work.permissions.may('search_names')) return []
  await logReading(work, { action: 'search', office: null, person: null, case: null, purpose: 'find' })
  const candidates = [...(await byNumber(work, o.text)), ...(await byName(work, o.text, o.limit))]
  const first = new Map<string, Candidate>()
  for (const candidate of candidates) if (!first.has(candidate.person)) first.set(candidate.person, candidate)
  if (first.size === 0) return []
  const { rows } = await work.client.query<RecordRow>(
    `select ${recordColumns} from record where person = any($1) and type in ('person', 'case')`,
    [[...first.keys()]],
  )
  const views = await visibleViews(work, rows)
  const matches = [...first.values()]
    .flatMap(candidate => {
      const person = views.get(candidate.person)
      if (!person) return []
      const cases = [...views.values()].filter(view => view.type === 'case' && view.person === candidate.person)
      return [{ person, cases, score: candidate.score, why: candidate.why }]
    })
    .sort((a, b) => b.score - a.score || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, o.limit)
  await logShown(
    work,
    matches.map(match => match.person),
  )
  return matches
}

async function byNumber(work: Work, text: string): Promise<Candidate[]> {
  const number = readCaseNumber(text)
  if (number) {
    const { rows } = await work.client.query<{ person: string }>(
      "select person from record where type = 'case' and content ->> 'number' = $1",
      [number],
    )
    if (rows.length > 0) return rows.map(row => ({ person: row.person, score: 1, why: 'case_number' }))
  }
  const kinds = (['document', 'phone', 'email'] as const).flatMap(kind => {
    const form = exactForm(kind, text)
    return form === null ? [] : [{ kind, token: work.register.keys.exactToken(kind, form) }]
  })
  if (kinds.length === 0) return []
  const { rows } = await work.client.query<{ person: string; kind: ExactKind }>(
    'select person, kind from exact_token where token = any($1::bigint[]) limit 50',
    [kinds.map(each => each.token)],
  )
  return rows.map(row => ({ person: row.person, score: 1, why: row.kind }))
}

async function byName(work: Work, text: string, limit: number): Promise<Candidate[]> {
  const tokens = nameTokens(work.register.keys, [text])
  if (tokens.length < 3) return []
  const rare = rarestFirst(await work.register.tokenFrequencies(), tokens).slice(
    0,
    Math.max(4, Math.ceil(tokens.length / 2)),
  )
  const { rows } = await work.client.query<{ person: string; score: number }>({
    name: 'find-by-name',
    text: `select person, icount(tokens & $1::integer[])::real / icount($1::integer[]) as score
      from name_token where tokens @@ $2::query_int and icount(tokens & $1::integer[]) >= $3
      order by score desc, icount(tokens), person limit $4`,
    values: [tokens, pairsOf(rare), Math.ceil(tokens.length * leastLikeness), limit],
  })
  return rows.map(row => ({ person: row.person, score: Math.round(row.score * 100) / 100, why: 'name' }))
}

/** "At least two of these": every pair, as a query over integer arrays. */
function pairsOf(tokens: readonly number[]): string {
  const pairs = tokens.flatMap((a, i) => tokens.slice(i + 1).map(b => `(${a}&${b})`))
  return pairs.join('|')
}
