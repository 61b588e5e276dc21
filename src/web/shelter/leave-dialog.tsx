import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { Content } from '#dictionary/answer.ts'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import { changing, isSaved, send } from '../api/push.ts'
import { FieldInput } from '../form/field-input.tsx'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'

const asked = ['until', 'exitReason', 'exitNote'] as const

/** Leaving is a right: the answer that needs no reason stands there already. */
export function LeaveDialog(props: { stay: RecordView; onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const say = useProblemText()
  useReturnFocus()
  const phone = useMediaQuery('(max-width: 48em)')
  const [set, setSet] = useState<Content>(() => ({ until: localToday(), exitReason: 'own_choice' }))
  const [refused, setRefused] = useState<ChangeResult | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const [result] = await send([changing(props.stay, set, d.version)])
      if (isSaved(result) || result?.status === 'conflict') props.onClose()
      else setRefused(result ?? null)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const elsewhere = (refused?.problems ?? []).filter(({ field }) => !asked.some(name => name === field))
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      fullScreen={phone ?? false}
      title={t('shelter.leave')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className="record-form" onSubmit={event => void save(event)} noValidate>
        <p>{t('shelter.leaveAbout')}</p>
        <div className="stack-fields">
          {asked.map(name => {
            const field = fieldOf(d, 'stay', name)
            return field ? (
              <FieldInput
                key={name}
                type="stay"
                name={name}
                field={field}
                value={set[name]}
                problem={refused?.problems.find(problem => problem.field === name)}
                onChange={value => setSet(before => ({ ...before, [name]: value }))}
              />
            ) : null
          })}
        </div>
        {elsewhere.length > 0 && (
          <div className="notice stop" role="alert">
            <ul>
              {elsewhere.map(problem => (
                <li key={problem.code}>{say(problem)}</li>
              ))}
            </ul>
          </div>
        )}
        <Refused error={error} />
        <div className="form-end">
          <Button type="submit" loading={busy}>
            {t('shelter.leaveSave')}
          </Button>
          <Button variant="subtle" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
