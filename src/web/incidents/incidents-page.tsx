import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import type { ListFilter } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { useWritingOffice } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import './incidents.css'

/** Events with many persons, the newest first. */
export function IncidentsPage() {
  usePageKind('title.incidents')
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const office = useWritingOffice('incident')
  const [filter, setFilter] = useState<ListFilter>({})
  const [adding, setAdding] = useState(false)
  const list = useList('incident', { ...filter, order: 'newest' })
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.incidents')}</h1>
        {office !== null && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('incident.new')}
          </Button>
        )}
      </div>
      <FilterBar type="incident" filter={filter} onChange={setFilter} without={['who', 'open', 'state']} />
      <Refused error={list.error} />
      {list.waiting && <Waiting lines={5} />}
      {!list.waiting && list.items.length === 0 && !list.error && (
        <div className="empty">
          <p>{labels.empty('incident')}</p>
        </div>
      )}
      <ul className="incidents">
        {list.items.map(({ record }) => {
          const { id, content, office: at } = record as RecordView
          return (
            <li key={id} data-record={id}>
              <Link to="/incidents/$id" params={{ id }}>
                <SayValue type="incident" field="kind" value={content.kind} />
              </Link>
              <span>
                <SayValue type="incident" field="on" value={content.on} />
              </span>
              <span>
                <SayValue type="incident" field="country" value={content.country} />
              </span>
              <span className="quiet small">
                <Isolated>{offices.nameOf(at)}</Isolated>
              </span>
            </li>
          )
        })}
      </ul>
      {list.more && (
        <div>
          <Button variant="default" onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
      {adding && office !== null && (
        <OfficeRecordDialog type="incident" seen={null} office={office} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}
