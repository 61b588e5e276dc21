import type { Notice, RuleSet, Told } from '../rule-set.ts'
import {
  confidentialityCodes,
  levelProblems,
  namingProblems,
  strictHandsProblems,
  tellsOfNaming,
} from './confidentiality.ts'
import { taskTimeProblems, visitTimeProblems } from './contact-times.ts'
import { consentProblems, disclosureCodes, disclosureProblems, overrideProblems } from './disclosure.ts'
import { remindsOfRequest, requestCodes, requestProblems } from './request.ts'
import { sharingCodes } from './sharing.ts'
import { noticeProblems, remindsOfNotice, tellsMissions, withdrawalNotices } from './withdrawal.ts'

/** Consent and the person's rights. Nothing here ever holds back help: assistance by us asks none of these rules. */
export const rightsRules: RuleSet = {
  problems: [
    ...sharingCodes,
    ...disclosureCodes,
    ...requestCodes,
    ...confidentialityCodes,
    'withdrawal_notice_incomplete',
    'unsafe_time',
  ],
  planned: ['withdrawal_notice.dueOn', 'rights_request.dueOn'],
  pairs: {
    disclosure: [['askedOn', 'madeOn']],
    naming: [['namedOn', 'endedOn']],
    withdrawal_notice: [['sentOn', 'acknowledgedOn']],
    rights_request: [
      ['receivedOn', 'dueOn'],
      ['receivedOn', 'decidedOn'],
      ['decidedOn', 'answeredOn'],
    ],
  },
  check: {
    approval: overrideProblems,
    case: strictHandsProblems,
    confidentiality: levelProblems,
    naming: namingProblems,
    consent: consentProblems,
    disclosure: disclosureProblems,
    rights_request: requestProblems,
    task: taskTimeProblems,
    visit: visitTimeProblems,
    withdrawal_notice: noticeProblems,
  },
  follows: withdrawalNotices,
  followsClosed: withdrawalNotices,
  tells: told => [...ofOverride(told), ...tellsOfNaming(told), ...tellsMissions(told)],
  reminds: { withdrawal_notice: remindsOfNotice, rights_request: remindsOfRequest },
}

function ofOverride({ record, file, before }: Told): readonly Notice[] {
  const { office } = file.case
  const officer = { role: 'data_protection_officer', office }
  // Whoever settled it: the officer sees every exception that was made.
  if (record.type === 'approval' && record.content.kind === 'consent_override')
    return record.content.state === 'approved' && before?.content.state !== 'approved'
      ? [{ kind: 'override_approved', to: officer, key: `override.${record.id}` }]
      : []
  return []
}
