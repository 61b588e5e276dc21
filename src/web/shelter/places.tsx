import { IconBed, IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { bedsTaken, misfit, type Party } from '#casework/shelter/fits.ts'
import { byCode, isAnswered, plainText } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import { CaseNumber, Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import type { Board } from './calls.ts'

/** The places of a house: beds, for whom, and who is there. With a party, each says whether it takes them, and why not. */
export function Places(props: {
  board: Board
  party: Party | null
  /** What can be done with a place; null: nothing. */
  act?: (place: RecordView, fits: boolean) => ReactNode
  onEdit?: (place: RecordView) => void
}) {
  const t = useText()
  const { board } = props
  if (board.places.length === 0)
    return (
      <div className="empty">
        <p>{t('shelter.noPlaces')}</p>
      </div>
    )
  return (
    <ul className="places">
      {board.places.toSorted(byLabel).map(place => (
        <PlaceLine key={place.id} {...props} place={place} />
      ))}
    </ul>
  )
}

const labelOf = ({ content }: RecordView) => plainText(content.label)
/** Room 2 comes before Room 10. */
const byLabel = (a: RecordView, b: RecordView) =>
  labelOf(a).localeCompare(labelOf(b), 'en', { numeric: true }) || byCode(a.id, b.id)

function PlaceLine(props: Parameters<typeof Places>[0] & { place: RecordView }) {
  const t = useText()
  const { place, board, party, onEdit } = props
  const { content } = place
  const taken = board.taken.filter(each => each.place === place.id)
  const here = board.stays.filter(({ record }) => record.content['place'] === place.id)
  const unseen = taken.length - here.length
  const why = party ? misfit(content, taken, party) : null
  const beds = typeof content.beds === 'number' ? content.beds : 0
  const name = labelOf(place)
  return (
    <li className={party ? (why === null ? 'place fits' : 'place not') : 'place'} data-place={place.id}>
      <div className="place-what">
        {onEdit ? (
          <button type="button" className="link-button" onClick={() => onEdit(place)}>
            <Isolated>{name || t('shelter.placeWithoutName')}</Isolated>
          </button>
        ) : (
          <strong>
            <Isolated>{name || t('shelter.placeWithoutName')}</Isolated>
          </strong>
        )}
        <span className="quiet small">
          <SayValue type="place" field="kind" value={content.kind} />
          {isAnswered(content.sexes) && (
            <>
              {' · '}
              <SayValue type="place" field="sexes" value={content.sexes} />
            </>
          )}
          {isAnswered(content.ages) && content.ages !== 'any' && (
            <>
              {' · '}
              <SayValue type="place" field="ages" value={content.ages} />
            </>
          )}
        </span>
      </div>
      <span className="place-beds">
        <IconBed size={18} aria-hidden />
        {content.state === 'closed' ? (
          <SayValue type="place" field="state" value={content.state} />
        ) : (
          t('shelter.beds', { taken: bedsTaken(taken), beds })
        )}
      </span>
      <div className="place-who">
        {here.map(line => (
          <Link
            key={line.record.id}
            to="/cases/$id/shelter"
            params={{ id: line.case?.id ?? '' }}
            disabled={line.case === null}
          >
            {line.name === null ? t('case.nameless') : <Name>{line.name}</Name>}{' '}
            <CaseNumber number={numberOf(line.case?.content['number'])} />
            {line.on !== null && (
              <span className="quiet small">
                {' '}
                {t('shelter.since')} <PartialDate value={line.on} />
              </span>
            )}
          </Link>
        ))}
        {unseen > 0 && <span className="quiet small">{t('shelter.others', { count: unseen })}</span>}
      </div>
      {party && (
        <div className="place-fit">
          {why === null ? (
            <span className="meaning done">
              <IconCheck size={18} aria-hidden />
              <span>{t('shelter.fits')}</span>
            </span>
          ) : (
            <span className="quiet small">{t(`shelter.why.${why}`)}</span>
          )}
          {props.act?.(place, why === null)}
        </div>
      )}
    </li>
  )
}

const numberOf = (value: unknown) => (typeof value === 'string' ? value : null)
