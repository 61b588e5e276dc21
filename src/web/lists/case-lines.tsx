import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ListLine } from '../api/calls.ts'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { Button } from '@mantine/core'
import { useText } from '../text/text.tsx'
import type { ShownList } from './use-list.ts'
import './lists.css'

/** Lines of a worklist: the date, whose case, what it is. A line opens the case; some can be ticked. */
export function CaseLines(props: {
  list: ShownList
  empty: string
  /** What stands in the middle of the line. */
  say: (line: ListLine) => ReactNode
  late?: (line: ListLine) => boolean
  ticked?: ReadonlySet<string>
  onTick?: (id: string, on: boolean) => void
  /** What can be done with the line without opening its case. */
  beside?: (line: ListLine) => ReactNode
}) {
  const t = useText()
  const offices = useOffices()
  const { list, ticked } = props
  if (list.waiting) return <Waiting lines={5} />
  return (
    <>
      <Refused error={list.error} />
      {list.items.length === 0 && !list.error && (
        <div className="empty">
          <p>{props.empty}</p>
        </div>
      )}
      <ul className="case-lines">
        {list.items.map(line => {
          const kase = line.record.type === 'case' ? line.record : line.case
          const number = kase?.content['number']
          const late = props.late?.(line) ?? false
          const shown = typeof number === 'string' ? number : null
          return (
            <li key={line.record.id} data-record={line.record.id}>
              {ticked && (
                <Checkbox
                  aria-label={t('list.tick', { number: shown ?? '' })}
                  checked={ticked.has(line.record.id)}
                  onChange={event => props.onTick?.(line.record.id, event.currentTarget.checked)}
                />
              )}
              <Link to="/cases/$id" params={{ id: kase?.id ?? '' }} className="case-line" disabled={kase === null}>
                <span className={late ? 'case-line-on meaning stop' : 'case-line-on quiet small'}>
                  {line.on === null ? t('list.noDate') : <PartialDate value={line.on} />}
                </span>
                <span className="case-line-whose">
                  {kase === null ? (
                    <span className="quiet">{t('list.elsewhere')}</span>
                  ) : (
                    <>
                      {line.name === null ? t('case.nameless') : <Name>{line.name}</Name>} <CaseNumber number={shown} />
                    </>
                  )}
                </span>
                <span className="case-line-what">{props.say(line)}</span>
                <span className="quiet small">
                  <Isolated>{offices.nameOf(line.record.office)}</Isolated>
                </span>
              </Link>
              {props.beside?.(line)}
            </li>
          )
        })}
      </ul>
      {list.more && (
        <div>
          <Button variant="default" onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
