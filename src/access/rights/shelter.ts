import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

/** Who runs the house; of all roles only these two can have an address opened. */
const keepers: readonly RoleId[] = ['shelter_manager', 'supervisor']
/** Who looks for room, or for where a person is; by code name. */
const seekers: readonly RoleId[] = ['caseworker', 'return_officer', 'reintegration_officer', 'data_protection_officer']
const readers = { ...forRoles(seekers, readOnly('open')), data_focal_point: both('open') }
/** Who gives out medicine, and who answers for the person. */
const caring = forRoles([...keepers, 'caseworker'], both('open', 'health'))
const watching = { data_focal_point: both('open'), data_protection_officer: readOnly('open') }

export const shelterTypes: SubjectRights = {
  shelter: { ...forRoles(keepers, both('open', 'protected')), ...readers },
  place: { ...forRoles(keepers, both('open')), ...readers },
  stay: {
    ...forRoles([...keepers, 'caseworker'], working),
    ...forRoles(['return_officer', 'reintegration_officer'], readOnly('open')),
    ...watching,
  },
  stay_log: { ...forRoles([...keepers, 'caseworker'], both('open', 'narrative', 'health')), ...watching },
  medicine: { ...caring, data_protection_officer: readOnly('open') },
  dose: { ...caring, data_protection_officer: readOnly('open') },
  shelter_check: { ...forRoles(keepers, working), ...watching },
  shift_handover: forRoles(keepers, working),
}
