import { Button, Progress } from '@mantine/core'
import { IconCircleCheck, IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Refused } from '../../session/problem.tsx'
import { useLabels, useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'

type State =
  | { readonly now: 'ready' | 'stopped' }
  | { readonly now: 'running'; readonly since: number }
  | { readonly now: 'done'; readonly result: calls.Verification }
  | { readonly now: 'failed'; readonly error: unknown }

/** Walks every chain of the change log on the server and says whether anybody has altered a line. */
export function HistoryCheck() {
  const t = useText()
  const [state, setState] = useState<State>({ now: 'ready' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = async () => {
    const control = new AbortController()
    running.current = control
    setState({ now: 'running', since: Date.now() })
    try {
      const result = await calls.verify(control.signal)
      setState({ now: 'done', result })
    } catch (error) {
      setState(control.signal.aborted ? { now: 'stopped' } : { now: 'failed', error })
    }
  }
  return (
    <section>
      <h2>{t('admin.history')}</h2>
      <p>{t('admin.history.about')}</p>
      {state.now === 'running' ? (
        <Running since={state.since} onStop={() => running.current?.abort()} />
      ) : (
        <Button onClick={() => void start()}>{t('admin.history.do')}</Button>
      )}
      <div role="status">
        {state.now === 'done' && <Result result={state.result} />}
        {state.now === 'stopped' && t('admin.history.stopped')}
      </div>
      {state.now === 'failed' && <Refused error={state.error} />}
    </section>
  )
}

function Running(props: { since: number; onStop: () => void }) {
  const t = useText()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - props.since) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [props.since])
  return (
    <div className="stack checking">
      <Progress value={100} animated aria-label={t('admin.history.running')} />
      <div className="row">
        <span>{t('admin.history.seconds', { n: seconds })}</span>
        <Button variant="default" onClick={props.onStop}>
          {t('figures.stop')}
        </Button>
      </div>
    </div>
  )
}

function Result({ result }: { result: calls.Verification }) {
  const t = useText()
  const labels = useLabels()
  const { checked, broken } = result
  if (broken === null) {
    return (
      <div className="notice done">
        <IconCircleCheck size={20} aria-hidden />
        <p>{t('admin.history.whole', { n: checked })}</p>
      </div>
    )
  }
  return (
    <div className="notice stop" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p>{t('admin.history.broken', { type: labels.type(broken.type), n: broken.version, why: broken.why })}</p>
        <p>
          <bdi className="id">{broken.record}</bdi>
        </p>
      </div>
    </div>
  )
}
