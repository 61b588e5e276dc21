import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = [
  'caseworker',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
  'partner',
]
const readers: readonly RoleId[] = [...carriers, 'supervisor', 'data_focal_point', 'data_protection_officer']

/** Projects and funds are read by everybody who works with cases; who keeps them answers for money. */
const office = { ...forRoles(readers, readOnly('open')), fund_manager: both('open') }
/** Money of one person: who carries the case asks and pays; the fund manager reads codes and amounts. */
const ofCase = {
  ...forRoles([...carriers, 'supervisor'], working),
  fund_manager: both('open'),
  data_focal_point: both('open'),
  data_protection_officer: readOnly('open'),
}

export const fundTypes: SubjectRights = {
  donor: office,
  project: office,
  contribution: office,
  fund: office,
  fund_request: ofCase,
  disbursement: ofCase,
}
