import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = [
  'caseworker',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
  'supervisor',
  'partner',
]
const readers = { data_focal_point: both('open'), data_protection_officer: readOnly('open') }

/** Who carries a case plans and speaks with the person; who keeps the money reads what is planned. */
export const planningTypes: SubjectRights = {
  plan_line: { ...forRoles(carriers, working), ...readers, fund_manager: readOnly('open') },
  contact: { ...forRoles([...carriers, 'hotline_operator'], working), ...readers },
}
