import { Button, Progress } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClock, IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { saveFile } from '../api/save-file.ts'
import { Refused } from '../session/problem.tsx'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { PreviewCard } from './preview-card.tsx'

const icons = { asked: IconClock, published: IconCircleCheck, failed: IconCircleX, withdrawn: IconCircleX } as const

/** One release: what is asked, who approved, its preview, and its files once it is out. */
export function ReleaseSheet({ item }: { item: calls.Release }) {
  const t = useText()
  const client = useQueryClient()
  const { asked, doing, state } = item
  const key = ['releases', item.id, 'preview']
  const open = state === 'asked'
  const preview = useQuery({
    queryKey: key,
    queryFn: () => calls.preview(item.id),
    enabled: open,
    refetchInterval: query => (query.state.data?.state === 'running' ? 800 : false),
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['releases'] })
  const look = useMutation({
    mutationFn: () => calls.startPreview(item.id),
    onSuccess: data => {
      client.setQueryData(key, data)
      return refresh()
    },
  })
  const approve = useMutation({ mutationFn: () => calls.approve(item.id), onSuccess: refresh })
  const withdraw = useMutation({ mutationFn: () => calls.withdraw(item.id), onSuccess: refresh })
  const Icon = icons[state]
  const told = [
    asked.schema.toUpperCase(),
    ...(asked.epsilon === undefined ? [] : [t('releases.saidEpsilon', { n: asked.epsilon })]),
    ...(asked.reportingLength === undefined ? [] : [t('releases.saidLength', { n: asked.reportingLength })]),
    ...(asked.k === undefined ? [] : [`k = ${asked.k}`]),
    ...(asked.round === undefined ? [] : [t('releases.saidRound', { n: asked.round })]),
  ]
  return (
    <article className="stack" aria-labelledby={`release-${item.id}`}>
      <div>
        <h2 id={`release-${item.id}`}>{t(`releases.method.${asked.method}`)}</h2>
        <p>
          <bdi>{asked.columns.join(', ')}</bdi>
        </p>
        <p className="quiet small">{told.join(' · ')}</p>
        <p className="quiet small">
          {t('releases.askedBy', { who: item.askedBy })} <When at={item.askedAt} />: {item.reason}
        </p>
        <p className={`meaning ${state === 'published' ? 'done' : state === 'asked' ? 'care' : 'quiet'}`}>
          <Icon size={18} aria-hidden /> {t(`releases.state.${state}`)}
        </p>
      </div>
      {item.problem && <p className="notice stop">{item.problem.message}</p>}
      {item.approvals.length > 0 && (
        <ul className="plain small">
          {item.approvals.map(({ by, at }) => (
            <li key={by}>
              {t('releases.approvedBy', { who: by })} <When at={at} />
            </li>
          ))}
        </ul>
      )}
      {open && <p className="small">{t('releases.needed', { count: item.needed })}</p>}
      {doing && (
        <div>
          <p role="status">{t(`releases.doing.${doing.what}`)}</p>
          <Progress value={doing.share * 100} aria-label={t(`releases.doing.${doing.what}`)} />
        </div>
      )}
      {open && preview.data?.card && <PreviewCard card={preview.data.card} />}
      {open && preview.data?.problem && (
        <p className="notice care" role="alert">
          {preview.data.problem.message}
        </p>
      )}
      <Refused error={look.error ?? approve.error ?? withdraw.error} />
      {open && !doing && (
        <div className="row">
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
            {t(preview.data?.state === 'ready' ? 'releases.lookAgain' : 'releases.look')}
          </Button>
          {preview.data?.state === 'ready' && (!item.mine || item.needed === 0) && (
            <Button loading={approve.isPending} onClick={() => approve.mutate()}>
              {t(item.needed > 1 ? 'releases.approve' : 'releases.approvePublish')}
            </Button>
          )}
          <Button variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('releases.withdraw')}
          </Button>
        </div>
      )}
      {item.files.length > 0 && (
        <ul className="plain">
          {item.files.map(({ name }) => (
            <li key={name}>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconDownload size={18} aria-hidden />}
                onClick={() => void calls.file(item.id, name).then(blob => saveFile(name, blob))}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
