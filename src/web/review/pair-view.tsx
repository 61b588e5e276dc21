import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Verdict, verdicts } from '#casework/review/verdict.ts'
import { newId } from '../api/push.ts'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { Known } from './known.tsx'
import { Sides } from './sides.tsx'
import { useKeys } from './use-keys.ts'
import { Waterfall } from './waterfall.tsx'

const keys: Readonly<Record<Verdict, string>> = { same: 's', not_same: 'd', cannot_decide: 'c' }

/**
 * One pair: first both records alone, and what the reviewer thinks of them; then what the model thinks, and the verdict. Nothing is
 * written before the second step.
 */
export function PairView(props: {
  id: string
  onDone: (state: calls.Reply['state']) => void
  onSkip: (() => void) | null
}) {
  const t = useText()
  const [look, setLook] = useState<Verdict | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [reason, setReason] = useState('')
  // The same ids however often it is sent: a lost answer makes no second verdict.
  const ids = useRef({ id: newId(), record: newId() })
  const pair = useQuery({ queryKey: ['review', 'pair', props.id], queryFn: () => calls.pair(props.id), gcTime: 0 })
  const shown = look !== null || pair.data?.decided === true
  const evidence = useQuery({
    queryKey: ['review', 'evidence', props.id],
    queryFn: () => calls.evidence(props.id),
    enabled: shown && pair.data !== undefined,
    gcTime: 0,
  })
  const give = useMutation({
    mutationFn: (said: Verdict) =>
      calls.give(props.id, {
        ...ids.current,
        verdict: said,
        firstLook: look ?? said,
        ...(reason.trim() === '' ? {} : { reason: reason.trim().replaceAll(/\s+/g, ' ') }),
      }),
    onSuccess: ({ state }) => props.onDone(state),
  })
  const back = useMutation({
    mutationFn: () => calls.takeBack(props.id, ids.current.id),
    onSuccess: ({ state }) => props.onDone(state),
  })
  const open = pair.data !== undefined && !pair.data.decided && !give.isPending
  const choose = (said: Verdict) => (look === null ? setLook(said) : setVerdict(said))
  const said = verdict ?? look
  const { onSkip } = props
  const acts: Record<string, () => void> = {}
  if (open) for (const each of verdicts) acts[keys[each]] = () => choose(each)
  if (open && evidence.data && said !== null) acts.enter = () => give.mutate(said)
  if (onSkip) acts.n = onSkip
  useKeys(acts)
  if (pair.error)
    return (
      <div className="stack">
        <Refused error={pair.error} />
        {onSkip && (
          <div>
            <Button variant="default" onClick={onSkip}>
              {t('review.later')}
            </Button>
          </div>
        )}
      </div>
    )
  if (!pair.data) return <Waiting lines={8} />
  return (
    <article className="pair stack" data-pair={props.id}>
      <Sides pair={pair.data} parts={evidence.data?.parts ?? null} />
      {pair.data.decided ? null : (
        <fieldset className="section verdicts">
          <legend>{t(look === null ? 'review.lookFirst' : 'review.andNow')}</legend>
          {look === null && <p className="quiet">{t('review.lookAbout')}</p>}
          {pair.data.sampled && <p className="quiet small">{t('review.sampled')}</p>}
          <div className="row">
            {verdicts.map(each => (
              <Button
                key={each}
                variant={said === each ? 'filled' : 'default'}
                aria-pressed={said === each}
                disabled={!open}
                onClick={() => choose(each)}
              >
                {t(`review.verdict.${each}`)}
                <kbd aria-hidden>{keys[each].toUpperCase()}</kbd>
              </Button>
            ))}
            {onSkip && (
              <Button variant="subtle" onClick={onSkip}>
                {t('review.later')}
                <kbd aria-hidden>N</kbd>
              </Button>
            )}
          </div>
          {look !== null && (
            <>
              <Textarea
                label={t('review.reason')}
                description={t('review.reasonAbout')}
                value={reason}
                maxLength={2_000}
                autosize
                minRows={2}
                onChange={event => setReason(event.currentTarget.value)}
              />
              <div className="row">
                <Button
                  disabled={!evidence.data || give.isPending || said === null}
                  loading={give.isPending}
                  onClick={() => said && give.mutate(said)}
                >
                  {t('review.keep')}
                  <kbd aria-hidden>↵</kbd>
                </Button>
              </div>
            </>
          )}
          <Refused error={give.error} />
        </fieldset>
      )}
      {pair.data.said.length > 0 && (
        <section className="section" aria-labelledby="review-said">
          <h2 id="review-said">{t('review.said')}</h2>
          <ul className="plain">
            {pair.data.said.map(({ by, verdict: given, at }) => (
              <li key={`${by} ${at}`}>
                {t('review.saidBy', { who: by, verdict: t(`review.verdict.${given}`) })}{' '}
                <span className="quiet small">
                  <When at={at} />
                </span>
              </li>
            ))}
          </ul>
          {pair.data.decided && (
            <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
              {t('review.takeBack')}
            </Button>
          )}
          <Refused error={back.error} />
        </section>
      )}
      {shown && evidence.isPending && <Waiting lines={6} />}
      <Refused error={evidence.error} />
      {evidence.data && (
        <div className="evidence-of-pair">
          <Waterfall evidence={evidence.data} />
          <Known evidence={evidence.data} pair={pair.data} />
        </div>
      )}
    </article>
  )
}
