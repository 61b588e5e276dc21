import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const carriers: readonly RoleId[] = ['caseworker', 'return_officer', 'supervisor', 'partner']

/** Whoever prepares the journey writes; whoever receives the person reads what was explained and agreed. */
const ofJourney = {
  ...forRoles(carriers, working),
  reintegration_officer: readOnly('open', 'narrative'),
  data_focal_point: both('open'),
  data_protection_officer: readOnly('open'),
}

export const returnTypes: SubjectRights = {
  movement_leg: ofJourney,
  journey_step: ofJourney,
  counselling: ofJourney,
  guardian: { ...ofJourney, shelter_manager: readOnly('open', 'narrative') },
}
