import type { SubjectRights } from '../type-rights.ts'

export const justiceTypes: SubjectRights = {}
