import { useText } from '../text/text.tsx'

const columns = ['indicator', 'value', 'unit', 'period', 'id', 'dimension', 'part_of'] as const

/** What a line holds, for whoever comes with empty hands. */
export function Columns() {
  const t = useText()
  return (
    <section aria-labelledby="proof-columns">
      <h2 id="proof-columns">{t('proof.columns')}</h2>
      <dl className="facts proof-columns">
        {columns.map(column => (
          <div key={column}>
            <dt>
              <code>{column === 'dimension' ? 'dimension, category' : column}</code>
            </dt>
            <dd>{t(`proof.columns.${column}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('proof.columns.more')}</p>
    </section>
  )
}
