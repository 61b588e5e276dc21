import { both, forRoles, readOnly, type SubjectRights, working } from '../type-rights.ts'

/** Whoever works on a case asks; who settles is a matter of the verb `approve`, checked by the rule. */
export const teamworkTypes: SubjectRights = {
  approval: {
    ...forRoles(
      [
        'caseworker',
        'shelter_manager',
        'return_officer',
        'reintegration_officer',
        'supervisor',
        'fund_manager',
        'partner',
        'data_protection_officer',
      ],
      working,
    ),
    hotline_operator: readOnly('open'),
    data_focal_point: both('open'),
  },
}
