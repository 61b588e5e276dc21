import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = ['caseworker', 'return_officer', 'reintegration_officer', 'supervisor', 'partner']
const watching = {
  data_focal_point: both('open'),
  data_protection_officer: readOnly('open'),
  fund_manager: readOnly('open'),
}
const carried = { ...forRoles(carriers, working), ...watching }

/** A village contact or an employer has no role here and sees nothing; a shelter sees what it hands over. */
export const reintegrationTypes: SubjectRights = {
  package_item: { ...carried, shelter_manager: working },
  delivery: { ...carried, shelter_manager: working },
  training: carried,
  placement: carried,
  enterprise: carried,
  sustainability_survey: {
    ...forRoles(carriers, working),
    data_focal_point: both('open'),
    data_protection_officer: readOnly('open'),
  },
}
