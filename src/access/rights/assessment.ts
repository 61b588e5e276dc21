import type { SubjectRights } from '../type-rights.ts'

export const assessmentTypes: SubjectRights = {}
