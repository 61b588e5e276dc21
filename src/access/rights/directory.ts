import { both, forRoles, readOnly, type SubjectRights } from '../type-rights.ts'

/** Whoever helps a person looks here; whoever talks with partners keeps it true. */
export const directoryTypes: SubjectRights = {
  provider: {
    ...forRoles(
      [
        'caseworker',
        'hotline_operator',
        'shelter_manager',
        'return_officer',
        'reintegration_officer',
        'supervisor',
        'data_focal_point',
      ],
      both('open'),
    ),
    ...forRoles(['fund_manager', 'data_protection_officer', 'partner'], readOnly('open')),
  },
  employer: {
    ...forRoles(
      ['caseworker', 'return_officer', 'reintegration_officer', 'supervisor', 'data_focal_point'],
      both('open'),
    ),
    ...forRoles(['fund_manager', 'data_protection_officer', 'partner'], readOnly('open')),
  },
}
