import { both, forRoles, readOnly, type SubjectRights } from '../type-rights.ts'

/**
 * Days and states of steps are open, what they are about is of class justice: for those who carry the case. An organisation
 * that gives legal aid is granted the role of a caseworker in its own office. Police and consulates hold no role at all.
 */
const step = {
  ...forRoles(['caseworker', 'supervisor'], both('open', 'justice')),
  partner: both('open'),
  data_focal_point: both('open'),
  data_protection_officer: readOnly('open'),
}

export const justiceTypes: SubjectRights = {
  // Who goes along to a hearing must know the day.
  hearing: { ...step, shelter_manager: readOnly('open') },
  representation: step,
  expert_opinion: step,
  claim: { ...forRoles(['caseworker', 'supervisor'], both('justice')) },
  // Whoever arranges the journey home needs the papers and the stay.
  paper_retrieval: { ...step, return_officer: readOnly('open') },
  stay_application: { ...step, return_officer: readOnly('open') },
}
