import { Link } from '@tanstack/react-router'
import type { RecordView } from '#changes/change.ts'
import { type DueDose, dosesDue, type HouseClock } from '#casework/shelter/medication.ts'
import type { ListLine } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { usePermissions } from '../shell/me.ts'
import { CaseNumber, Name, PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import type { Board } from './calls.ts'
import { DoseLines } from './dose-lines.tsx'
import { houseClock, useHouseClock } from './house-clock.ts'

/** The house by the clock: which dose is due or was missed, and what happened in the last days. */
export function HouseToday({ board }: { board: Board }) {
  const now = useHouseClock()
  const permissions = usePermissions()
  const target = { office: board.shelter.office, own: false }
  return (
    <>
      {permissions.readable('dose', target).has('health') && (
        <MedicineToday board={board} now={now} writes={permissions.writable('dose', target).size > 0} />
      )}
      {permissions.readable('stay_log', target).size > 0 && <Incidents incidents={board.incidents} />}
    </>
  )
}

/** Every dose of the board that still says something: all of today, and what was missed since yesterday. */
export function dosesOf(board: Board, now: HouseClock): readonly DueDose[] {
  return board.medicines
    .flatMap(({ record }) => {
      const medicine = record as RecordView
      return dosesDue(medicine, board.doses, { now, since: houseClock(new Date(medicine.createdAt)) })
    })
    .filter(({ day, state }) => day === now.day || state === 'missed')
    .toSorted((a, b) => (`${a.day} ${a.hour}` < `${b.day} ${b.hour}` ? -1 : 1))
}

function MedicineToday({ board, now, writes }: { board: Board; now: HouseClock; writes: boolean }) {
  const t = useText()
  const doses = dosesOf(board, now)
  const missed = doses.filter(({ state }) => state === 'missed').length
  const lines = new Map(board.medicines.map(line => [line.record.id, line]))
  return (
    <section data-medicine-today>
      <h2>{t('shelter.medicineToday')}</h2>
      {doses.length === 0 ? (
        <p className="quiet">{t('shelter.noDoses')}</p>
      ) : (
        <>
          {missed > 0 && <p className="notice stop">{t('shelter.missed', { count: missed })}</p>}
          <DoseLines
            doses={doses}
            today={now.day}
            writes={writes}
            whose={({ medicine }) => <Whose line={lines.get(medicine.id)} />}
          />
        </>
      )}
    </section>
  )
}

function Whose({ line }: { line: ListLine | undefined }) {
  const t = useText()
  if (!line?.case) return null
  const number = line.case.content['number']
  return (
    <Link to="/cases/$id/shelter" params={{ id: line.case.id }}>
      {line.name === null ? t('case.nameless') : <Name>{line.name}</Name>}{' '}
      <CaseNumber number={typeof number === 'string' ? number : null} />
    </Link>
  )
}

function Incidents({ incidents }: { incidents: readonly ListLine[] }) {
  const t = useText()
  return (
    <section data-incidents>
      <h2>{t('shelter.incidents')}</h2>
      {incidents.length === 0 && <p className="quiet">{t('shelter.noIncidents')}</p>}
      <ul className="house-book">
        {incidents.map(line => (
          <li key={line.record.id}>
            {line.on !== null && <PartialDate value={line.on} />} <Whose line={line} />
            {typeof line.record.content['about'] === 'string' && (
              <p>
                <SayValue type="stay_log" field="about" value={line.record.content['about']} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
