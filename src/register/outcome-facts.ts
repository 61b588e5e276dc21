import { isDeepStrictEqual } from 'node:util'
import { type OutcomeFact, type OutcomeFacts, type OutcomeKind, outcomeKinds } from '#casework/outcome-facts.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { factBatch, insertFacts } from './fact-rows.ts'
import { dimensionValues } from './fact-values.ts'
import { personKey } from './keys.ts'
import { send } from './send.ts'
import type { Work } from './work.ts'

/** Rows of `fact_return`, `fact_reintegration` and `fact_support`, which are alike beside their dimensions. */

type Ground = Pick<Work, 'dictionary' | 'offices'>

/** Whose rows: office, case, the person and the root of their group, and the route of the case. */
export interface OutcomePlace {
  readonly office: string
  readonly case: string
  readonly person: string | null
  readonly root: string | null
  readonly route: string
}

const columnsOf = (work: Pick<Work, 'dictionary'>, kind: OutcomeKind): readonly string[] => [
  'office_id', 'region', 'case_id', 'record_id', 'slot', 'year', 'person_id', 'person_key', 'count', 'route',
  ...(kind === 'support' ? ['source', 'given_project', 'given_donor'] : []),
  ...factDimensions(work.dictionary, kind).map(({ id }) => factColumn(id)),
] // biome-ignore format: one line a group

const valuesOf = (work: Ground, kind: OutcomeKind, place: OutcomePlace, fact: OutcomeFact): readonly unknown[] => [
  place.office, work.offices.byId(place.office)?.region ?? null, place.case, fact.record, fact.slot, fact.year, place.person,
  place.root === null ? null : personKey(place.root), 1, place.route,
  ...(kind === 'support' ? [fact.paid?.source ?? null, fact.paid?.project ?? null, fact.paid?.donor ?? null] : []),
  ...dimensionValues(work, kind, fact.dims),
] // biome-ignore format: one line a group

/** Writes anew the rows of a case where they differ from `before`. There are few of them a case. */
export async function writeOutcomes(work: Work, place: OutcomePlace, now: OutcomeFacts, before: OutcomeFacts | null) {
  for (const kind of outcomeKinds) {
    if (before && isDeepStrictEqual(now[kind], before[kind])) continue
    await send(work, {
      name: `facts-${kind}-gone`,
      text: `delete from fact_${kind} where office_id = $1 and case_id = $2`,
      values: [place.office, place.case],
    })
    const rows = now[kind].map(fact => valuesOf(work, kind, place, fact))
    await insertFacts(work, `fact_${kind}`, columnsOf(work, kind), rows)
  }
}

/** Batches for COPY, as a load and a rebuild write them. */
export function outcomeBatches(work: Ground) {
  const batches = outcomeKinds.map(kind => ({ kind, batch: factBatch(`fact_${kind}`, columnsOf(work, kind)) }))
  return {
    all: batches.map(({ batch }) => batch),
    add(place: OutcomePlace, facts: OutcomeFacts): void {
      for (const { kind, batch } of batches)
        for (const fact of facts[kind]) batch.add(valuesOf(work, kind, place, fact))
    },
  }
}
