import { Link } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import type { ListFilter } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { useSourceName } from './source-name.ts'

/** Requests that wait for another person, the oldest first, beside what is left where they ask. */
export function WaitingRequests() {
  const t = useText()
  const labels = useLabels()
  const nameOf = useSourceName()
  const permissions = usePermissions()
  const [filter, setFilter] = useState<ListFilter>({})
  const list = useList('fund_request', { ...filter, state: 'waiting', open: 'yes' })
  const { data } = useQuery({ queryKey: ['list', 'balances'], queryFn: calls.balances })
  const sourceOf = (record: RecordView) =>
    data?.items.find(({ source }) => source.id === record.content.fund || source.id === record.content.project) ?? null
  return (
    <section>
      <div className="row ends">
        <p className="quiet">{t('funds.waitingAbout')}</p>
        {permissions.may('approve') && !permissions.may('assign') && (
          <Link to="/approvals">{t('funds.toApprovals')}</Link>
        )}
      </div>
      <FilterBar type="fund_request" filter={filter} onChange={setFilter} without={['state', 'open']} />
      <Refused error={list.error} />
      {list.waiting ? (
        <Waiting lines={4} />
      ) : list.items.length === 0 && !list.error ? (
        <div className="empty">
          <p>{t('funds.waitingEmpty')}</p>
        </div>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('funds.waiting')} tabIndex={0}>
          <table className="compare requests">
            <thead>
              <tr>
                <th scope="col">{labels.field('fund_request', 'askedOn')}</th>
                <th scope="col">{labels.type('case')}</th>
                <th scope="col">{labels.field('fund_request', 'purpose')}</th>
                <th scope="col">{t('funds.source')}</th>
                <th scope="col" className="end">
                  {labels.field('fund_request', 'amount')}
                </th>
                <th scope="col" className="end">
                  {t('funds.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.items.map(line => {
                const record = line.record as RecordView
                const balance = sourceOf(record)
                const number = line.case?.content['number']
                return (
                  <tr key={record.id} data-request={record.id}>
                    <td>
                      <SayValue type="fund_request" field="askedOn" value={record.content.askedOn} />
                    </td>
                    <td>
                      {line.case && (
                        <Link to="/cases/$id" params={{ id: line.case.id }}>
                          <CaseNumber number={typeof number === 'string' ? number : null} />
                        </Link>
                      )}
                    </td>
                    <td>
                      <SayValue type="fund_request" field="purpose" value={record.content.purpose} />
                    </td>
                    <td>{balance && <Isolated>{nameOf(balance.source)}</Isolated>}</td>
                    <td className="end">
                      <SayValue type="fund_request" field="amount" value={record.content.amount} />
                    </td>
                    <td className="end">
                      {balance?.left && <SayValue type="project" field="budget" value={balance.left} />}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {list.more && (
        <Button variant="default" onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}
