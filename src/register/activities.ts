import { numbersIn, isInPeriod, type Period } from '#casework/activity/reading.ts'
import { daysLater } from '#casework/when.ts'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { visibleViews } from './files.ts'
import { logReading } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** What an office told, cut to what the reader may see. */
export type ToldRecord = RecordView

/** An activity with its numbers, oldest first. */
export interface ToldActivity {
  readonly activity: ToldRecord
  readonly numbers: readonly ToldRecord[]
}

export interface ToldOfPeriod {
  readonly activities: readonly ToldActivity[]
  readonly surveys: readonly ToldRecord[]
}

/** Days before the period in which something may have begun that ends within it, without being marked as going on. */
const longest = 3 * 366

/**
 * What offices told of a period, as far as the reader may see it: activities that took place in it or go on, activities of
 * which a number ends in it, and surveys. The cost grows with the period and three years before it, not with the register.
 */
export async function toldOfPeriod(work: Work, period: Period): Promise<ToldOfPeriod> {
  const rows = await read(
    work,
    `with near as (
       select record, type, at from listed
       where type in ('activity', 'survey', 'activity_number') and open in (true, false) and on_date between $1 and $2
       union select record, type, at from listed where type = 'activity' and open and on_date < $1)
     select ${recordColumns} from record where id in (select record from near union select at from near where at is not null)`,
    [daysLater(period.from, -longest), period.to],
  )
  const views = [...(await visibleViews(work, rows)).values()]
  await logReading(work, { action: 'list', office: null, person: null, case: null, purpose: 'activity' })
  const numbers = Map.groupBy(
    views.filter(({ type }) => type === 'activity_number'),
    ({ content }) => plainText(content.activity),
  )
  return {
    activities: views
      .filter(({ type }) => type === 'activity')
      .map(activity => ({ activity, numbers: numbers.get(activity.id) ?? [] }))
      .filter(({ activity: { content }, numbers: own }) => {
        if (content.state === 'cancelled') return false
        return isInPeriod(content, period) || numbersIn(own, period).length > 0
      }),
    surveys: views.filter(({ type, content }) => type === 'survey' && isInPeriod(content, period)),
  }
}

async function read(work: Work, text: string, values: readonly unknown[]): Promise<RecordRow[]> {
  return (await work.client.query<RecordRow>({ name: 'told-of-period', text, values: [...values] })).rows
}
