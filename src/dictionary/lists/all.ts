import type { CodeList } from '../code-list.ts'
import { activityLists } from './activity.ts'
import { assessmentLists } from './assessment.ts'
import { assistanceLists } from './assistance.ts'
import { caseLists } from './case.ts'
import { countryLists } from './country.ts'
import { directoryLists } from './directory.ts'
import { documentLists } from './document.ts'
import { evidenceLists } from './evidence.ts'
import { exploitationLists } from './exploitation.ts'
import { fundLists } from './fund.ts'
import { hotlineLists } from './hotline.ts'
import { incidentLists } from './incident.ts'
import { justiceLists } from './justice.ts'
import { networkLists } from './network.ts'
import { personLists } from './person.ts'
import { planningLists } from './planning.ts'
import { protectionLists } from './protection.ts'
import { recruitmentLists } from './recruitment.ts'
import { referralLists } from './referral.ts'
import { reintegrationLists } from './reintegration.ts'
import { returnLists } from './return.ts'
import { rightsLists } from './rights.ts'
import { shelterLists } from './shelter.ts'
import { teamworkLists } from './teamwork.ts'
import { tracingLists } from './tracing.ts'

/** Every built-in code list, by subject. */
export const allLists: readonly CodeList[] = [
  ...countryLists,
  ...personLists,
  ...caseLists,
  ...evidenceLists,
  ...exploitationLists,
  ...recruitmentLists,
  ...protectionLists,
  ...assistanceLists,
  ...hotlineLists,
  ...rightsLists,
  ...assessmentLists,
  ...planningLists,
  ...referralLists,
  ...directoryLists,
  ...shelterLists,
  ...returnLists,
  ...tracingLists,
  ...reintegrationLists,
  ...fundLists,
  ...justiceLists,
  ...documentLists,
  ...incidentLists,
  ...networkLists,
  ...teamworkLists,
  ...activityLists,
]
