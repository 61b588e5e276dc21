import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Value } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import type * as calls from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { useList } from '../lists/use-list.ts'
import { usePermissions } from '../shell/me.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { CallBackNumber } from './call-back-number.tsx'

/** Who waits for a call from us, and the last contacts. */
export function Contacts({ office }: { office: string }) {
  const t = useText()
  const waiting = useList('call', { office, open: 'yes' })
  const last = useList('call', { office, open: 'no', order: 'newest' })
  return (
    <>
      <section className="section">
        <h2>{t('hotline.waiting')}</h2>
        <Refused error={waiting.error} />
        {!waiting.waiting && waiting.items.length === 0 && <p className="quiet">{t('hotline.nobodyWaits')}</p>}
        <ContactLines items={waiting.items} />
        {waiting.more && (
          <Button variant="default" size="sm" onClick={waiting.more}>
            {t('more')}
          </Button>
        )}
      </section>
      <section className="section">
        <h2>{t('hotline.last')}</h2>
        {!last.waiting && last.items.length === 0 && <p className="quiet">{t('hotline.none')}</p>}
        <ContactLines items={last.items.slice(0, 8)} />
        <Link to="/records/$type" params={{ type: 'call' }} className="small">
          {t('hotline.all')}
        </Link>
      </section>
    </>
  )
}

export function ContactLines({ items }: { items: readonly calls.ListLine[] }) {
  const [editing, setEditing] = useState<RecordView | null>(null)
  return (
    <>
      <ul className="contacts">
        {items.map(({ record }) => (
          <li key={record.id}>
            <ContactLine record={record as RecordView} onOpen={() => setEditing(record as RecordView)} />
          </li>
        ))}
      </ul>
      {editing && (
        <OfficeRecordDialog type="call" seen={editing} office={editing.office} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function ContactLine({ record, onOpen }: { record: RecordView; onOpen: () => void }) {
  const t = useText()
  const go = useNavigate()
  const mayFind = usePermissions().may('search_names')
  const { content } = record
  const part = (field: string) => <Said field={field} value={content[field]} />
  return (
    <>
      <button type="button" className="link-button" onClick={onOpen}>
        {part('receivedOn')} · {part('channel')}
      </button>
      <span className={content.state === 'left' || content.state === 'escalated' ? 'stop small' : 'quiet small'}>
        {part('state')}
      </span>
      <span className="small contact-topics">{part('topics')}</span>
      {content.state === 'call_back' && (
        <span className="small contact-back">
          {part('callBackOn')} {part('callBackAt')} <CallBackNumber value={content.callBackNumber} />
        </span>
      )}
      {typeof content.case === 'string' ? (
        <Link to="/cases/$id" params={{ id: content.case }} className="small">
          {t('leads.case')}
        </Link>
      ) : (
        mayFind && (
          <button
            type="button"
            className="link-button small"
            onClick={() => void go({ to: '/find', search: { call: record.id } })}
          >
            {t('hotline.openCase')}
          </button>
        )
      )}
    </>
  )
}

function Said({ field, value }: { field: string; value: Value | undefined }) {
  return value === undefined || value === null ? null : <SayValue type="call" field={field} value={value} />
}
