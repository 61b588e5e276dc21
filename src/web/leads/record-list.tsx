import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import type { ListFilter } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { RecordForm } from '../form/record-form.tsx'
import { localToday } from '../form/today.ts'
import { FilterBar } from '../lists/filter-bar.tsx'
import { Refused } from '../session/problem.tsx'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { reaches } from '../shell/rail.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { useRecords } from './use-records.ts'
import './leads.css'

/** Records of the office as a list: the first fields as columns, a row opens its form, a new one above. */
export function RecordList(props: { type: string }) {
  const { type } = props
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const permissions = usePermissions()
  const office = useWritingOffice(type)
  const [editing, setEditing] = useState<RecordView | 'new' | null>(null)
  const [filter, setFilter] = useState<ListFilter>({})
  const { items, waiting, error, more, filtered } = useRecords(type, filter)
  const others = [...d.recordTypes.values()].filter(
    each => each.under === 'office' && !each.ownPage && each.id !== type && reaches(permissions, each.id),
  )
  const columns = Object.entries(d.recordTypes.get(type)?.fields ?? {})
    .filter(([, field]) => field.kind !== 'long_text' && field.kind !== 'reference')
    .slice(0, 5)
    .map(([name]) => name)

  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{labels.plural(type)}</h1>
        {office !== null && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {t('records.new', { type: labels.type(type) })}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <nav className="row small" aria-label={t('records.others')}>
          {others.map(other =>
            other.id === 'lead' ? (
              <Link key={other.id} to="/leads">
                {labels.plural(other.id)}
              </Link>
            ) : (
              <Link key={other.id} to="/records/$type" params={{ type: other.id }}>
                {labels.plural(other.id)}
              </Link>
            ),
          )}
        </nav>
      )}
      {filtered && <FilterBar type={type} filter={filter} onChange={setFilter} />}
      <Refused error={error} />
      {waiting && <Waiting />}
      {!waiting && !error && items.length === 0 && (
        <div className="empty">
          <p>{labels.empty(type)}</p>
        </div>
      )}
      <ul className="records">
        {items.map(record => (
          <li key={record.id} data-record={record.id}>
            <button type="button" className="record-line" onClick={() => setEditing(record)}>
              {columns.map(name => (
                <span key={name} className="record-cell">
                  <span className="quiet small">{labels.field(type, name)}</span>
                  <SayValue type={type} field={name} value={record.content[name]} />
                </span>
              ))}
            </button>
            <Story type={type} record={record} />
            {type === 'lead' && <LeadEnd record={record} />}
          </li>
        ))}
      </ul>
      {more && (
        <div>
          <Button variant="default" onClick={more}>
            {t('more')}
          </Button>
        </div>
      )}
      {editing && (
        <OfficeRecordDialog
          type={type}
          seen={editing === 'new' ? null : editing}
          office={editing === 'new' ? (office ?? '') : editing.office}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function Story(props: { type: string; record: RecordView }) {
  const d = useDictionary()
  const { record } = props
  const story = Object.entries(d.recordTypes.get(props.type)?.fields ?? {}).find(
    ([name, field]) => field.kind === 'long_text' && isAnswered(record.content[name]),
  )?.[0]
  if (!story) return null
  return (
    <p className="record-story">
      <SayValue type={props.type} field={story} value={record.content[story]} />
    </p>
  )
}

/** When somebody has been met: a case; the lead then says which. */
function LeadEnd({ record }: { record: RecordView }) {
  const t = useText()
  const go = useNavigate()
  const mayOpen = useWritingOffice('case') !== null
  const { case: kase } = record.content
  if (typeof kase === 'string' && isAnswered(kase)) {
    return (
      <Link to="/cases/$id" params={{ id: kase }}>
        {t('leads.case')}
      </Link>
    )
  }
  if (!mayOpen) return null
  return (
    <Button variant="default" size="sm" onClick={() => void go({ to: '/register', search: { lead: record.id } })}>
      {t('leads.convert')}
    </Button>
  )
}

export function OfficeRecordDialog(props: {
  type: string
  seen: RecordView | null
  office: string
  initial?: Content
  hide?: readonly string[]
  onClose: () => void
}) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const me = useMe()
  const permissions = usePermissions()
  const phone = useMediaQuery('(max-width: 48em)')
  const { type, seen } = props
  useReturnFocus()
  const on = d.recordTypes.get(type)?.on
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      fullScreen={phone ?? false}
      title={labels.type(type)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <RecordForm
        type={type}
        seen={seen}
        place={{ office: props.office, person: null, case: null }}
        writable={permissions.writable(type, { office: props.office, own: !seen || seen.author === me.id })}
        initial={{
          ...(on ? { [on]: localToday() } : {}),
          ...(type === 'lead' ? { state: 'new' } : {}),
          ...props.initial,
        }}
        hide={type === 'lead' ? ['case'] : (props.hide ?? [])}
        onSaved={props.onClose}
        onCancel={props.onClose}
      />
    </Modal>
  )
}
