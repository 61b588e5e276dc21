import { IconAlertTriangle } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import { nameOf } from '#casework/person-name.ts'
import type { RecordView } from '#changes/change.ts'
import { useOffices } from '../shell/offices.ts'
import { Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import type { Evidence, Pair } from './calls.ts'

/** What a reviewer should know besides the weights: namesakes, what contradicts, who else would be the same person. */
export function Known({ evidence, pair }: { evidence: Evidence; pair: Pair }) {
  const t = useText()
  const intl = useIntl()
  const offices = useOffices()
  const { group, namesakes, sameDay } = evidence
  const ids = group.persons.map(({ id }) => id)
  const label = (id: string) => {
    const at = pair.sides.findIndex(({ person }) => person.id === id)
    if (at >= 0) return t(at === 0 ? 'review.first' : 'review.second')
    const found = group.persons.find(each => each.id === id)
    const name = found?.person ? nameOf(found.person as RecordView) : null
    return name ?? t('review.other', { n: intl.formatNumber(ids.indexOf(id) + 1) })
  }
  return (
    <div className="stack">
      {evidence.changedSince && (
        <p className="notice care">
          <IconAlertTriangle size={20} aria-hidden />
          <span>{t('review.changedSince')}</span>
        </p>
      )}
      {sameDay.length > 0 && (
        <section aria-labelledby="review-against">
          <h2 id="review-against">{t('review.against')}</h2>
          <ul>
            {sameDay.map(({ on, offices: [a, b] }) => (
              <li key={`${on} ${a} ${b}`}>
                <PartialDate value={on} />: <Isolated>{offices.nameOf(a)}</Isolated>,{' '}
                <Isolated>{offices.nameOf(b)}</Isolated>
              </li>
            ))}
          </ul>
          <p className="quiet small">{t('review.againstAbout')}</p>
        </section>
      )}
      <section aria-labelledby="review-names">
        <h2 id="review-names">{t('review.namesakes')}</h2>
        <p>{t('review.namesakesSay', { first: namesakes[0], second: namesakes[1] })}</p>
      </section>
      {group.persons.length > 2 && (
        <section aria-labelledby="review-group">
          <h2 id="review-group">{t('review.group', { count: group.persons.length })}</h2>
          <p className="quiet small">{t('review.groupAbout')}</p>
          <ul className="plain ties">
            {group.ties.map(({ a, b, probability, decided }) => (
              <li key={`${a} ${b}`} className="row ends">
                <span>
                  <Name>{label(a)}</Name> – <Name>{label(b)}</Name>
                </span>
                <span className="number quiet small">
                  {decided
                    ? t('review.tieDecided')
                    : intl.formatNumber(probability, { style: 'percent', maximumFractionDigits: 1 })}
                </span>
              </li>
            ))}
          </ul>
          {group.more && <p className="quiet small">{t('review.groupMore')}</p>}
        </section>
      )}
    </div>
  )
}
