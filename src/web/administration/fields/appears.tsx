import { IconChartBar, IconFileSpreadsheet, IconForms, IconUsers } from '@tabler/icons-react'
import type { Sensitivity } from '#dictionary/field.ts'
import { useLabels, useText } from '../../text/text.tsx'
import { useGrantWords } from '../accounts/grant-words.ts'
import { rolesFor } from '../role-table.ts'

/** Where a field shows up, and for whom: before it is published, and in the list of those in force. */
export function Appears(props: { type: string; class: Sensitivity; counted: boolean; section?: string | undefined }) {
  const t = useText()
  const labels = useLabels()
  const words = useGrantWords()
  const readers = rolesFor(props.type, props.class, 'read').map(role => words.role(role.id))
  return (
    <ul className="appears">
      <li>
        <IconForms size={18} aria-hidden />
        {t('admin.field.inForm', { type: labels.type(props.type), section: labels.section(props.section ?? 'own') })}
      </li>
      <li>
        <IconFileSpreadsheet size={18} aria-hidden /> {t('admin.field.inFiles')}
      </li>
      <li>
        <IconChartBar size={18} aria-hidden /> {t(props.counted ? 'admin.field.inFigures' : 'admin.field.notInFigures')}
      </li>
      <li>
        <IconUsers size={18} aria-hidden />{' '}
        {readers.length === 0 ? t('admin.field.nobody') : t('admin.field.seenBy', { roles: readers.join(', ') })}
      </li>
    </ul>
  )
}
