import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = [
  'caseworker',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
  'supervisor',
  'partner',
]

/** Whoever works on a case asks; who settles is a matter of verbs, checked by the rule. */
export const teamworkTypes: SubjectRights = {
  approval: {
    ...forRoles([...carriers, 'fund_manager', 'data_protection_officer'], working),
    hotline_operator: readOnly('open'),
    data_focal_point: both('open'),
  },
  handover: {
    ...forRoles(carriers, working),
    ...forRoles(['data_focal_point', 'data_protection_officer'], readOnly('open')),
  },
  flag: {
    ...forRoles([...carriers, 'hotline_operator'], working),
    data_focal_point: both('open'),
    data_protection_officer: readOnly('open'),
  },
}
