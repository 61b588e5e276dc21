import type { PlainVerb } from '#access/role.ts'
import type { TextKey } from '../text/text.tsx'

export const sectionIds = [
  'accounts',
  'offices',
  'small_numbers',
  'roles',
  'fields',
  'programs',
  'reads',
  'changes',
  'history',
  'files',
] as const
export type SectionId = (typeof sectionIds)[number]

/** The rooms of the administration, and the verb that opens each; `null`: everybody who comes here. */
export const sections: readonly { readonly id: SectionId; readonly text: TextKey; readonly verb: PlainVerb | null }[] =
  [
    { id: 'accounts', text: 'admin.accounts', verb: 'manage_users' },
    { id: 'offices', text: 'admin.offices', verb: 'manage_offices' },
    { id: 'small_numbers', text: 'admin.small', verb: 'manage_offices' },
    { id: 'fields', text: 'admin.fields', verb: 'manage_dictionary' },
    { id: 'programs', text: 'admin.programs', verb: 'manage_users' },
    { id: 'reads', text: 'admin.reads', verb: 'read_log' },
    { id: 'changes', text: 'admin.changes', verb: 'change_log' },
    { id: 'history', text: 'admin.history', verb: 'verify' },
    { id: 'files', text: 'admin.files', verb: 'verify' },
    { id: 'roles', text: 'admin.roles', verb: null },
  ]
