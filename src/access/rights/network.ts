import { both, forRoles, readOnly, type SubjectRights } from '../type-rights.ts'

/**
 * Who carries cases writes down what is told. The network analyst reads it across cases; nobody else knows that a suspect
 * exists: not the partner, not the hotline, not the data focal point.
 */
export const networkTypes: SubjectRights = {
  suspect: {
    ...forRoles(['caseworker', 'supervisor'], both('open', 'justice')),
    network_analyst: readOnly('open', 'justice'),
  },
  tie: {
    ...forRoles(['caseworker', 'supervisor'], both('justice')),
    network_analyst: readOnly('justice'),
  },
  suspect_join: { network_analyst: both('open', 'justice') },
}
