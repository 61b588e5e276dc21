import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Amount, Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { useSourceName } from './source-name.ts'

type Kind = 'project' | 'fund' | 'donor'
const sums = ['requested', 'committed', 'paid', 'delivered'] as const

/** Each project and fund with its budget and what is left of it; a row opens its rules. */
export function Balances() {
  const t = useText()
  const labels = useLabels()
  const nameOf = useSourceName()
  const office = useWritingOffice('project')
  const [editing, setEditing] = useState<{ type: Kind; seen: RecordView | null } | null>(null)
  const { data, error } = useQuery({ queryKey: ['list', 'balances'], queryFn: calls.balances })
  // The records themselves, to open one: they come from their lists, by page.
  const lists = { project: useList('project', { open: 'yes' }), fund: useList('fund', { open: 'yes' }) }
  const recordOf = (type: 'project' | 'fund', id: string) =>
    (lists[type].items.find(({ record }) => record.id === id)?.record as RecordView | undefined) ?? null
  if (error) return <Refused error={error} />
  if (!data) return <Waiting lines={6} />
  const unrated = data.items.reduce((all, each) => all + each.unrated, 0)
  const unknown = data.items.reduce((all, each) => all + each.reached.unknown, 0)
  return (
    <section>
      {office !== null && (
        <div className="row">
          {(
            [
              ['project', 'funds.addProject'],
              ['fund', 'funds.addFund'],
              ['donor', 'funds.addDonor'],
            ] as const
          ).map(([type, text]) => (
            <Button
              key={type}
              variant={type === 'project' ? 'filled' : 'default'}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setEditing({ type, seen: null })}
            >
              {t(text)}
            </Button>
          ))}
        </div>
      )}
      {data.items.length === 0 ? (
        <div className="empty">
          <p>{t('funds.empty')}</p>
        </div>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('funds.table')} tabIndex={0}>
          <table className="compare funds">
            <thead>
              <tr>
                <th scope="col">{t('funds.source')}</th>
                <th scope="col" className="end">
                  {t('funds.left')}
                </th>
                <th scope="col">{t('funds.until')}</th>
                <th scope="col" className="end">
                  {t('funds.budget')}
                </th>
                {sums.map(sum => (
                  <th key={sum} scope="col" className="end">
                    {t(`funds.${sum}`)}
                  </th>
                ))}
                <th scope="col" className="end">
                  {t('funds.reached')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(item => {
                const { source, left } = item
                const record = recordOf(source.type, source.id)
                const over = left?.amount.startsWith('-') ?? false
                return (
                  <tr key={source.id} data-source={source.id}>
                    <td>
                      {record && office !== null ? (
                        <button
                          type="button"
                          className="link-button"
                          onClick={() => setEditing({ type: source.type, seen: record })}
                        >
                          {nameOf(source)}
                        </button>
                      ) : (
                        <Isolated>{nameOf(source)}</Isolated>
                      )}
                    </td>
                    <td className="end">
                      {over && (
                        <span className="meaning stop">
                          <IconAlertTriangle size={16} aria-hidden /> {t('funds.overdrawn')}
                        </span>
                      )}{' '}
                      {left && <Amount money={left} />}
                    </td>
                    <td>{source.content.to && <SayValue type={source.type} field="to" value={source.content.to} />}</td>
                    <td className="end">
                      {source.content.budget && (
                        <SayValue type={source.type} field="budget" value={source.content.budget} />
                      )}
                    </td>
                    {sums.map(sum => (
                      <td key={sum} className={item[sum].amount === '0' ? 'end quiet' : 'end'}>
                        {(left !== null || item[sum].amount !== '0') && <Amount money={item[sum]} />}
                      </td>
                    ))}
                    <td className="end">
                      <Reached persons={item.reached.persons} target={source.content.targetPersons} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {data.items.length > 0 && <p className="quiet small">{t('funds.reachedAbout', { unknown })}</p>}
      {unrated > 0 && <p className="quiet small">{t('funds.noRate', { count: unrated })}</p>}
      <Donors mayWrite={office !== null} onEdit={seen => setEditing({ type: 'donor', seen })} />
      <p className="small">
        <Link to="/records/$type" params={{ type: 'contribution' }}>
          {labels.plural('contribution')}
        </Link>
      </p>
      {editing && (
        <OfficeRecordDialog
          type={editing.type}
          seen={editing.seen}
          office={editing.seen?.office ?? office ?? ''}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}

/** Against what was agreed, where something was; a share only of a target above zero. */
function Reached({ persons, target }: { persons: number; target: unknown }) {
  const t = useText()
  if (typeof target !== 'number' || target === 0) return <>{t('funds.reachedCount', { persons })}</>
  return <>{t('funds.reachedOf', { persons, target, share: persons / target })}</>
}

function Donors(props: { mayWrite: boolean; onEdit: (seen: RecordView) => void }) {
  const t = useText()
  const labels = useLabels()
  const permissions = usePermissions()
  const list = useList('donor', { open: 'yes' })
  if (!permissions.may('read')) return null
  return (
    <div className="stack">
      <h2>{t('funds.donors')}</h2>
      {list.items.length === 0 && !list.waiting && <p className="quiet">{t('funds.donorsEmpty')}</p>}
      <ul className="donors">
        {list.items.map(line => {
          const record = line.record as RecordView
          const { name, kind } = record.content
          const words = typeof name === 'string' && name !== '' ? name : t('funds.noDonorName')
          return (
            <li key={record.id}>
              {props.mayWrite ? (
                <button type="button" className="link-button" onClick={() => props.onEdit(record)}>
                  <Isolated>{words}</Isolated>
                </button>
              ) : (
                <Isolated>{words}</Isolated>
              )}{' '}
              <span className="quiet small">{typeof kind === 'string' ? labels.code('donor_kind', kind) : ''}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
