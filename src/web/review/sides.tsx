import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconCircleX } from '@tabler/icons-react'
import { isAnswered, isReserved, plainText, type Value } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { useOffices } from '../shell/offices.ts'
import { CaseNumber, Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Evidence, Pair } from './calls.ts'
import { compared, type Piece } from './letters.ts'

/** What is compared, in the order in which people know each other; and the evidence that is about it. */
const rows = [
  ['givenNames', 'given'],
  ['middleNames', 'middle'],
  ['familyNames', 'family'],
  ['otherNames', null],
  ['sex', 'sex'],
  ['birthDate', 'birth'],
  ['nationality', 'nationality'],
  ['identityNumber', 'document'],
] as const
const names: ReadonlySet<string> = new Set(['givenNames', 'middleNames', 'familyNames', 'otherNames', 'identityNumber'])

const icons = {
  same: IconCircleCheck,
  close: IconCircleDashed,
  different: IconCircleX,
  unknown: IconCircleMinus,
} as const

/** Both records beside each other, field by field. With `parts`, how the model read each, and the letters that differ. */
export function Sides({ pair, parts }: { pair: Pair; parts: Evidence['parts'] | null }) {
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const [left, right] = pair.sides
  const filled = rows.filter(([field]) =>
    pair.sides.some(({ person }) => person.content[field] !== undefined && person.content[field] !== null),
  )
  return (
    <table className="sides">
      <caption className="for-readers">{t('review.bothRecords')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="for-readers">{t('review.what')}</span>
          </th>
          {pair.sides.map(({ person }, at) => (
            <th key={person.id} scope="col">
              {t(at === 0 ? 'review.first' : 'review.second')}
              <span className="quiet small">
                <Isolated>{offices.nameOf(person.office)}</Isolated>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {filled.map(([field, of]) => {
          const part = parts?.find(each => each.of === of)
          const Icon = part ? icons[part.seen] : null
          const values = [
            left.person.content[field] as Value | undefined,
            right.person.content[field] as Value | undefined,
          ]
          const marked = parts && names.has(field) ? markedOf(values) : null
          return (
            <tr key={field}>
              <th scope="row">
                {labels.field('person', field)}
                {part && Icon && (
                  <span className={`seen ${part.seen}`}>
                    <Icon size={16} aria-hidden /> {t(`review.seen.${part.seen}`)}
                  </span>
                )}
              </th>
              {values.map((value, at) => (
                <td key={at === 0 ? 'first' : 'second'}>
                  {marked ? (
                    <Name>
                      <Marked pieces={marked[at] ?? []} />
                    </Name>
                  ) : names.has(field) && value !== undefined && isAnswered(value) ? (
                    <Name>{plainText(value)}</Name>
                  ) : (
                    <SayValue type="person" field={field} value={value} />
                  )}
                </td>
              ))}
            </tr>
          )
        })}
        <tr>
          <th scope="row">{labels.plural('case')}</th>
          {pair.sides.map(({ person, cases }) => (
            <td key={person.id}>
              {cases.length === 0 && <span className="quiet">{t('review.noCase')}</span>}
              <ul className="plain">
                {cases.map(({ id, office, content }) => (
                  <li key={id}>
                    <CaseNumber number={typeof content.number === 'string' ? content.number : null} />{' '}
                    <span className="quiet small">
                      <Isolated>{offices.nameOf(office)}</Isolated>
                      {typeof content.registeredOn === 'string' && (
                        <>
                          {' · '}
                          <PartialDate value={content.registeredOn} />
                        </>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** null where one side has no text to compare. */
function markedOf([a, b]: readonly (Value | undefined)[]): readonly (readonly Piece[])[] | null {
  if (typeof a !== 'string' || typeof b !== 'string' || isReserved(a) || isReserved(b)) return null
  return compared(a, b)
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) =>
    // Pieces have no name but their place, and the list never changes order.
    // oxlint-disable-next-line react/no-array-index-key
    piece.differs ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
  )
}
