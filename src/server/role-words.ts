import type { RoleId } from '#access/role.ts'

/** English names of the roles for the API; the web app has its own catalogue (`role.<id>`). */
export const roleWords: Readonly<Record<RoleId, { readonly label: string; readonly about: string }>> = {
  caseworker: { label: 'Caseworker', about: 'Screens, determines and assists; works on whole case files.' },
  hotline_operator: { label: 'Hotline operator', about: 'Takes calls and leads, opens first records, refers.' },
  shelter_manager: { label: 'Shelter manager', about: 'Care in the house: services, visits, risks and health notes.' },
  return_officer: { label: 'Return officer', about: 'Prepares and follows journeys home.' },
  reintegration_officer: { label: 'Reintegration officer', about: 'Plans and services after return.' },
  supervisor: {
    label: 'Supervisor',
    about: 'Answers for a team: assigns cases, approves plans, closures and exceptions.',
  },
  fund_manager: { label: 'Fund manager', about: 'Donors, projects and funds: eligibility, approvals, payments.' },
  network_analyst: { label: 'Network analyst', about: 'Sees how suspected actors are tied; each opening is logged.' },
  data_focal_point: { label: 'Data focal point', about: 'Completeness, duplicates, imports and exports of an office.' },
  regional_analyst: { label: 'Regional analyst', about: 'Figures of a region; no records.' },
  global_analyst: { label: 'Global analyst', about: 'Figures of the whole organisation; no records.' },
  data_protection_officer: {
    label: 'Data protection officer',
    about: 'Reads the logs and checks their chains; sees codes, never names.',
  },
  partner: { label: 'Partner organisation', about: 'Works on the cases of its own organisation.' },
  report_writer: { label: 'Report writer', about: 'Figures for reports; no records.' },
  researcher: { label: 'Researcher', about: 'Figures only.' },
  administrator: { label: 'Administrator', about: 'Accounts, offices and own fields; sees no records.' },
  system: { label: 'System', about: 'The machine itself; never given to an account.' },
}
