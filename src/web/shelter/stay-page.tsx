import { Button } from '@mantine/core'
import { IconDoorExit, IconPencil, IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { sizeOf } from '#casework/shelter/fits.ts'
import { openStay } from '#casework/shelter/stays.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { Admission } from './admission.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { Medicines } from './medicines.tsx'
import { useBoards, useHouses } from './use-board.ts'
import './shelter.css'

/** Where does this person stay? Moving in with a yes, moving out at will, and what the house writes down. */
export function StayPage() {
  usePageKind('title.stay')
  const { id } = useParams({ from: '/desk/cases/$id/shelter' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Stay key={id} open={open} />
}

function Stay({ open }: { open: OpenCase }) {
  const t = useText()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [leaving, setLeaving] = useState<RecordView | null>(null)
  const houses = useHouses()
  // Fetched here, so that stays of any house can be named.
  const boards = useBoards(houses.houses)
  const { number } = open.file.case.content
  const stays = open.file.records.filter(({ type }) => type === 'stay')
  const now = openStay(open.file)
  const earlier = stays.filter(({ id }) => id !== now?.id).toReversed()
  const writes = open.writable('stay').has('open')
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.stay')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('shelter.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      <section>
        <h2>{t('shelter.stays')}</h2>
        {now === null ? (
          <p>{t('shelter.notStaying')}</p>
        ) : (
          <div className="sheet stack" data-stay={now.id}>
            <StayWords stay={now} />
            {writes && (
              <div className="row">
                <Button leftSection={<IconDoorExit size={18} aria-hidden />} onClick={() => setLeaving(now)}>
                  {t('shelter.leave')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPencil size={18} aria-hidden />}
                  onClick={() => setEditing({ type: 'stay', record: now.id })}
                >
                  {t('shelter.move')}
                </Button>
              </div>
            )}
          </div>
        )}
        <Refused error={houses.error ?? boards.error} />
        {now === null && writes && <Admission open={open} boards={boards.boards} waiting={boards.waiting} />}
      </section>
      {open.readable('medicine').has('health') && <Medicines open={open} stay={now} onEdit={setEditing} />}
      {open.readable('stay_log').size > 0 && (
        <HouseLog open={open} stay={now ?? stays.at(-1) ?? null} onEdit={setEditing} />
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t('shelter.earlier')}</h2>
          <ul className="house-book">
            {earlier.map(stay => (
              <li key={stay.id}>
                <StayWords stay={stay} />
                <button
                  type="button"
                  className="link-button"
                  onClick={() => setEditing({ type: 'stay', record: stay.id })}
                >
                  {t('shelter.move')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
      {leaving && <LeaveDialog stay={leaving} onClose={() => setLeaving(null)} />}
    </div>
  )
}

function StayWords({ stay }: { stay: RecordView }) {
  const t = useText()
  const { content } = stay
  const say = (field: string) => <SayValue type="stay" field={field} value={content[field]} />
  return (
    <p>
      <strong>
        {say('place')}, {say('shelter')}
      </strong>
      {', '}
      {t('shelter.people', { count: sizeOf(content) })}
      {', '}
      {t('shelter.since')} {say('from')}
      {isAnswered(content.until) ? (
        <>
          {' – '}
          {say('until')}
          {': '}
          {say('exitReason')}
        </>
      ) : (
        isAnswered(content.expectedUntil) && (
          <span className="quiet">
            {', '}
            {t('shelter.expected')} {say('expectedUntil')}
          </span>
        )
      )}
    </p>
  )
}

/** Days, incidents, medication; the newest first. */
function HouseLog(props: { open: OpenCase; stay: RecordView | null; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const { open, stay, onEdit } = props
  const on = ({ content, createdAt }: RecordView) =>
    typeof content.loggedOn === 'string' ? content.loggedOn : createdAt
  const lines = open.file.records.filter(({ type }) => type === 'stay_log').toSorted((a, b) => (on(a) < on(b) ? 1 : -1))
  return (
    <section>
      <h2>{t('shelter.log')}</h2>
      {lines.length === 0 && <p className="quiet">{stay ? labels.empty('stay_log') : t('shelter.logAfter')}</p>}
      <ul className="house-book">
        {lines.map(({ id, content }) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => onEdit({ type: 'stay_log', record: id })}>
              <SayValue type="stay_log" field="loggedOn" value={content.loggedOn} />{' '}
              <SayValue type="stay_log" field="kind" value={content.kind} />
            </button>
            {(['about', 'medicine', 'medicineNote'] as const).map(
              field =>
                isAnswered(content[field]) && (
                  <p key={field}>
                    {field !== 'about' && <span className="quiet">{labels.field('stay_log', field)}: </span>}
                    <SayValue type="stay_log" field={field} value={content[field]} />
                  </p>
                ),
            )}
          </li>
        ))}
      </ul>
      {stay && open.writable('stay_log').has('open') && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              onEdit({
                type: 'stay_log',
                record: null,
                initial: { stay: stay.id, kind: 'daily', loggedOn: localToday() },
              })
            }
          >
            {t('shelter.addLog')}
          </Button>
        </div>
      )}
    </section>
  )
}
