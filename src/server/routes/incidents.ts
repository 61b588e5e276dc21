import { nameOf } from '#casework/person-name.ts'
import { consentInForce } from '#casework/consent.ts'
import { incidentCases } from '#register/incident-cases.ts'
import { Incident } from '../contract/incidents.ts'
import { ById } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { workRoute } from '../route.ts'

/** One event with many persons, each with a case and a consent of their own. */
export const incidentRoutes = [
  workRoute({
    method: 'GET',
    path: '/incidents/:id',
    tag: 'records',
    about:
      'An incident and the cases that are part of it, as far as you may see them, with the consents of each person.',
    may: 'read',
    params: ById,
    reply: Incident,
    run: async ({ params }, work) => {
      const found = await incidentCases(work, params.id)
      if (!found) throw new Refused('not_found')
      const { incident, cases, more } = found
      const shown = cases.map(({ line, file, readsConsents }) => {
        const reading = (purpose: string) => {
          if (!readsConsents) return null
          const { state, lacks } = consentInForce(file, purpose, { today: work.today })
          return { state, lacks: [...lacks] }
        }
        return { case: line.record, name: nameOf(line.person), service: reading('service'), data: reading('data') }
      })
      return { incident, cases: shown, more }
    },
  }),
]
