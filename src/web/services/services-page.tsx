import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import type { Money } from '#dictionary/answer.ts'
import { RecordDialog } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Amount, CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { EntryLine } from './entry-line.tsx'
import { totals } from './totals.ts'
import './services.css'

/** What did we give? A line to type in above, everything given below, with totals per currency. */
export function ServicesPage() {
  usePageKind('title.services')
  const { id } = useParams({ from: '/desk/cases/$id/services' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Services key={id} open={open} />
}

function Services({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const [editing, setEditing] = useState<string | null>(null)
  const { number } = open.file.case.content
  const given = open.file.records
    .filter(record => record.type === 'service')
    .sort((a, b) => compare(onOf(b), onOf(a)) || compare(b.createdAt, a.createdAt))
  const sums = totals(given.map(record => record.content.cost))
  const bases = totals(given.map(record => record.content.base))
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{labels.plural('service')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('services.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      {open.writable('service').has('open') && <EntryLine open={open} last={given[0] ?? null} />}
      {given.length === 0 ? (
        <p className="quiet">{labels.empty('service')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('services.table')} tabIndex={0}>
          <table className="compare services">
            <thead>
              <tr>
                <th scope="col">{labels.field('service', 'deliveredOn')}</th>
                <th scope="col">{labels.field('service', 'type')}</th>
                <th scope="col">{labels.field('service', 'what')}</th>
                <th scope="col" className="end">
                  {labels.field('service', 'quantity')}
                </th>
                <th scope="col" className="end">
                  {labels.field('service', 'cost')}
                </th>
                <th scope="col">{labels.field('service', 'fund')}</th>
              </tr>
            </thead>
            <tbody>
              {given.map(record => (
                <tr key={record.id} data-service={record.id}>
                  <td className="number">
                    <SayValue type="service" field="deliveredOn" value={record.content.deliveredOn} />
                  </td>
                  <td>
                    <button type="button" className="link-button" onClick={() => setEditing(record.id)}>
                      <SayValue type="service" field="type" value={record.content.type} />
                    </button>
                  </td>
                  <td>
                    {record.content.item && <SayValue type="service" field="item" value={record.content.item} />}{' '}
                    {record.content.what && <SayValue type="service" field="what" value={record.content.what} />}
                  </td>
                  <td className="end">
                    {record.content.quantity !== undefined && record.content.quantity !== null && (
                      <SayValue type="service" field="quantity" value={record.content.quantity} />
                    )}
                  </td>
                  <td className="end">
                    {record.content.cost && <SayValue type="service" field="cost" value={record.content.cost} />}
                  </td>
                  <td>{record.content.fund && <SayValue type="service" field="fund" value={record.content.fund} />}</td>
                </tr>
              ))}
            </tbody>
            {sums.length > 0 && (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={4}>
                    {t('services.total', { count: given.length })}
                  </th>
                  <td className="end" colSpan={1}>
                    {sums.map((sum: Money) => (
                      <div key={sum.currency}>
                        <Amount money={sum} />
                      </div>
                    ))}
                  </td>
                </tr>
                {bases.length > 0 && (
                  <tr data-bases>
                    <th scope="row" colSpan={4}>
                      {t('services.totalBase')}
                    </th>
                    <td className="end" colSpan={1}>
                      {bases.map((sum: Money) => (
                        <div key={sum.currency}>
                          <Amount money={sum} />
                        </div>
                      ))}
                    </td>
                  </tr>
                )}
              </tfoot>
            )}
          </table>
        </div>
      )}
      {editing && (
        <RecordDialog open={open} editing={{ type: 'service', record: editing }} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const onOf = (record: RecordView): string => {
  const { deliveredOn } = record.content
  return typeof deliveredOn === 'string' ? deliveredOn : ''
}
