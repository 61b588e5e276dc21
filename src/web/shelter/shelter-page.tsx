import { Button, Select } from '@mantine/core'
import { IconEyeOff, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { bedsFree, bedsTaken, fits, type Party } from '#casework/shelter/fits.ts'
import { plainText } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { type Kept, toKept } from '../lists/kept.ts'
import { SavedFilters } from '../lists/saved-filters.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { Refused } from '../session/problem.tsx'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { AddressDialog } from './address-dialog.tsx'
import type { Board } from './calls.ts'
import { HouseBooks } from './house-books.tsx'
import { HouseToday } from './house-today.tsx'
import { PartyPerson, PartySize } from './party-fields.tsx'
import { Places } from './places.tsx'
import { useBoard, useHouses } from './use-board.ts'
import './shelter.css'

/** Where is room? Houses by code name, their places today, and the books of the house. No address anywhere. */
export function ShelterPage() {
  usePageKind('title.shelters')
  const t = useText()
  const office = useWritingOffice('shelter')
  const { houses, waiting, error } = useHouses()
  const [chosen, setChosen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [party, setParty] = useState<Party | null>(null)
  const house = houses.find(({ id }) => id === chosen) ?? houses[0] ?? null
  const board = useBoard(house?.id ?? null)
  const take = (kept: Kept) => {
    setChosen(kept['house'] ?? chosen)
    setParty(partyIn(kept))
  }
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.shelters')}</h1>
        <p className="quiet">{t('shelter.about')}</p>
      </div>
      <Refused error={error ?? board.error} />
      {waiting && <Waiting lines={6} />}
      {!waiting && !error && houses.length === 0 && (
        <div className="empty">
          <p>{t('shelter.noHouses')}</p>
        </div>
      )}
      <div className="row">
        {houses.length > 1 && (
          <Select
            aria-label={t('shelter.house')}
            data={houses.map(({ id, content }) => ({ value: id, label: plainText(content.code) }))}
            value={house?.id ?? null}
            onChange={setChosen}
            allowDeselect={false}
          />
        )}
        {office !== null && (
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('shelter.addHouse')}
          </Button>
        )}
        {house && <SavedFilters list="shelter" filter={{ house: house.id, ...toKept(party ?? {}) }} onPick={take} />}
      </div>
      {house && !board.data && !board.error && <Waiting lines={6} />}
      {board.data && <House key={board.data.shelter.id} board={board.data} party={party} onParty={setParty} />}
      {adding && (
        <OfficeRecordDialog
          type="shelter"
          seen={null}
          office={office ?? ''}
          initial={{ state: 'open' }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

const anybody: Party = { sex: 'female', child: false, size: 1, children: 0 }

/** Who is looked for room for, as it was kept; nobody when it says nothing of that. */
const partyIn = ({ sex, child, size, children }: Kept): Party | null =>
  size === undefined
    ? null
    : { sex: sex ?? null, child: child === 'true', size: Number(size) || 1, children: Number(children) || 0 }

function House(props: { board: Board; party: Party | null; onParty: (party: Party | null) => void }) {
  const t = useText()
  const permissions = usePermissions()
  const { board, party } = props
  const [editing, setEditing] = useState<{ type: 'shelter' | 'place'; seen: RecordView | null } | null>(null)
  const [address, setAddress] = useState(false)
  const { shelter, places, taken } = board
  const target = { office: shelter.office, own: false }
  const keeps = permissions.writable('place', target).size > 0
  const opens = permissions.may('open_address', target) && permissions.readable('shelter', target).has('protected')
  const code = plainText(shelter.content.code)
  const free = places
    .filter(({ content }) => content.state !== 'closed')
    .reduce(
      (sum, place) =>
        sum +
        bedsFree(
          place.content,
          taken.filter(each => each.place === place.id),
        ),
      0,
    )
  return (
    <>
      <section>
        <div className="row ends">
          <h2>
            <bdi>{code}</bdi>
          </h2>
          <div className="row">
            {opens && (
              <Button
                variant="default"
                leftSection={<IconEyeOff size={18} aria-hidden />}
                onClick={() => setAddress(true)}
              >
                {t('shelter.address')}
              </Button>
            )}
            {keeps && (
              <Button
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => setEditing({ type: 'shelter', seen: shelter })}
              >
                {t('shelter.editHouse')}
              </Button>
            )}
          </div>
        </div>
        <p>{t('shelter.freeNow', { free, people: bedsTaken(taken) })}</p>
        <LookForRoom board={board} party={party} onParty={props.onParty} />
        <h3>{t('shelter.places')}</h3>
        <Places
          board={board}
          party={party}
          {...(keeps ? { onEdit: (place: RecordView) => setEditing({ type: 'place', seen: place }) } : {})}
        />
        {keeps && (
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setEditing({ type: 'place', seen: null })}
            >
              {t('shelter.addPlace')}
            </Button>
          </div>
        )}
      </section>
      <HouseToday board={board} />
      <HouseBooks board={board} />
      {editing && (
        <OfficeRecordDialog
          type={editing.type}
          seen={editing.seen}
          office={shelter.office}
          initial={{ shelter: shelter.id, state: 'in_use', ages: 'any' }}
          onClose={() => setEditing(null)}
        />
      )}
      {address && <AddressDialog shelter={shelter.id} code={code} onClose={() => setAddress(false)} />}
    </>
  )
}

/** The question on the telephone: four people stand at the police station, is there a place? */
function LookForRoom(props: { board: Board; party: Party | null; onParty: (party: Party | null) => void }) {
  const t = useText()
  const { board, party, onParty } = props
  if (party === null)
    return (
      <div>
        <Button onClick={() => onParty(anybody)}>{t('shelter.look')}</Button>
      </div>
    )
  const count = fits(board.places, board.taken, party).length
  return (
    <div className="sheet stack" role="group" aria-label={t('shelter.room')}>
      <h3>{t('shelter.room')}</h3>
      <div className="row party">
        <PartyPerson party={party} onChange={onParty} />
        <PartySize party={party} onChange={onParty} />
      </div>
      <p aria-live="polite">
        <strong>{t('shelter.fitting', { count })}</strong>{' '}
        <span className="quiet">{t(count === 0 ? 'shelter.fittingNone' : 'shelter.howAdmit')}</span>
      </p>
      <div>
        <Button variant="default" onClick={() => onParty(null)}>
          {t('shelter.lookNoMore')}
        </Button>
      </div>
    </div>
  )
}
