import type { CaseFile } from '#changes/change.ts'
import { byCode, type Content, isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { yearIn } from '../when.ts'

/** Who paid for something in a case, and in which year: a project or fund of this register, or what was written down. */
export interface PaidBy {
  /** Id of the project or fund; the other three are then its own affair. */
  readonly source: string | null
  readonly project: string | null
  readonly fund: string | null
  readonly donor: string | null
}

export interface Support extends PaidBy {
  readonly year: number | null
}

const travels: ReadonlySet<unknown> = new Set(['departure', 'transit', 'arrival', 'onward', 'paused', 'completed'])
const agreed: ReadonlySet<unknown> = new Set(['committed', 'paid'])

/**
 * Each year and payer of a case once, in a fixed order: services, journeys that began, released deliveries, money that
 * was agreed, and payments.
 */
export function supportOf(file: CaseFile): readonly Support[] {
  const items = new Map(ofType(file, 'package_item').map(({ id, content }) => [id, content]))
  const requests = new Map(ofType(file, 'fund_request').map(({ id, content }) => [id, content]))
  const given = [
    ...ofType(file, 'service').flatMap(({ content }) => paid(serviceBy(content), content.deliveredOn)),
    ...ofType(file, 'movement')
      .filter(({ content }) => travels.has(content.stage))
      .flatMap(({ content }) => paid(named(content.project, content.fund), content.departedOn)),
    ...ofType(file, 'delivery')
      .filter(({ content }) => content.state === 'released')
      .flatMap(({ content }) => paid(named(items.get(plainText(content.item))?.project), content.deliveredOn)),
    ...[...requests.values()]
      .filter(({ state }) => agreed.has(state))
      .flatMap(({ project, fund, askedOn }) => paid(named(project, fund), askedOn)),
    ...ofType(file, 'disbursement').flatMap(({ content }) => {
      const request = requests.get(plainText(content.request))
      return paid(named(request?.project, request?.fund), content.paidOn)
    }),
  ]
  const once = new Map(given.map(each => [keyOf(each), each]))
  return [...once].sort(([a], [b]) => byCode(a, b)).map(([, each]) => each)
}

const keyOf = ({ year, source, project, fund, donor }: Support): string =>
  JSON.stringify([year ?? 0, source, project, fund, donor])

const paid = (by: readonly PaidBy[], on: Value | undefined): readonly Support[] =>
  by.map(each => ({ ...each, year: yearIn(on) }))

const nobody = { source: null, project: null, fund: null, donor: null }

const named = (...ids: readonly (Value | undefined)[]): readonly PaidBy[] =>
  ids.flatMap(id => (isAnswered(id) && typeof id === 'string' ? [{ ...nobody, source: id }] : []))

/** A service names records of this register, or else a code, a fund and a donor as a file had them. */
function serviceBy({ projectRef, fundRef, project, fund, donor }: Content): readonly PaidBy[] {
  const word = (value: Value | undefined) => (isAnswered(value) ? plainText(value).trim() || null : null)
  const records = named(projectRef, fundRef)
  if (records.length > 0) return records
  // The word "project" among the funds names none.
  const [code, from] = [word(project), word(fund) === 'project' ? null : word(fund)]
  return code === null && from === null && word(donor) === null
    ? []
    : [{ source: null, project: code, fund: from, donor: word(donor) }]
}
