import { both, readOnly, type SubjectRights } from '../type-rights.ts'

const paper = both('open', 'narrative', 'identity')
const everyPaper = both('open', 'narrative', 'identity', 'health', 'justice')

/** Which files a role opens follows from their kind: `casework/document/content-class.ts`. */
export const documentTypes: SubjectRights = {
  document: {
    caseworker: everyPaper,
    supervisor: everyPaper,
    shelter_manager: both('open', 'narrative', 'identity', 'health'),
    return_officer: {
      read: ['open', 'narrative', 'identity', 'health'],
      write: ['open', 'narrative', 'identity'],
    },
    reintegration_officer: paper,
    partner: paper,
    data_focal_point: both('open'),
    data_protection_officer: readOnly('open'),
  },
}
