import type { Spread } from './stories.ts'

/** What a service costs (US dollars, low and high; null: nobody books it), who gives it, how often it stands in a file. */
export interface ServiceKind {
  readonly type: string
  readonly weight: number
  readonly cost: readonly [low: number, high: number] | null
  readonly provider: Spread
  readonly what: readonly string[]
  /** First aid in the first days, or help over the months. */
  readonly early: boolean
  readonly from: number
  readonly to: number
}

const own: Spread = [
  ['own', 6],
  ['ngo', 3],
  ['government', 1],
]
const partner: Spread = [
  ['ngo', 6],
  ['own', 3],
  ['private', 1],
]
const state: Spread = [
  ['government', 6],
  ['ngo', 3],
  ['own', 1],
]

const kind = (
  type: string,
  weight: number,
  cost: ServiceKind['cost'],
  provider: Spread,
  rest: Partial<ServiceKind> = {},
): ServiceKind => ({
  type,
  weight,
  cost,
  provider,
  what: [],
  early: false,
  from: 0,
  to: 120,
  ...rest,
})

export const serviceKinds: readonly ServiceKind[] = [
  kind('food_hygiene', 9, [15, 60], own, { early: true, what: ['Food parcel for two weeks', 'Hygiene kit'] }),
  kind('shelter', 7, [120, 600], partner, { early: true, what: ['Room in the shelter', 'Two weeks in a safe flat'] }),
  kind('medical', 9, [30, 400], state, {
    early: true,
    what: ['First examination', 'Dental treatment', 'Medicine for three months'],
  }),
  kind('psychological', 7, [20, 180], partner, { what: ['Six sessions', 'First talk'] }),
  kind('counselling', 8, null, own, { early: true, what: ['First talk about possible help'] }),
  kind('legal', 6, [40, 450], partner, { what: ['Advice on the wage claim', 'Accompanied to the hearing'] }),
  kind('documents', 6, [10, 90], own, { what: ['New identity card', 'Copy of the birth certificate'] }),
  kind('non_food_items', 4, [20, 120], own, { early: true, what: ['Winter clothes and shoes', 'Blankets'] }),
  kind('transport', 5, [5, 70], own, { early: true, what: ['Bus ticket home', 'Taxi to the clinic'] }),
  kind('financial', 4, [50, 250], own, { what: ['One-off allowance'] }),
  kind('housing', 3, [150, 700], own, { from: 20, to: 200, what: ['Rent for three months'] }),
  kind('vocational_training', 5, [100, 600], partner, {
    from: 40,
    to: 300,
    what: ['Hairdressing course', 'Welding course', 'Sewing course'],
  }),
  kind('education', 3, [40, 300], state, { from: 20, to: 250, what: ['School fees and books'] }),
  kind('job_placement', 3, null, partner, { from: 60, to: 300 }),
  kind('micro_enterprise', 4, [400, 1600], own, {
    from: 60,
    to: 360,
    what: ['Sewing machine', 'Hens and feed', 'Tools and a workbench'],
  }),
  kind('interpretation', 2, [15, 80], own, { early: true }),
  kind('family_tracing', 1, [20, 120], partner),
]

/** Services that children need more often than adults. */
export const forChildren: ReadonlySet<string> = new Set(['education', 'family_tracing', 'medical', 'shelter'])
/** Not for children. */
export const forAdults: ReadonlySet<string> = new Set([
  'vocational_training',
  'job_placement',
  'micro_enterprise',
  'housing',
  'financial',
])
