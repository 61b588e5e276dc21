import type { RuleSet } from '../rule-set.ts'
import { employerProblems, placementProblems } from './employer.ts'
import { followsAgain, traffickedAgain } from './again.ts'
import { followsVisits, visitProblems } from './follow-up.ts'
import { deliveryProblems, followsDeliveries, itemProblems } from './package.ts'

/** The months after: package under ceilings, follow-ups to two years, being trafficked again. */
export const reintegrationRules: RuleSet = {
  problems: [
    'package_kind_missing',
    'agreed_over_ceiling',
    'ceiling_missing',
    'ceiling_over_project',
    'delivery_without_item',
    'delivery_settled',
    'over_ceiling_needs_approval',
    'visit_not_reached',
    'employer_incomplete',
    'placement_employer_unknown',
    'placement_employer_unsafe',
    'placement_employer_ended',
  ],
  pairs: {
    training: [['startedOn', 'endedOn']],
    placement: [['startedOn', 'endedOn']],
    enterprise: [['startedOn', 'endedOn']],
  },
  planned: ['training.endedOn'],
  check: {
    package_item: itemProblems,
    delivery: deliveryProblems,
    visit: visitProblems,
    employer: employerProblems,
    placement: placementProblems,
  },
  looksAround: ['package_item', 'placement.workplace'],
  follows: (_, file, today) => [
    ...followsDeliveries(file, today),
    ...followsVisits(file, today),
    ...followsAgain(file, today),
  ],
  followsClosed: (_, file, today) => [...followsVisits(file, today), ...followsAgain(file, today)],
  tells: ({ record, file }) =>
    record.type === 'episode' && traffickedAgain(file)?.episode.id === record.id
      ? [{ kind: 'trafficked_again', to: { role: 'supervisor', office: file.case.office }, key: `again.${record.id}` }]
      : [],
}
