import type { RoleId, TypeRights } from '../type-rights.ts'
import { activityTypes } from './activity.ts'
import { assessmentTypes } from './assessment.ts'
import { directoryTypes } from './directory.ts'
import { documentTypes } from './document.ts'
import { fundTypes } from './fund.ts'
import { hotlineTypes } from './hotline.ts'
import { incidentTypes } from './incident.ts'
import { justiceTypes } from './justice.ts'
import { networkTypes } from './network.ts'
import { planningTypes } from './planning.ts'
import { referralTypes } from './referral.ts'
import { reintegrationTypes } from './reintegration.ts'
import { returnTypes } from './return.ts'
import { rightsTypes } from './rights.ts'
import { shelterTypes } from './shelter.ts'
import { teamworkTypes } from './teamwork.ts'
import { tracingTypes } from './tracing.ts'

/** Record type -> role -> rights, for the types that are declared by subject. */
export const rightsBySubject: ReadonlyMap<string, Readonly<Partial<Record<RoleId, TypeRights>>>> = new Map(
  [
    rightsTypes,
    assessmentTypes,
    planningTypes,
    referralTypes,
    directoryTypes,
    shelterTypes,
    returnTypes,
    tracingTypes,
    reintegrationTypes,
    fundTypes,
    justiceTypes,
    hotlineTypes,
    documentTypes,
    incidentTypes,
    networkTypes,
    teamworkTypes,
    activityTypes,
  ].flatMap(subject => Object.entries(subject)),
)
