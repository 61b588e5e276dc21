import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { fits } from '#casework/shelter/fits.ts'
import { admissionProblems, partyOf } from '#casework/shelter/stays.ts'
import { plainText } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import type { OpenCase } from '../case/use-case.ts'
import { RecordForm } from '../form/record-form.tsx'
import { localToday } from '../form/today.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import type { Board } from './calls.ts'
import { PartySize } from './party-fields.tsx'
import { Places } from './places.tsx'

/** First how many come, then only the places that take them, then the person's own yes. */
export function Admission(props: { open: OpenCase; boards: readonly Board[]; waiting: boolean }) {
  const t = useText()
  const say = useProblemText()
  const { open, boards } = props
  const [party, setParty] = useState(() => partyOf(open.file, {}))
  const [into, setInto] = useState<{ board: Board; place: RecordView } | null>(null)
  // The yes of the person is asked in the form; what the case lacks is said before anybody chooses a room.
  const [lacks] = admissionProblems(open.file, { admissionConsent: 'yes' }, localToday())
  if (lacks)
    return (
      <div className="notice care">
        <IconAlertTriangle size={20} aria-hidden />
        <div>
          <p>{say(lacks)}</p>
          <Link to="/cases/$id" params={{ id: open.id }}>
            {t('shelter.toConsent')}
          </Link>
        </div>
      </div>
    )
  const fitting = boards
    .map(board => ({ board, places: fits(board.places, board.taken, party) }))
    .filter(({ places }) => places.length > 0)
  const count = fitting.reduce((sum, { places }) => sum + places.length, 0)
  return (
    <div className="stack">
      <h3>{t('shelter.room')}</h3>
      <div className="row party">
        <PartySize party={party} onChange={setParty} />
      </div>
      {props.waiting ? (
        <Waiting lines={3} />
      ) : (
        <p aria-live="polite">
          <strong>{t('shelter.fitting', { count })}</strong>{' '}
          {count === 0 && <span className="quiet">{t('shelter.noFit')}</span>}
        </p>
      )}
      {fitting.map(({ board, places }) => (
        <div key={board.shelter.id}>
          <h4>
            <bdi>{plainText(board.shelter.content.code)}</bdi>
          </h4>
          <Places
            board={{ ...board, places }}
            party={party}
            act={place => (
              <Button size="sm" onClick={() => setInto({ board, place })}>
                {t('shelter.admitHere')}
              </Button>
            )}
          />
        </div>
      ))}
      {into && (
        <AdmitDialog
          open={open}
          board={into.board}
          place={into.place}
          size={party.size}
          childrenAlong={party.children}
          onClose={() => setInto(null)}
        />
      )}
    </div>
  )
}

function AdmitDialog(props: {
  open: OpenCase
  board: Board
  place: RecordView
  size: number
  childrenAlong: number
  onClose: () => void
}) {
  const t = useText()
  useReturnFocus()
  const phone = useMediaQuery('(max-width: 48em)')
  const { open, board, place } = props
  const code = plainText(board.shelter.content.code)
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      fullScreen={phone ?? false}
      title={t('shelter.admitTo', { place: plainText(place.content.label), house: code })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="stack">
        <p>{t('shelter.admitAsk')}</p>
        <RecordForm
          key={place.id}
          type="stay"
          seen={null}
          place={open.place}
          writable={open.writable('stay')}
          initial={{
            shelter: board.shelter.id,
            place: place.id,
            from: localToday(),
            partySize: props.size,
            ...(props.size > 1 ? { partyChildren: props.childrenAlong } : {}),
          }}
          hide={['shelter', 'place', 'partySize', 'partyChildren', 'until', 'exitReason', 'exitNote']}
          submit={t('shelter.admit')}
          onSaved={props.onClose}
          onCancel={props.onClose}
        />
      </div>
    </Modal>
  )
}
