import { Button, Checkbox, Modal, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { tellable, tellings } from '#casework/tracing/telling.ts'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import { offeredCodes } from '#dictionary/dictionary.ts'
import { changing, isSaved, send } from '../api/push.ts'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'

/** What may be told to whom: what is held back is shown with its reason, and cannot be ticked. */
export function TellDialog(props: { open: OpenCase; result: RecordView; asks: string; onClose: () => void }) {
  const { open, result } = props
  useReturnFocus()
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const say = useProblemText()
  const phone = useMediaQuery('(max-width: 48em)')
  const [to, setTo] = useState<string | null>(props.asks || null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<ChangeResult | null>(null)
  const today = localToday()
  const content = { ...result.content, sharedWith: to }
  const list = to === null ? [] : tellable(open.file, { content, of: result.id, today })
  const shared = tellings.filter(
    telling => ticked.has(telling) && list.some(each => each.telling === telling && each.problem === null),
  )
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      const set = { sharedWith: to, sharedOn: today, shared: [...shared] }
      const [answer] = await send([changing(result, set, d.version)])
      if (isSaved(answer)) props.onClose()
      else setRefused(answer ?? null)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      fullScreen={phone ?? false}
      title={t('tracing.tellTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="stack">
        <p className="quiet">{t('tracing.tellAbout')}</p>
        <Select
          label={t('tracing.toWhom')}
          data={offeredCodes(d, 'tracing_requester').map(({ code }) => ({
            value: code,
            label: labels.code('tracing_requester', code),
          }))}
          value={to}
          onChange={setTo}
          allowDeselect={false}
        />
        {to !== null && (
          <fieldset className="stack tellings">
            <legend>{t('tracing.what')}</legend>
            {list.map(({ telling, problem }) => (
              <Checkbox
                key={telling}
                label={labels.code('tracing_content', telling)}
                description={problem && t('tracing.held', { reason: say(problem) })}
                disabled={problem !== null}
                checked={problem === null && ticked.has(telling)}
                onChange={event => {
                  const next = new Set(ticked)
                  if (event.currentTarget.checked) next.add(telling)
                  else next.delete(telling)
                  setTicked(next)
                }}
              />
            ))}
          </fieldset>
        )}
        {refused && (
          <div className="notice stop" role="alert">
            <ul>
              {refused.problems.map(problem => (
                <li key={problem.code}>{say(problem)}</li>
              ))}
            </ul>
          </div>
        )}
        <Refused error={error} />
        <div className="row">
          <Button loading={busy} disabled={to === null || shared.length === 0} onClick={() => void save()}>
            {t('tracing.tellSave')}
          </Button>
          <Button variant="subtle" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
