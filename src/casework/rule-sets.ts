import { activityRules } from './activity/rules.ts'
import { assessmentRules } from './assessment/rules.ts'
import { documentRules } from './document/rules.ts'
import { fundRules } from './fund/rules.ts'
import { hotlineRules } from './hotline/rules.ts'
import { incidentRules } from './incident/rules.ts'
import { justiceRules } from './justice/rules.ts'
import { networkRules } from './network/rules.ts'
import { planningRules } from './planning/rules.ts'
import { referralRules } from './referral/rules.ts'
import { reintegrationRules } from './reintegration/rules.ts'
import { returnRules } from './return/rules.ts'
import { rightsRules } from './rights/rules.ts'
import { shelterRules } from './shelter/rules.ts'
import { teamworkRules } from './teamwork/rules.ts'
import { tracingRules } from './tracing/rules.ts'
import { groundRules } from './ground-rules.ts'
import type { RuleSet } from './rule-set.ts'

/** Every rule, by subject; all of them are asked about every change. */
export const ruleSets: readonly RuleSet[] = [
  groundRules,
  rightsRules,
  assessmentRules,
  planningRules,
  referralRules,
  shelterRules,
  returnRules,
  tracingRules,
  reintegrationRules,
  fundRules,
  justiceRules,
  hotlineRules,
  documentRules,
  incidentRules,
  networkRules,
  teamworkRules,
  activityRules,
]
