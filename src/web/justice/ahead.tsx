import { IconAlertTriangle } from '@tabler/icons-react'
import { justiceDeadlines } from '#casework/justice/deadlines.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Hearings that are planned and deadlines that the rules opened, the next one first. */
export function Ahead({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const today = localToday()
  const lines = open.file.records
    .filter(isAhead)
    .map(record => ({ record, on: plainText(record.content[record.type === 'hearing' ? 'on' : 'dueOn']) }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return (
    <section className="section">
      <h2>{t('justice.ahead')}</h2>
      {lines.length === 0 && <p className="quiet">{t('justice.nothingAhead')}</p>}
      <ul className="ahead">
        {lines.map(({ record: { id, type, content }, on }) => (
          <li key={id} data-record={id}>
            <span className={on < today ? 'meaning stop' : 'number'}>
              {on < today && <IconAlertTriangle size={16} aria-hidden />}
              <PartialDate value={on} />{' '}
              {isAnswered(content.at) && <SayValue type={type} field="at" value={content.at} />}
            </span>
            <button type="button" className="link-button" onClick={() => onEdit({ type, record: id })}>
              {type === 'hearing' && `${t('justice.hearing')} `}
              <SayValue
                type={type}
                field={type === 'hearing' ? 'purpose' : 'kind'}
                value={type === 'hearing' ? content.purpose : content.kind}
              />
            </button>
            {isAnswered(content.protection) && (
              <span className="small">
                <SayValue type={type} field="protection" value={content.protection} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isAhead({ type, content }: RecordView): boolean {
  if (type === 'hearing') return content.state !== 'held' && content.state !== 'cancelled' && isAnswered(content.on)
  return type === 'task' && justiceDeadlines.includes(plainText(content.kind)) && !isAnswered(content.doneOn)
}
