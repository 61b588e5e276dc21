import { both, forRoles, type SubjectRights } from '../type-rights.ts'

/** The number of a caller who agreed to be called back is seen by those who call back; nobody else reads it. */
export const hotlineTypes: SubjectRights = {
  call: forRoles(['caseworker', 'hotline_operator', 'supervisor', 'partner'], both('open', 'narrative', 'contact')),
  media_watch: forRoles(
    ['caseworker', 'hotline_operator', 'supervisor', 'data_focal_point'],
    both('open', 'narrative'),
  ),
}
