import type { RecordType } from '../record-type.ts'
import { activityRecords } from './activity.ts'
import { questionnaireRecords } from './questionnaire.ts'
import { assessmentRecords } from './assessment.ts'
import { aggregate, caseFile } from './case.ts'
import { confidentialityRecords } from './confidentiality.ts'
import { directoryRecords } from './directory.ts'
import { documentRecords } from './document.ts'
import { actor, episode, leg } from './exploitation.ts'
import { fundRecords } from './fund.ts'
import { hotlineRecords } from './hotline.ts'
import { incidentRecords } from './incident.ts'
import { justiceRecords } from './justice.ts'
import { networkRecords } from './network.ts'
import { link, person } from './person.ts'
import { planningRecords } from './planning.ts'
import { health, risk } from './protection.ts'
import { referralRecords } from './referral.ts'
import { reintegrationRecords } from './reintegration.ts'
import { returnRecords } from './return.ts'
import { rightsRecords } from './rights.ts'
import { consent, determination, screening } from './screening.ts'
import { shelterRecords } from './shelter.ts'
import { teamworkRecords } from './teamwork.ts'
import { tracingRecords } from './tracing.ts'

/** Every built-in record type, by subject. */
export const allRecords: readonly RecordType[] = [
  person,
  link,
  caseFile,
  aggregate,
  consent,
  screening,
  determination,
  episode,
  leg,
  actor,
  risk,
  health,
  ...rightsRecords,
  ...confidentialityRecords,
  ...assessmentRecords,
  ...planningRecords,
  ...referralRecords,
  ...directoryRecords,
  ...shelterRecords,
  ...returnRecords,
  ...tracingRecords,
  ...reintegrationRecords,
  ...fundRecords,
  ...justiceRecords,
  ...documentRecords,
  ...incidentRecords,
  ...networkRecords,
  ...teamworkRecords,
  ...hotlineRecords,
  ...activityRecords,
  ...questionnaireRecords,
]
