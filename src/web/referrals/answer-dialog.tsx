import { Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { offeredCodes } from '#dictionary/dictionary.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { OneOf } from '../form/choices.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import type { Answer } from './calls.ts'

/** Declining says why; done says how it went. Nothing else is asked. */
export function AnswerDialog(props: {
  state: 'declined' | 'done'
  onAnswer: (said: Answer) => Promise<unknown>
  onClose: () => void
}) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const id = useId()
  const [reason, setReason] = useState<string | null>(null)
  const [feedback, setFeedback] = useState('')
  const { state } = props
  useReturnFocus()
  const submit = async () => {
    await props.onAnswer({
      state,
      ...(reason === null ? {} : { declineReason: reason }),
      ...(feedback.trim() === '' ? {} : { feedback: feedback.trim() }),
    })
    props.onClose()
  }
  return (
    <FormDialog
      title={t(`referral.${state}.title`)}
      submit={t(`referral.${state}.submit`)}
      disabled={state === 'declined' && reason === null}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {state === 'declined' && (
        <div className="stack">
          <div className="field-label" id={id}>
            {labels.field('referral', 'declineReason')}
          </div>
          <OneOf
            labelledBy={id}
            choices={offeredCodes(d, 'decline_reason').map(({ code }) => ({
              value: code,
              label: labels.code('decline_reason', code),
            }))}
            value={reason}
            onChange={setReason}
          />
        </div>
      )}
      <Textarea
        label={labels.field('referral', 'feedback')}
        description={t('referral.feedbackHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        value={feedback}
        onChange={event => setFeedback(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
