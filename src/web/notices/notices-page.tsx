import { Button } from '@mantine/core'
import { IconPointFilled } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as calls from '../api/calls.ts'
import { queries } from '../api/query.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, When } from '../text/fmt.tsx'
import { useLabels, useMaybeText, useText } from '../text/text.tsx'
import './notices.css'

/** What I should know of, newest first. Opening one takes me to the case and marks it as read. */
export function NoticesPage() {
  usePageKind('title.notices')
  const t = useText()
  const [failed, setFailed] = useState<unknown>(null)
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['notices', 'all'],
    queryFn: ({ pageParam }) => calls.notices(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  if (error && !data) return <Refused error={error} />
  if (!data) return <Waiting lines={6} />
  const items = data.pages.flatMap(page => page.items)
  const unread = items.filter(item => !item.read).map(item => item.id)
  const mark = async (ids: readonly string[]) => {
    try {
      await calls.readNotices(ids)
      await queries.invalidateQueries({ queryKey: ['notices'] })
    } catch (refusal) {
      setFailed(refusal)
    }
  }
  return (
    <div className="column reading">
      <div className="row ends">
        <h1>{t('title.notices')}</h1>
        {unread.length > 0 && (
          <Button variant="default" onClick={() => void mark(unread)}>
            {t('notices.readAll')}
          </Button>
        )}
      </div>
      <Refused error={failed} />
      {items.length === 0 && (
        <div className="empty">
          <p>{t('notices.empty')}</p>
        </div>
      )}
      <ul className="notices">
        {items.map(item => (
          <li key={item.id} data-notice={item.kind}>
            <Line item={item} onOpen={() => void mark([item.id])} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <Button variant="default" onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Line({ item, onOpen }: { item: calls.Notice; onOpen: () => void }) {
  const t = useText()
  const maybe = useMaybeText()
  const labels = useLabels()
  const words = (
    <>
      <span className="notice-mark">
        {!item.read && <IconPointFilled size={18} role="img" aria-label={t('notices.new')} />}
      </span>
      <span className={item.read ? 'quiet' : 'notice-new'}>
        {maybe(`notice.${item.kind}`) ?? labels.type(item.type)}
      </span>
      {item.case !== null && (
        <span className="small">
          <CaseNumber number={item.number} />
        </span>
      )}
      <span className="quiet small">
        <When at={item.at} />
      </span>
    </>
  )
  if (item.kind === 'leg_assigned' || item.kind === 'withdrawal_for_mission')
    return (
      <Link to={item.kind === 'leg_assigned' ? '/returns' : '/work'} className="notice-line" onClick={onOpen}>
        {words}
      </Link>
    )
  return item.case === null ? (
    <button type="button" className="notice-line" onClick={onOpen}>
      {words}
    </button>
  ) : (
    <Link to="/cases/$id" params={{ id: item.case }} className="notice-line" onClick={onOpen}>
      {words}
    </Link>
  )
}
