import { SegmentedControl } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ReviewList, reviewLists } from '#casework/review/verdict.ts'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { PairView } from './pair-view.tsx'

/** The lists, and the pair that is being looked at: the first of the list until another one is chosen. */
export function Pairs() {
  const t = useText()
  const offices = useOffices()
  const client = useQueryClient()
  const [list, setList] = useState<ReviewList>('open')
  const [chosen, setChosen] = useState<string | null>(null)
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<calls.Reply['state'] | null>(null)
  const { data, error } = useQuery({ queryKey: ['review', list], queryFn: () => calls.queue(list) })
  const items = data?.items ?? []
  const waiting = [...items.filter(({ id }) => !later.has(id)), ...items.filter(({ id }) => later.has(id))]
  const current = waiting.find(({ id }) => id === chosen) ?? (list === 'decided' ? undefined : waiting[0])
  const go = (to: ReviewList) => {
    setList(to)
    setChosen(null)
    setDone(null)
  }
  const next = (state: calls.Reply['state']) => {
    setDone(state)
    setChosen(null)
    void client.invalidateQueries({ queryKey: ['review'] })
  }
  const size = (each: ReviewList) => {
    const n = data?.sizes[each] ?? 0
    return n >= 1_000 ? '999+' : String(n)
  }
  return (
    <div className="stack">
      <SegmentedControl
        className="review-lists"
        aria-label={t('review.lists')}
        value={list}
        onChange={value => go(reviewLists.find(each => each === value) ?? 'open')}
        data={reviewLists.map(each => ({
          value: each,
          label: data ? t(`review.listSize.${each}`, { n: size(each) }) : t(`review.list.${each}`),
        }))}
      />
      <p className="quiet">{t(`review.about.${list}`)}</p>
      <p role="status" className={done === null ? 'for-readers' : 'notice done'}>
        {done === null ? '' : t(`review.done.${done}`)}
      </p>
      <Refused error={error} />
      {!data && !error && <Waiting lines={6} />}
      {data && items.length === 0 && <p>{t(`review.none.${list}`)}</p>}
      {items.length > (list === 'decided' ? 0 : 1) && (
        <details className="review-items" open={list === 'decided' ? true : undefined}>
          <summary>{t('review.choose', { count: items.length })}</summary>
          <ol>
            {waiting.map(({ id, offices: [a, b], sampled }) => (
              <li key={id}>
                <button
                  type="button"
                  className="link-button"
                  aria-current={id === current?.id}
                  onClick={() => setChosen(id)}
                >
                  <Isolated>{offices.nameOf(a)}</Isolated> – <Isolated>{offices.nameOf(b)}</Isolated>
                  {sampled && ` · ${t('review.sampledShort')}`}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
      {current && (
        <PairView
          key={current.id}
          id={current.id}
          onDone={next}
          onSkip={
            items.length > 1 && list !== 'decided'
              ? () => {
                  setLater(new Set([...later, current.id]))
                  setChosen(null)
                }
              : null
          }
        />
      )}
    </div>
  )
}
