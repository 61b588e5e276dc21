import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { useWritingOffice } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** How offices say that they reported, the newest statement first; of two on the same year the later counts. */
export function Coverage() {
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const office = useWritingOffice('coverage_statement')
  const [editing, setEditing] = useState<RecordView | 'new' | null>(null)
  const list = useList('coverage_statement', { order: 'newest' })
  const lastYear = Number(localToday().slice(0, 4)) - 1
  return (
    <div className="stack">
      <p>{t('coverage.about')}</p>
      {office !== null && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {t('coverage.new')}
          </Button>
        </div>
      )}
      <Refused error={list.error} />
      {list.waiting && <Waiting lines={5} />}
      {!list.waiting && list.items.length === 0 && !list.error && (
        <div className="empty">
          <p>{labels.empty('coverage_statement')}</p>
        </div>
      )}
      {list.items.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('activity.tab.coverage')} tabIndex={0}>
          <table className="compare">
            <thead>
              <tr>
                <th scope="col">{t('filter.office')}</th>
                {fields.map(field => (
                  <th key={field} scope="col">
                    {labels.field('coverage_statement', field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.items.map(({ record }) => (
                <tr key={record.id} data-statement={record.id}>
                  <td>
                    <Isolated>{offices.nameOf(record.office)}</Isolated>
                  </td>
                  {fields.map(field => (
                    <td key={field}>
                      {field === 'year' ? (
                        <button type="button" className="link-like" onClick={() => setEditing(record as RecordView)}>
                          <SayValue
                            type="coverage_statement"
                            field={field}
                            value={(record as RecordView).content[field]}
                          />
                        </button>
                      ) : (
                        <SayValue
                          type="coverage_statement"
                          field={field}
                          value={(record as RecordView).content[field]}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.more && (
        <div>
          <Button variant="default" onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
      {editing !== null && (
        <OfficeRecordDialog
          type="coverage_statement"
          seen={editing === 'new' ? null : editing}
          office={editing === 'new' ? (office ?? '') : editing.office}
          initial={{ year: lastYear }}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

const fields = ['year', 'coverage', 'statedOn'] as const
