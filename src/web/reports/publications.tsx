import { Button } from '@mantine/core'
import { IconCircleCheck, IconClock } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '../session/problem.tsx'
import { Isolated, When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { ThenAndNow } from './then-and-now.tsx'
import { Files } from './preview.tsx'
import { useJob } from './use-job.ts'

/** What was published, newest first; each with its files as they were and, on asking, as now. */
export function Publications() {
  const t = useText()
  const list = useInfiniteQuery({
    queryKey: ['publications'],
    queryFn: ({ pageParam }) => calls.publications(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  const items = list.data?.pages.flatMap(page => page.items) ?? []
  return (
    <div className="stack">
      <Refused error={list.error} />
      {list.data && items.length === 0 && <p className="quiet">{t('reports.published.empty')}</p>}
      <ul className="publications">
        {items.map(item => (
          <li key={item.id} className="sheet">
            <Published item={item} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('reports.published.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Published({ item }: { item: calls.Publication }) {
  const t = useText()
  const comparing = useJob()
  return (
    <article className="stack" aria-labelledby={`publication-${item.id}`}>
      <div>
        <h2 id={`publication-${item.id}`}>
          <Isolated>{item.title}</Isolated>
        </h2>
        <p className="quiet small">
          {t(`reports.mode.${item.mode}`)} · {t('reports.published.on')} <When at={item.publishedAt} /> ·{' '}
          {t('reports.published.cutOff')} <When at={item.cutOff} />
          {item.threshold !== null && <> · {t('reports.published.hidden', { n: item.threshold })}</>}
        </p>
        <Approval item={item} />
      </div>
      <Files files={item.files} load={name => calls.publishedFile(item.id, name)} />
      <details className="hashes">
        <summary>{t('reports.published.hashes')}</summary>
        <p className="small">{t('reports.published.hashesAbout', { version: item.dictionary })}</p>
        <ul>
          {item.files.map(({ name, sha256 }) => (
            <li key={name}>
              <bdi>{name}</bdi> <code>{sha256}</code>
            </li>
          ))}
        </ul>
      </details>
      {comparing.job !== null || comparing.error !== null || comparing.gone ? (
        <ThenAndNow running={comparing} />
      ) : (
        <div>
          <Button variant="default" size="sm" onClick={() => comparing.start(() => calls.compare(item.id))}>
            {t('reports.compare')}
          </Button>
        </div>
      )}
    </article>
  )
}

function Approval({ item }: { item: calls.Publication }) {
  const t = useText()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  if (item.mode === 'internal') return null
  if (item.approvedAt !== null)
    return (
      <p className="meaning done">
        <IconCircleCheck size={18} aria-hidden />
        {t('reports.approved')} <When at={item.approvedAt} />
      </p>
    )
  const approve = async () => {
    try {
      await calls.approve(item.id)
      await queries.invalidateQueries({ queryKey: ['publications'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <div className="stack">
      <p className="meaning care">
        <IconClock size={18} aria-hidden />
        {t('reports.waits')}
      </p>
      {item.mayApprove && (
        <div>
          <Button size="sm" onClick={() => void approve()}>
            {t('reports.approve')}
          </Button>
        </div>
      )}
      <Refused error={error} />
    </div>
  )
}
