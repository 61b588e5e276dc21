import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { useWritingOffice } from '../shell/me.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Numbers of others, word for word with their source. They are cited; nothing is computed with them. */
export function Outside() {
  const t = useText()
  const labels = useLabels()
  const office = useWritingOffice('external_statistic')
  const [editing, setEditing] = useState<RecordView | 'new' | null>(null)
  const list = useList('external_statistic', { order: 'newest' })
  return (
    <div className="stack">
      <p>{t('outside.about')}</p>
      {office !== null && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {t('outside.new')}
          </Button>
        </div>
      )}
      <Refused error={list.error} />
      {list.waiting && <Waiting lines={5} />}
      {!list.waiting && list.items.length === 0 && !list.error && (
        <div className="empty">
          <p>{labels.empty('external_statistic')}</p>
        </div>
      )}
      <ul className="activities">
        {list.items.map(({ record }) => {
          const { content } = record as RecordView
          return (
            <li key={record.id} data-statistic={record.id}>
              <blockquote className="outside-value">
                <Isolated>{plainText(content.value)}</Isolated> <Isolated>{plainText(content.unit)}</Isolated>
              </blockquote>
              <button type="button" className="link-like" onClick={() => setEditing(record as RecordView)}>
                <Isolated>{plainText(content.title)}</Isolated>
              </button>
              <p className="quiet small">
                <cite>
                  <Isolated>{plainText(content.citation)}</Isolated>
                </cite>
                {isAnswered(content.year) && (
                  <>
                    {' · '}
                    <PartialDate value={plainText(content.year)} />
                  </>
                )}
              </p>
            </li>
          )
        })}
      </ul>
      {editing !== null && (
        <OfficeRecordDialog
          type="external_statistic"
          seen={editing === 'new' ? null : editing}
          office={editing === 'new' ? (office ?? '') : editing.office}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
