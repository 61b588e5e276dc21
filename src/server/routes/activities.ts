import { type ToldRecord, toldOfPeriod } from '#register/activities.ts'
import { PeriodQuery, ToldOfPeriod } from '../contract/activities.ts'
import { workRoute } from '../route.ts'

/** As many as somebody can look through; a larger organisation asks office by office. */
const most = 500

/** What offices did beside cases, for the desk of those who write the situation report. */
export const activityRoutes = [
  workRoute({
    method: 'GET',
    path: '/activities',
    tag: 'records',
    about: 'Activities of a period with their numbers, and surveys, as far as you may see them.',
    may: 'read',
    query: PeriodQuery,
    reply: ToldOfPeriod,
    run: async ({ query: { office, ...period } }, work) => {
      const below = office === undefined ? null : new Set(work.offices.tree.below(office))
      const here = (record: ToldRecord) => below === null || below.has(record.office)
      const told = await toldOfPeriod(work, period)
      const activities = told.activities.filter(({ activity }) => here(activity))
      return {
        activities: activities.slice(0, most).map(({ activity, numbers }) => ({ activity, numbers: [...numbers] })),
        surveys: told.surveys.filter(here),
        more: activities.length > most,
      }
    },
  }),
]
