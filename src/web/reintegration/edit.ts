import type { Editing } from '../case/record-dialog.tsx'

/** Opens the form of a record of this case. */
export type Edit = (editing: Editing) => void
