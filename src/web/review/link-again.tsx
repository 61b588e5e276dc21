import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { useMaybeText, useText } from '../text/text.tsx'
import * as calls from './calls.ts'

/** Parts of a linkage, in the order in which they run: how far it is on the whole. */
const steps = ['read', 'prepare', 'train', 'block', 'compare', 'score', 'cluster', 'count']
const key = ['review', 'run']

/** Starts a linkage of the whole register, for those who review all of it; says how far it is, and stops it. */
export function LinkAgain() {
  const t = useText()
  const maybe = useMaybeText()
  const intl = useIntl()
  const client = useQueryClient()
  const all = usePermissions().reach('review_links').all
  const { data } = useQuery({
    queryKey: key,
    queryFn: calls.job,
    enabled: all,
    refetchInterval: query => (query.state.data?.state === 'running' ? 700 : false),
  })
  const put = (job: calls.Job) => client.setQueryData(key, job)
  const start = useMutation({ mutationFn: calls.start, onSuccess: put })
  const stop = useMutation({ mutationFn: calls.stop, onSuccess: put })
  const ran = useRef(false)
  useEffect(() => {
    if (data?.state === 'done' && ran.current)
      void client.invalidateQueries({ queryKey: ['review'], predicate: ({ queryKey }) => queryKey[1] !== 'run' })
    ran.current = data?.state === 'running'
  }, [data?.state, client])
  if (!all || !data) return null
  const at = steps.indexOf(data.doing ?? '')
  const share = (Math.max(0, at) + data.share) / steps.length
  return (
    <section className="stack" aria-label={t('review.link')}>
      <p className="quiet">{t('review.linkAbout')}</p>
      {data.state === 'running' ? (
        <div className="stack">
          <p role="status">
            {t('review.linking', {
              share: intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
            })}
          </p>
          <Progress value={share * 100} aria-label={t('review.link')} />
          <div>
            <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
              {t('review.linkStop')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
            {t('review.link')}
          </Button>
        </div>
      )}
      {data.state === 'done' && <p className="notice done">{t('review.linked')}</p>}
      {data.state === 'failed' && (
        <p className="notice care" role="alert">
          {maybe(`review.linkFailed.${data.problem}`) ?? t('review.linkFailed.fault')}
        </p>
      )}
      <Refused error={start.error ?? stop.error} />
    </section>
  )
}
