import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = [
  'caseworker',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
  'supervisor',
  'partner',
]
const shared = {
  ...forRoles([...carriers, 'hotline_operator'], working),
  data_focal_point: both('open'),
  data_protection_officer: readOnly('open'),
}

/** A person may ask any of us for their rights; who decides is a matter of verbs, checked by the rule. */
export const rightsTypes: SubjectRights = {
  confidentiality: {
    ...forRoles(carriers, working),
    ...forRoles(['hotline_operator', 'data_focal_point', 'data_protection_officer'], readOnly('open')),
  },
  naming: {
    ...forRoles(carriers, working),
    ...forRoles(['hotline_operator', 'data_focal_point', 'data_protection_officer'], readOnly('open')),
  },
  disclosure: {
    ...forRoles(carriers, working),
    data_focal_point: both('open'),
    data_protection_officer: readOnly('open'),
  },
  withdrawal_notice: shared,
  rights_request: {
    ...forRoles([...carriers, 'hotline_operator', 'data_protection_officer'], working),
    data_focal_point: both('open'),
  },
  contact_rule: {
    ...forRoles([...carriers, 'hotline_operator'], both('open', 'contact')),
    data_focal_point: both('open'),
    data_protection_officer: readOnly('open'),
  },
}
