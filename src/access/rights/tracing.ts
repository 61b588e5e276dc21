import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = ['caseworker', 'return_officer', 'supervisor', 'partner']

const tracing = {
  ...forRoles(carriers, working),
  data_focal_point: both('open'),
  data_protection_officer: readOnly('open'),
}

export const tracingTypes: SubjectRights = { tracing_request: tracing, tracing_result: tracing }
