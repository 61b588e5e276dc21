import type { Route } from '../route.ts'
import { activityRoutes } from './activities.ts'
import { auditRoutes } from './audit.ts'
import { deviceRoutes } from './devices.ts'
import { dictionaryRoutes } from './dictionary.ts'
import { documentRoutes } from './documents.ts'
import { figureRoutes } from './figures.ts'
import { chatRoutes } from './chats.ts'
import { fundRoutes } from './funds.ts'
import { hotlineRoutes } from './hotline.ts'
import { incidentRoutes } from './incidents.ts'
import { journeyRoutes } from './journeys.ts'
import { listRoutes } from './lists.ts'
import { networkRoutes } from './network.ts'
import { organisationRoutes } from './organisation.ts'
import { proofRoutes } from './proof.ts'
import { recordRoutes } from './records.ts'
import { referralRoutes } from './referrals.ts'
import { releaseRoutes } from './releases.ts'
import { reviewRoutes } from './review.ts'
import { reportRoutes } from './reports.ts'
import { rightsRoutes } from './rights.ts'
import { healthRoute, sessionRoutes } from './session.ts'
import { shelterRoutes } from './shelters.ts'
import { smallNumberRoutes } from './small-numbers.ts'
import { strictCaseRoutes } from './strict-cases.ts'
import { surveyRoutes } from './surveys.ts'
import { teamworkRoutes } from './teamwork.ts'

/** The whole API. */
export const allRoutes: readonly Route[] = [
  healthRoute,
  ...sessionRoutes,
  ...recordRoutes,
  ...deviceRoutes,
  ...listRoutes,
  ...incidentRoutes,
  ...activityRoutes,
  ...surveyRoutes,
  ...hotlineRoutes,
  ...chatRoutes,
  ...fundRoutes,
  ...shelterRoutes,
  ...referralRoutes,
  ...strictCaseRoutes,
  ...journeyRoutes,
  ...teamworkRoutes,
  ...networkRoutes,
  ...documentRoutes,
  ...figureRoutes,
  ...proofRoutes,
  ...reviewRoutes,
  ...releaseRoutes,
  ...reportRoutes,
  ...smallNumberRoutes,
  ...dictionaryRoutes,
  ...organisationRoutes,
  ...auditRoutes,
  ...rightsRoutes,
]
