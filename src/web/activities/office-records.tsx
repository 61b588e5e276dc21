import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { useWritingOffice } from '../shell/me.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Records of offices, the newest first: a way to add one for whoever may, words where there is none, and more on request. */
export function OfficeRecords(props: {
  type: string
  /** Words of the button that adds one. */
  add: string
  /** What a new one begins with. */
  initial?: Content
  /** Shows the records there are; `open` shows one of them in its form. */
  children: (items: readonly RecordView[], open: (record: RecordView) => void) => ReactNode
}) {
  const t = useText()
  const labels = useLabels()
  const office = useWritingOffice(props.type)
  const [editing, setEditing] = useState<RecordView | 'new' | null>(null)
  const list = useList(props.type, { order: 'newest' })
  const items = list.items.map(({ record }) => record as RecordView)
  return (
    <>
      {office !== null && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {props.add}
          </Button>
        </div>
      )}
      <Refused error={list.error} />
      {list.waiting && <Waiting lines={5} />}
      {!list.waiting && items.length === 0 && !list.error && (
        <div className="empty">
          <p>{labels.empty(props.type)}</p>
        </div>
      )}
      {items.length > 0 && props.children(items, setEditing)}
      {list.more && (
        <div>
          <Button variant="default" onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
      {editing !== null && (
        <OfficeRecordDialog
          type={props.type}
          seen={editing === 'new' ? null : editing}
          office={editing === 'new' ? (office ?? '') : editing.office}
          initial={props.initial ?? {}}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}
