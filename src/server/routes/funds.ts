import { eligibility } from '#casework/fund/eligibility.ts'
import type { RecordView } from '#changes/change.ts'
import { recordsInUse } from '#register/around.ts'
import { openCase } from '#register/files.ts'
import { gapReport } from '#register/gap.ts'
import { balances } from '#register/money.ts'
import type { Work } from '#register/work.ts'
import { Balances, Gap, GapQuery, Verdicts } from '../contract/funds.ts'
import { ById } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { workRoute } from '../route.ts'

/** What pays, what is left of it, whom it may help, and whom nothing helps. */
export const fundRoutes = [
  workRoute({
    method: 'GET',
    path: '/funds/balances',
    tag: 'records',
    about: 'Projects and funds in use: budget, asked for, committed, paid, delivered, left.',
    may: 'read',
    reply: Balances,
    run: async (_, work) => {
      const items = await balances(readerOfFunds(work))
      return { items: items.map(item => ({ ...item, source: shown(item.source) })) }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/funds/gap',
    tag: 'records',
    about: 'Persons of the cases you may read whom no project or fund in use may help, by reason.',
    may: 'read',
    query: GapQuery,
    reply: Gap,
    run: async ({ query }, work) => {
      const { cases, offices, complete, sources, ...counts } = await gapReport(readerOfFunds(work), query)
      return {
        unit: 'persons' as const,
        ...query,
        ...counts,
        sources: sources.map(shown),
        coverage: { cases, offices, complete },
      }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/cases/:id/eligibility',
    tag: 'records',
    about: 'Which projects and funds in use may pay for the person of this case, each with its reason.',
    may: 'read',
    params: ById,
    reply: Verdicts,
    run: async ({ params }, work) => {
      const file = await openCase(work, params.id, 'eligibility')
      if (!file) throw new Refused('not_found')
      const sources = await recordsInUse(readerOfFunds(work), ['project', 'fund'])
      const asked = {
        file,
        day: work.today,
        place: work.offices.byId(file.case.office)?.country ?? null,
        others: sources,
      }
      return {
        items: sources.map(source => {
          const { answer, because, reasons } = eligibility(source, asked)
          const grounded = reasons.map(reason => ({
            ...reason,
            restsOn: reason.restsOn.map(ground => ({ ...ground, value: plainly(ground.value) })),
          }))
          return { source: shown(source), answer, because: because?.condition ?? null, reasons: grounded }
        }),
      }
    },
  }),
]

/** Who reads no projects is told that there are none, as of anything that is not theirs. */
function readerOfFunds(work: Work): Work {
  const reach = work.permissions.reach('read', 'project')
  if (!reach.all && reach.offices.length === 0 && reach.ownIn.length === 0) throw new Refused('not_found')
  return work
}

const shown = ({ id, type, content }: RecordView) => ({
  id,
  type: type === 'fund' ? ('fund' as const) : ('project' as const),
  content,
})

/** Coded answers only: a code, several, a number or nothing. */
const plainly = (value: unknown): string | number | string[] | null =>
  typeof value === 'string' || typeof value === 'number' ? value : Array.isArray(value) ? value.map(String) : null
