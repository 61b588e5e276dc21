import { IconAlertTriangle, IconArrowsSplit, IconBulb, IconCheckbox, IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as calls from '../api/calls.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, Name, PartialDate, When } from '../text/fmt.tsx'
import { useLabels, useMaybeText, useText } from '../text/text.tsx'
import './today.css'

const icons = {
  task: IconCheckbox,
  draft: IconPlayerPause,
  conflict: IconArrowsSplit,
  risk: IconAlertTriangle,
  lead: IconBulb,
} as const

/** What must I do now? Open work grouped by case, and nothing else. */
export function TodayPage() {
  usePageKind('title.today')
  const t = useText()
  const permissions = usePermissions()
  const { data, error } = useQuery({ queryKey: ['today'], queryFn: calls.today })
  if (error && !data) return <Refused error={error} />
  if (!data) return <Waiting lines={6} />
  const groups = byCase(data.items)
  return (
    <div className="column reading">
      <h1>{t('today.title')}</h1>
      {groups.length === 0 && (
        <div className="empty">
          <p>{t('today.empty')}</p>
          {permissions.may('search_names') && (
            <p>
              <Link to="/find">{t('today.begin')}</Link>
            </p>
          )}
        </div>
      )}
      <ul className="work">
        {groups.map(items => (
          <WorkGroup key={items[0]?.case ?? items[0]?.record} items={items} />
        ))}
      </ul>
      {data.recent.length > 0 && (
        <section aria-labelledby="recent">
          <h2 id="recent">{t('today.recent')}</h2>
          <ul className="recent">
            {data.recent.map(recent => (
              <li key={recent.case}>
                <Link to="/cases/$id" params={{ id: recent.case }} className="recent-line">
                  <CaseNumber number={recent.number} />
                  <span>{recent.name === null ? t('case.nameless') : <Name>{recent.name}</Name>}</span>
                  <span className="quiet small">
                    <When at={recent.at} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function WorkGroup({ items }: { items: readonly calls.TodayItem[] }) {
  const t = useText()
  const [first] = items
  if (!first) return null
  return (
    <li className="work-group">
      <p className="work-whose">
        {first.case === null ? (
          <span>{t('rail.leads')}</span>
        ) : (
          <Link to="/cases/$id" params={{ id: first.case }}>
            {first.name === null ? t('case.nameless') : <Name>{first.name}</Name>}
          </Link>
        )}{' '}
        {first.case !== null && (
          <span className="quiet small">
            <CaseNumber number={first.caseNumber} />
          </span>
        )}
      </p>
      <ul className="rows">
        {items.map(item => (
          <li key={`${item.kind} ${item.record}`}>
            <WorkLink item={item} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function WorkLink({ item }: { item: calls.TodayItem }) {
  const t = useText()
  const Icon = icons[item.kind]
  const line = (
    <>
      <Icon size={20} stroke={1.6} aria-hidden className={item.kind === 'risk' ? 'stop' : 'quiet'} />
      <SayWork item={item} />
      {item.dueOn && (
        <span className={item.late ? 'meaning stop' : 'meaning quiet'}>
          {t(item.late ? 'work.overdue' : 'work.due')} <PartialDate value={item.dueOn} />
        </span>
      )}
    </>
  )
  if (item.case === null) {
    return (
      <Link to="/leads" className="work-line">
        {line}
      </Link>
    )
  }
  return item.kind === 'draft' ? (
    <Link to="/cases/$id/interview/$screening" params={{ id: item.case, screening: item.record }} className="work-line">
      {line}
    </Link>
  ) : (
    <Link to="/cases/$id" params={{ id: item.case }} className="work-line">
      {line}
    </Link>
  )
}

/** `what` is a code of the kind's own list, or a plain word of the server. */
function SayWork({ item }: { item: calls.TodayItem }) {
  const labels = useLabels()
  const maybe = useMaybeText()
  const t = useText()
  const coded = labels.code('task_kind', item.what)
  if (item.kind !== 'task') return <span>{t(`work.kind.${item.kind}`)}</span>
  return <span>{coded === item.what ? (maybe(`work.${item.what}`) ?? labels.type('task')) : coded}</span>
}

/** Groups in the order in which their first item comes: the server sends the most urgent first. */
function byCase(items: readonly calls.TodayItem[]): calls.TodayItem[][] {
  const groups = new Map<string, calls.TodayItem[]>()
  for (const item of items) {
    const key = item.case ?? 'office'
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
