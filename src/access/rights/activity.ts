import { both, forRoles, readOnly, type RoleId, type SubjectRights, working } from '../type-rights.ts'

const writers: readonly RoleId[] = ['caseworker', 'hotline_operator', 'supervisor', 'data_focal_point', 'partner']
const readers: readonly RoleId[] = ['regional_analyst', 'global_analyst', 'report_writer', 'fund_manager']

/** Who does something tells of it; who writes the report reads it. No person stands in it. */
const told = {
  ...forRoles(writers, working),
  ...forRoles(readers, readOnly('open', 'narrative')),
  data_protection_officer: readOnly('open'),
}
/** How an office reported, and what others published: by those who answer for its figures. */
const stated = {
  ...forRoles(['supervisor', 'data_focal_point'], both('open')),
  ...forRoles([...readers, 'data_protection_officer'], readOnly('open')),
}

export const activityTypes: SubjectRights = {
  activity: told,
  activity_number: told,
  survey: told,
  survey_result: told,
  survey_form: {
    ...forRoles([...writers, ...readers], readOnly('open')),
    ...forRoles(['supervisor', 'data_focal_point'], both('open')),
    data_protection_officer: readOnly('open'),
  },
  survey_response: told,
  coverage_statement: stated,
  external_statistic: { ...stated, report_writer: both('open'), global_analyst: both('open') },
}
