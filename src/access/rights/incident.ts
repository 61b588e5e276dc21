import { both, forRoles, readOnly, type SubjectRights } from '../type-rights.ts'

/** Codes of an event and no person: who opens cases says what is common to them, who carries them reads it. */
export const incidentTypes: SubjectRights = {
  incident: {
    ...forRoles(['caseworker', 'supervisor', 'partner', 'data_focal_point'], both('open')),
    ...forRoles(
      ['shelter_manager', 'return_officer', 'reintegration_officer', 'data_protection_officer'],
      readOnly('open'),
    ),
  },
}
