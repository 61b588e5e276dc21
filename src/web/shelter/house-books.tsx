import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { daysLater } from '#casework/when.ts'
import type { DoseState } from '#casework/shelter/medication.ts'
import { marked } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { Isolated, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Board } from './calls.ts'
import { useHouseClock } from './house-clock.ts'
import { dosesOf } from './house-today.tsx'

type Book = 'shift_handover' | 'shelter_check'

/** What the next shift must know, and what the house still lacks. */
export function HouseBooks({ board }: { board: Board }) {
  const { shelter } = board
  const permissions = usePermissions()
  const target = { office: shelter.office, own: false }
  const [editing, setEditing] = useState<{ type: Book; seen: RecordView | null } | null>(null)
  const reads = (type: Book) => permissions.readable(type, target).size > 0
  const writes = (type: Book) => permissions.writable(type, target).size > 0
  const edit = (type: Book) => (seen: RecordView | null) => setEditing({ type, seen })
  return (
    <>
      {reads('shift_handover') && (
        <Shifts board={board} onEdit={edit('shift_handover')} writes={writes('shift_handover')} />
      )}
      {reads('shelter_check') && (
        <Standards shelter={shelter.id} onEdit={edit('shelter_check')} writes={writes('shelter_check')} />
      )}
      {editing && (
        <OfficeRecordDialog
          type={editing.type}
          seen={editing.seen}
          office={shelter.office}
          initial={{ shelter: shelter.id }}
          hide={['shelter']}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

interface BookProps {
  readonly writes: boolean
  readonly onEdit: (seen: RecordView | null) => void
}

function Shifts({ board, writes, onEdit }: BookProps & { board: Board }) {
  const t = useText()
  const labels = useLabels()
  const list = useList('shift_handover', { at: board.shelter.id, order: 'newest' })
  const shown = list.items.slice(0, 6)
  return (
    <section>
      <h2>{t('shelter.shifts')}</h2>
      <NextShift board={board} />
      <Refused error={list.error} />
      {shown.length === 0 && !list.waiting && !list.error && <p className="quiet">{labels.empty('shift_handover')}</p>}
      <ul className="house-book">
        {shown.map(line => {
          const record = line.record as RecordView
          return (
            <li key={record.id}>
              <button type="button" className="link-button" onClick={() => onEdit(record)}>
                {line.on !== null && <PartialDate value={line.on} />}{' '}
                <SayValue type="shift_handover" field="shift" value={record.content.shift} />
              </button>{' '}
              <span className="quiet small">
                <Isolated>{list.staffName(record.author)}</Isolated>
              </span>
              {typeof record.content.note === 'string' && (
                <p>
                  <SayValue type="shift_handover" field="note" value={record.content.note} />
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {writes && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onEdit(null)}>
            {t('shelter.handOver')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What no note has to repeat: doses that were missed or wait, and incidents since yesterday. */
function NextShift({ board }: { board: Board }) {
  const t = useText()
  const now = useHouseClock()
  const doses = dosesOf(board, now)
  const count = (wanted: DoseState) => doses.filter(({ state }) => state === wanted).length
  const yesterday = daysLater(now.day, -1)
  const incidents = board.incidents.filter(({ on }) => on !== null && on >= yesterday).length
  const [missed, due, refused] = [count('missed'), count('due'), count('refused')]
  if (missed + due + refused + incidents === 0) return null
  return (
    <ul className="next-shift" aria-label={t('shelter.nextShift')} data-next-shift>
      {missed > 0 && <li className="stop">{t('shelter.missed', { count: missed })}</li>}
      {due > 0 && <li>{t('shelter.dueNow', { count: due })}</li>}
      {refused > 0 && <li>{t('shelter.refusedToday', { count: refused })}</li>}
      {incidents > 0 && <li>{t('shelter.incidentsSince', { count: incidents })}</li>}
    </ul>
  )
}

function Standards({ shelter, writes, onEdit }: BookProps & { shelter: string }) {
  const t = useText()
  const labels = useLabels()
  const list = useList('shelter_check', { at: shelter, order: 'newest' })
  const last = list.items[0]?.record as RecordView | undefined
  const lacks = marked(last?.content.standards, 'no')
  return (
    <section>
      <h2>{t('shelter.standards')}</h2>
      <p className="notice care">
        <IconAlertTriangle size={20} aria-hidden />
        <span>{t('shelter.unverified')}</span>
      </p>
      <Refused error={list.error} />
      {!last && !list.waiting && !list.error && <p className="quiet">{labels.empty('shelter_check')}</p>}
      {last && (
        <div>
          <p>
            {t('shelter.checkedOn')}{' '}
            <button type="button" className="link-button" onClick={() => onEdit(last)}>
              <SayValue type="shelter_check" field="checkedOn" value={last.content.checkedOn} />
            </button>
            {'. '}
            {t(lacks.length === 0 ? 'shelter.allMet' : 'shelter.missing')}
          </p>
          {lacks.length > 0 && (
            <ul className="lacks">
              {lacks.map(code => (
                <li key={code}>{labels.code('shelter_standard', code)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {writes && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onEdit(null)}>
            {t('shelter.check')}
          </Button>
        </div>
      )}
    </section>
  )
}
