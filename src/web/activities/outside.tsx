import { isAnswered, plainText } from '#dictionary/answer.ts'
import { Isolated, PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { OfficeRecords } from './office-records.tsx'

/** Numbers of others, word for word with their source. They are cited; nothing is computed with them. */
export function Outside() {
  const t = useText()
  return (
    <div className="stack">
      <p>{t('outside.about')}</p>
      <OfficeRecords type="external_statistic" add={t('outside.new')}>
        {(items, open) => (
          <ul className="activities">
            {items.map(record => (
              <li key={record.id} data-statistic={record.id}>
                <blockquote className="outside-value">
                  <Isolated>{plainText(record.content.value)}</Isolated>{' '}
                  <Isolated>{plainText(record.content.unit)}</Isolated>
                </blockquote>
                <button type="button" className="link-like" onClick={() => open(record)}>
                  <Isolated>{plainText(record.content.title)}</Isolated>
                </button>
                <p className="quiet small">
                  <cite>
                    <Isolated>{plainText(record.content.citation)}</Isolated>
                  </cite>
                  {isAnswered(record.content.year) && (
                    <>
                      {' · '}
                      <PartialDate value={plainText(record.content.year)} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </OfficeRecords>
    </div>
  )
}
