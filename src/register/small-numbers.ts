import { RegisterProblem } from './problem.ts'
import type { Work } from './work.ts'

/**
 * The smallest number of persons that a text for the public shows, for the whole organisation. Below it numbers are hidden, and
 * those from which they could be worked out.
 */
export const usualThreshold = 5
/** Nobody sets it lower: numbers from 1 to 4 recognise somebody. The Counter Trafficking Data Collaborative used 11. */
export const leastThreshold = 5
export const mostThreshold = 100

export interface SmallNumbers {
  readonly threshold: number
  /** Null: nobody chose yet. */
  readonly setBy: string | null
  readonly setAt: string | null
}

export async function smallNumbers({ client }: Pick<Work, 'client'>): Promise<SmallNumbers> {
  const { rows } = await client.query<SmallNumbers>(
    `select threshold, set_by as "setBy", to_char(set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "setAt"
     from small_numbers order by id desc limit 1`,
  )
  return rows[0] ?? { threshold: usualThreshold, setBy: null, setAt: null }
}

/**
 * Chooses another one from now on; what is published stays as it is.
 * @throws RegisterProblem not_allowed for whoever does not manage the whole organisation, invalid out of bounds.
 */
export async function chooseThreshold(work: Work, threshold: number): Promise<void> {
  const top = work.offices.all().find(({ parent }) => parent === null)
  if (top === undefined || !work.permissions.may('manage_offices', { office: top.id }))
    throw new RegisterProblem('not_allowed', 'Only who manages the whole organisation chooses this.')
  if (!Number.isInteger(threshold) || threshold < leastThreshold || threshold > mostThreshold)
    throw new RegisterProblem('invalid', `Choose a whole number from ${leastThreshold} to ${mostThreshold}.`, {
      field: 'threshold',
    })
  await work.client.query('insert into small_numbers (threshold, set_by, set_at) values ($1, $2, $3)', [
    threshold,
    work.actor.id,
    work.now,
  ])
}
