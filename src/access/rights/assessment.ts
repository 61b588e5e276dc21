import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = [
  'caseworker',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
  'supervisor',
  'partner',
]

export const assessmentTypes: SubjectRights = Object.fromEntries(
  [
    'needs_assessment',
    'vulnerability_assessment',
    'skills_assessment',
    'mitigation',
    'family_assessment',
    'best_interest',
    'age_dispute',
  ].map(type => [
    type,
    {
      ...forRoles(carriers, working),
      data_focal_point: both('open'),
      data_protection_officer: readOnly('open'),
    },
  ]),
)
