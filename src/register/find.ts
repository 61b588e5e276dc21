import { nameSkeletons } from '#dictionary/skeleton.ts'
import type { RecordView } from '#changes/change.ts'
import { readCaseNumber } from '#changes/case-number.ts'
import { visibleViews } from './files.ts'
import { logReading, logShown } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { rarestFirst, type TokenFrequencies } from './token-frequency.ts'
import { exactForm, type ExactKind, pieceTokens } from './tokens.ts'
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
 * trigrams: candidates hold rare pieces of both sides of the query, and are ranked by the share of pieces they hold.
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
    { action: 'search', purpose: 'find' },
  )
  return matches
}

async function byNumber(work: Work, text: string): Promise<Candidate[]> {
  const number = readCaseNumber(text)
  if (number) {
    const { rows } = await work.client.query<{ person: string }>('select person from find_case_number($1)', [number])
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

/** A best likeness below this sends the search on its second, wider and slower, way. */
const convincing = 0.6
/** Listed pieces (those common enough for the statistics) looked up for one side. */
const piecesPerSide = 4

async function byName(work: Work, text: string, limit: number): Promise<Candidate[]> {
  const { keys } = work.register
  const words = nameSkeletons(text).map(word => pieceTokens(keys, word))
  const tokens = [...new Set(words.flat())].sort((a, b) => a - b)
  if (tokens.length < 3) return []
  const frequencies = await work.register.tokenFrequencies()
  const query = { tokens, least: Math.ceil(tokens.length * leastLikeness), limit }
  const near = await ranked(work, query, sidesOf(frequencies, words))
  if ((near[0]?.score ?? 0) >= convincing) return near
  // One of the names may be missing from the file: any two of the rarest pieces, from wherever they come.
  const rare = rarestFirst(frequencies, tokens).slice(0, Math.max(4, Math.ceil(tokens.length / 2)))
  const wide = await rankedByPairs(work, query, rare)
  return wide.length > 0 ? wide : near
}

interface NameQuery {
  readonly tokens: readonly number[]
  /** Pieces that a name must hold at least. */
  readonly least: number
  readonly limit: number
}

/**
 * Two sides that must both be met: the rarest pieces of one word and of the others; for a single word every second piece.
 * Two small lookups that are intersected are many times faster than one condition over all pairs.
 */
function sidesOf(frequencies: TokenFrequencies, words: readonly (readonly number[])[]): readonly [number[], number[]] {
  const rarity = (tokens: readonly number[]) => Math.min(...tokens.map(token => frequencies.get(token) ?? 0), 1)
  const [first = [], ...others] = words.toSorted((a, b) => rarity(a) - rarity(b) || b.length - a.length)
  const rest = others.flat()
  if (rest.length > 0) return [rarest(frequencies, first), rarest(frequencies, rest)]
  const sorted = rarestFirst(frequencies, first)
  return [sorted.filter((_, i) => i % 2 === 0), sorted.filter((_, i) => i % 2 === 1)]
}

/** All pieces too rare for the statistics, and the rarest of the listed ones. */
function rarest(frequencies: TokenFrequencies, tokens: readonly number[]): number[] {
  const sorted = rarestFirst(frequencies, [...new Set(tokens)])
  const unlisted = sorted.filter(token => !frequencies.has(token))
  return [...unlisted, ...sorted.filter(token => frequencies.has(token)).slice(0, piecesPerSide)]
}

// The functions of migration 0004: through the index, within the request's reach.
async function ranked(work: Work, q: NameQuery, [one, other]: readonly [number[], number[]]): Promise<Candidate[]> {
  const { rows } = await work.client.query<{ person: string; score: number }>({
    name: 'find-by-name',
    text: 'select person, score from find_names($1, $2, $3, $4, $5)',
    values: [q.tokens, q.least, one, other, q.limit],
  })
  return rows.map(candidate)
}

async function rankedByPairs(work: Work, q: NameQuery, rare: readonly number[]): Promise<Candidate[]> {
  const pairs = rare.flatMap((a, i) => rare.slice(i + 1).map(b => `(${a}&${b})`)).join('|')
  const { rows } = await work.client.query<{ person: string; score: number }>({
    name: 'find-by-pairs',
    text: 'select person, score from find_names_by_pairs($1, $2, $3, $4)',
    values: [q.tokens, q.least, pairs, q.limit],
  })
  return rows.map(candidate)
}

const candidate = (row: { person: string; score: number }): Candidate => ({
  person: row.person,
  score: Math.round(row.score * 100) / 100,
  why: 'name',
})
