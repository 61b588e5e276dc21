import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { useOffices } from '../shell/offices.ts'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { OfficeRecords } from './office-records.tsx'

/** How offices say that they reported, the newest statement first; of two on the same year the later counts. */
export function Coverage() {
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const lastYear = Number(localToday().slice(0, 4)) - 1
  return (
    <div className="stack">
      <p>{t('coverage.about')}</p>
      <OfficeRecords type={type} add={t('coverage.new')} initial={{ year: lastYear }}>
        {(items, open) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
          <div className="scrolls" role="region" aria-label={t('activity.tab.coverage')} tabIndex={0}>
            <table className="compare">
              <thead>
                <tr>
                  <th scope="col">{t('filter.office')}</th>
                  {fields.map(field => (
                    <th key={field} scope="col">
                      {labels.field(type, field)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(record => (
                  <tr key={record.id} data-statement={record.id}>
                    <td>
                      <Isolated>{offices.nameOf(record.office)}</Isolated>
                    </td>
                    <td>
                      <button type="button" className="link-like" onClick={() => open(record)}>
                        <SayValue type={type} field="year" value={record.content.year} />
                      </button>
                    </td>
                    <td>
                      <SayValue type={type} field="coverage" value={record.content.coverage} />
                    </td>
                    <td>
                      <SayValue type={type} field="statedOn" value={record.content.statedOn} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </OfficeRecords>
    </div>
  )
}

const type = 'coverage_statement'
const fields = ['year', 'coverage', 'statedOn'] as const
