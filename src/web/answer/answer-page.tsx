import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { RefusalError } from '../api/client.ts'
import {
  acknowledge,
  answerForPartner,
  type Answer,
  openForPartner,
  type Pass,
  type PartnerView,
} from '../referrals/calls.ts'
import { Doorway } from '../session/doorway.tsx'
import { useIdle } from '../session/idle.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { InForce } from '../shell/words.ts'
import { useScreenLanguage } from '../session/screen-language.ts'
import { useText, Words } from '../text/text.tsx'
import { CodeForm } from './code-form.tsx'
import { Request } from './request.tsx'

/**
 * Where an organisation without an account answers: a link, a code, what was shared, and three buttons. Nothing stays on the
 * device, and a door that has ended looks like one that never was.
 */
export function AnswerPage() {
  usePageKind('title.answer')
  const { data, error } = useQuery({ queryKey: ['built-in words'], queryFn: builtInWords, staleTime: Infinity })
  const { code } = useScreenLanguage()
  if (error) return <Refused error={error} />
  if (!data) return <Waiting />
  return (
    <InForce value={data.dictionary}>
      <Words locale={code} more={data.messages}>
        <Door />
      </Words>
    </InForce>
  )
}

const builtInWords = async () => (await import('../shell/dictionary.ts')).assemble({ version: 0, extensions: [] })

type Stage =
  | { readonly at: 'code' | 'closed' }
  | { readonly at: 'open'; readonly pass: Pass; readonly view: PartnerView }
  | { readonly at: 'over'; readonly how: 'declined' | 'done' | 'acknowledged' }

/** Minutes without a touch after which the code is asked for again. */
const patience = 10

function Door() {
  const t = useText()
  const [stage, setStage] = useState<Stage>({ at: 'code' })
  const [error, setError] = useState<unknown>(null)
  const forget = useCallback(() => setStage(now => (now.at === 'open' ? { at: 'code' } : now)), [])
  useIdle(patience, forget)

  /** What the server says of a door that is not open is told in one way, and takes everything off the screen. */
  const attempt = async (act: () => Promise<Stage>) => {
    setError(null)
    try {
      setStage(await act())
    } catch (refusal) {
      if (refusal instanceof RefusalError && (refusal.status === 404 || refusal.code === 'invalid_request'))
        setStage({ at: 'closed' })
      else setError(refusal)
    }
  }
  const open = (code: string) =>
    attempt(async () => {
      const pass = { token: location.hash.slice(1), code }
      return { at: 'open', pass, view: await openForPartner(pass) }
    })
  const answer = (pass: Pass, view: PartnerView, said: Answer) =>
    attempt(async () => {
      await answerForPartner(pass, said)
      return said.state === 'accepted'
        ? { at: 'open', pass, view: { ...view, state: 'accepted' } }
        : { at: 'over', how: said.state }
    })
  const heard = (pass: Pass) =>
    attempt(async () => {
      await acknowledge(pass)
      return { at: 'over', how: 'acknowledged' }
    })

  if (stage.at === 'over')
    return (
      <Doorway title={t('answer.thanks')}>
        <div className="notice done" role="status">
          <IconCircleCheck size={20} aria-hidden />
          <p>{t(`answer.over.${stage.how}`)}</p>
        </div>
      </Doorway>
    )
  if (stage.at === 'open')
    return (
      <Doorway title={t(stage.view.withdrawn ? 'answer.withdrawnTitle' : 'answer.title')}>
        <Refused error={error} />
        {stage.view.withdrawn ? (
          <>
            <p>{t('answer.withdrawn', { from: stage.view.from })}</p>
            <Button onClick={() => void heard(stage.pass)}>{t('answer.heard')}</Button>
          </>
        ) : (
          <Request view={stage.view} onAnswer={said => answer(stage.pass, stage.view, said)} />
        )}
      </Doorway>
    )
  return (
    <Doorway title={t('answer.title')}>
      <CodeForm closed={stage.at === 'closed'} error={error} onCode={open} />
    </Doorway>
  )
}
