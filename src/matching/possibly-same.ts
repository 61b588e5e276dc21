import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { findPersons, type Match } from '#register/find.ts'
import type { Work } from '#register/work.ts'
import { type Evidence, evidenceOf, knownModel } from './known-model.ts'
import { weigh } from './weighing.ts'

/** Somebody who is known already and may be the person who is being registered. */
export interface Possible {
  readonly match: Match
  /** More likely than not; or only possible. */
  readonly likelihood: 'likely' | 'possible'
  /** What speaks for and against it; what nobody wrote down on either side is left out. */
  readonly evidence: readonly { readonly of: Evidence; readonly seen: 'same' | 'close' | 'different' }[]
}

/** Candidates that the search by names gives, and how many of them are shown. */
const looked = 12
const shown = 4
const likelyFrom = 0.5
/** Below one in fifty a name alone is alike. */
const possibleFrom = 0.02

/**
 * Persons within the searcher's scope who may be the one described, the likeliest first. Nobody beyond it is looked at, so that no answer
 * tells who is known elsewhere (docs/decisions/0037). Each one shown is in the read log, as for any search.
 */
export async function possiblySame(
  work: Work,
  asked: Readonly<Record<string, Content[string] | undefined>>,
): Promise<readonly Possible[]> {
  const described: Content = Object.fromEntries(
    Object.entries(asked).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  )
  const names = [described.givenNames, described.middleNames, described.familyNames, described.otherNames]
  const texts = [names, [described.identityNumber]].map(parts => parts.filter(isAnswered).map(plainText).join(' '))
  const matches = new Map<string, Match>()
  for (const text of texts)
    if (text.trim().length >= 3)
      for (const match of await findPersons(work, { text, limit: looked })) matches.set(match.person.id, match)
  const others = [...matches.values()].map(({ person }) => ({ id: person.id, content: person.content }))
  const weighed = weigh(described, others)
  return weighed
    .filter(({ probability }) => probability >= possibleFrom)
    .slice(0, shown)
    .flatMap(({ id, probability, levels }) => {
      const match = matches.get(id)
      if (!match) return []
      const evidence = levels.flatMap((label, at) => {
        const of = evidenceOf[at]
        return label === null || of === undefined ? [] : [{ of, seen: seenAs(label, at) }]
      })
      return [{ match, likelihood: probability >= likelyFrom ? ('likely' as const) : ('possible' as const), evidence }]
    })
}

const seenAs = (label: string, comparison: number): 'same' | 'close' | 'different' =>
  label === 'different'
    ? 'different'
    : label === knownModel.settings.compare[comparison]?.levels[0]?.label
      ? 'same'
      : 'close'
