import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { When } from '../text/fmt.tsx'
import { useMaybeText, useText } from '../text/text.tsx'
import * as calls from './calls.ts'

const key = ['files-state'] as const

/** Where the files of documents lie, and whether the files of erased persons are gone. */
export function Files() {
  const t = useText()
  const queries = useQueryClient()
  const state = useQuery({ queryKey: key, queryFn: calls.filesState })
  const again = useMutation({
    mutationFn: calls.eraseFiles,
    onSuccess: now => queries.setQueryData(key, now),
  })
  return (
    <section>
      <h2>{t('admin.files')}</h2>
      <p className="quiet">{t('admin.files.about')}</p>
      <Refused error={state.error} />
      {!state.data && !state.error && <Waiting />}
      {state.data && (
        <div className="stack">
          <p>
            {t(`admin.files.place.${state.data.place.kind}`)} <bdi className="id">{state.data.place.where}</bdi>
          </p>
          <Erased erased={state.data.erased} busy={again.isPending} onAgain={() => again.mutate()} />
          <Refused error={again.error} />
        </div>
      )}
    </section>
  )
}

function Erased(props: { erased: calls.FilesState['erased']; busy: boolean; onAgain: () => void }) {
  const t = useText()
  const maybe = useMaybeText()
  const { waiting, since, problem } = props.erased
  if (waiting === 0)
    return (
      <div className="notice done" role="status">
        <IconCircleCheck size={20} aria-hidden />
        <p>{t('admin.files.none')}</p>
      </div>
    )
  return (
    <>
      <div className="notice care" role="alert">
        <IconAlertTriangle size={20} aria-hidden />
        <div>
          <p>{t('admin.files.waiting', { n: waiting })}</p>
          {problem !== null && (
            <p>
              <strong>{maybe(`files.problem.${problem}`) ?? t('files.problem.unexpected')}</strong>
            </p>
          )}
          {since !== null && (
            <p className="quiet">
              {t('admin.files.since')} <When at={since} />
            </p>
          )}
        </div>
      </div>
      <div>
        <Button loading={props.busy} onClick={props.onAgain}>
          {t('admin.files.again')}
        </Button>
      </div>
    </>
  )
}
