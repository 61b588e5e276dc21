import type { Client } from './client.ts'
import { type Timing, timingOf } from './timing.ts'

/** A figure as it was answered, and how long that took the whole way through HTTP. */
export interface Answered {
  readonly indicator: Indicator
  readonly by: readonly string[]
  readonly base: number | null
  readonly rows: readonly { readonly key: string | readonly string[]; readonly n: number | null }[]
  readonly ms: number
}

export type Indicator = 'instances' | 'persons' | 'services'

const ofInstances = [
  [],
  ...[
    'year',
    'nationality',
    'sex',
    'age_group',
    'exploitation',
    'means',
    'country_of_origin',
    'region',
    'services',
  ].map(id => [id]),
  ['nationality', 'exploitation'],
  ['year', 'sex'],
  ['office', 'age_group'],
  ['exploitation', 'sector'],
  ['region', 'category'],
  ['year', 'services'],
  ['sex', 'services'],
  ['age_band', 'services'],
]
const ofServices = [
  [],
  ...['service_type', 'year', 'sex', 'nationality', 'provider', 'office'].map(id => [id]),
  ['service_type', 'year'],
  ['service_type', 'sex'],
  ['nationality', 'service_type'],
  ['office', 'age_group'],
]
const questions: readonly { readonly indicator: Indicator; readonly by: readonly string[] }[] = [
  ...ofInstances.map(by => ({ indicator: 'instances' as const, by })),
  ...ofInstances.map(by => ({ indicator: 'persons' as const, by })),
  ...ofServices.map(by => ({ indicator: 'services' as const, by })),
]

/** Every question once for the pages to be in memory, then once for the clock: all years, all offices, the slowest there is. */
export async function countFigures(client: Client): Promise<readonly Answered[]> {
  const answered: Answered[] = []
  for (const question of questions) {
    await ask(client, question)
    answered.push(await ask(client, question))
  }
  return answered
}

async function ask(client: Client, question: Pick<Answered, 'indicator' | 'by'>): Promise<Answered> {
  const { value, ms } = await client.call<{ base: { n: number | null }; rows: Answered['rows'] }>(
    'POST',
    '/api/figures',
    question,
  )
  return { ...question, base: value.base.n, rows: value.rows, ms }
}

/** Of the figures by so many dimensions. */
export function timesOf(answered: readonly Answered[], dimensions: number): { timing: Timing; slowest: string } {
  const those = answered.filter(({ by }) => by.length === dimensions)
  const [slowest] = those.toSorted((a, b) => b.ms - a.ms)
  return { timing: timingOf(those.map(({ ms }) => ms)), slowest: slowest ? nameOf(slowest) : '' }
}

export const nameOf = ({ indicator, by }: Pick<Answered, 'indicator' | 'by'>): string =>
  by.length === 0 ? indicator : `${indicator} by ${by.join(' and ')}`
