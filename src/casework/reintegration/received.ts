import type { CaseFile, RecordView } from '#changes/change.ts'
import { byCode, isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { arrivedJourneys, returnedOn } from '../return/arrived.ts'
import { dayOf, surelyAfter, yearIn } from '../when.ts'

/** One thing that helped a person to begin anew after the return: in which area, and in which year it was given. */
export interface Received {
  /** Code of `reintegration_area`. */
  readonly area: string
  readonly year: number | null
}

/** Services that are reintegration when they are given after the return; travel and reception belong to the return. */
const areaOfService: Readonly<Record<string, string>> = {
  legal: 'legal',
  medical: 'medical',
  psychological: 'psychosocial',
  counselling: 'psychosocial',
  financial: 'financial',
  reintegration_grant: 'financial',
  micro_enterprise: 'financial',
  housing: 'housing',
  shelter: 'housing',
  community: 'community',
  education: 'education',
  vocational_training: 'work',
  job_placement: 'work',
  non_food_items: 'in_kind',
  food_hygiene: 'in_kind',
  child_care: 'other',
  other: 'other',
}

const areaOfItem: Readonly<Record<string, string>> = {
  allowance: 'financial',
  grant: 'financial',
  housing: 'housing',
  in_kind: 'in_kind',
  medical: 'medical',
  education: 'education',
  other: 'other',
}

/** Subjects of a training that are schooling; the others lead to work. */
const schooling: ReadonlySet<unknown> = new Set(['school', 'literacy', 'language'])

/**
 * What the person of a case received for reintegration: released deliveries of the package, trainings, placements and
 * enterprises; and services not surely given before the first return. A case without a return, such as that of the
 * mission on arrival, has only what its package says.
 */
export function receivedIn(file: CaseFile): readonly Received[] {
  const items = new Map(ofType(file, 'package_item').map(({ id, content }) => [id, plainText(content.kind)]))
  const returned = firstReturn(file)
  return [
    ...ofType(file, 'delivery')
      .filter(({ content }) => content.state === 'released')
      .map(({ content }) => one(areaOfItem[items.get(plainText(content.item)) ?? ''], content.deliveredOn)),
    ...ofType(file, 'training').map(({ content }) =>
      one(schooling.has(content.subject) ? 'education' : 'work', content.startedOn),
    ),
    ...ofType(file, 'placement').map(({ content }) => one('work', content.startedOn)),
    ...ofType(file, 'enterprise')
      .filter(({ content }) => isAnswered(content.grant))
      .map(({ content }) => one('financial', dayOf(content.grantedOn) ?? content.startedOn)),
    ...(returned === null ? [] : ofType(file, 'service').filter(service => afterwards(service, returned))).map(
      ({ content }) => one(areaOfService[plainText(content.type)], content.deliveredOn),
    ),
  ].filter(each => each !== null)
}

const one = (area: string | undefined, on: RecordView['content'][string] | undefined): Received | null =>
  area === undefined ? null : { area, year: yearIn(on) }

const firstReturn = (file: CaseFile): string | null =>
  arrivedJourneys(file)
    .flatMap(journey => returnedOn(journey) ?? [])
    .toSorted(byCode)[0] ?? null

/** A service without a day may have been given before: it is not counted. */
function afterwards({ content }: RecordView, returned: string): boolean {
  const day = dayOf(content.deliveredOn)
  return day !== null && !surelyAfter(returned, day)
}
