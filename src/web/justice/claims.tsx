import { isReserved, type Value } from '#dictionary/answer.ts'
import { claimSums } from '#casework/justice/claims.ts'
import { moneyIn } from '#casework/planning/money.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { Amount, Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

const columns = ['owed', 'awarded', 'paid'] as const

/** What is owed, awarded and paid: each claim a line, then the sum of each currency. */
export function Claims({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const claims = open.file.records.filter(({ type }) => type === 'claim')
  return (
    <section className="section">
      <h2>{labels.plural('claim')}</h2>
      {claims.length === 0 ? (
        <p className="quiet">{labels.empty('claim')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={labels.plural('claim')} tabIndex={0}>
          <table className="compare claims">
            <thead>
              <tr>
                <th scope="col">{labels.field('claim', 'kind')}</th>
                <th scope="col">{labels.field('claim', 'state')}</th>
                {columns.map(each => (
                  <th key={each} scope="col" className="end">
                    {labels.field('claim', each)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {claims.map(({ id, content }) => (
                <tr key={id} data-record={id}>
                  <td>
                    <button type="button" className="link-button" onClick={() => onEdit({ type: 'claim', record: id })}>
                      <SayValue type="claim" field="kind" value={content.kind} />
                    </button>
                  </td>
                  <td>
                    <SayValue type="claim" field="state" value={content.state} />
                  </td>
                  {columns.map(each => (
                    <td key={each} className="end">
                      <Sum value={content[each]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              {claimSums(open.file).map(sum => (
                <tr key={sum.currency} data-currency={sum.currency}>
                  <th scope="row" colSpan={2}>
                    {t('justice.sum')} <Isolated>{sum.currency}</Isolated>
                  </th>
                  {columns.map(each => (
                    <td key={each} className="end">
                      <Sum value={sum[each]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )
}

/** An amount, or a dash: three empty columns would say the same words three times. */
function Sum({ value }: { value: Value | undefined }) {
  const t = useText()
  const money = moneyIn(value)
  if (money) return <Amount money={money} />
  if (isReserved(value)) return <SayValue type="claim" field="owed" value={value} />
  return (
    <span className="quiet">
      <span className="for-readers">{t('value.none')}</span>
      <span aria-hidden>–</span>
    </span>
  )
}
