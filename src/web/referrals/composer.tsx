import { Button } from '@mantine/core'
import { useRef } from 'react'
import { minimumFor } from '#casework/referral/minimum-data.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { isSaved } from '../api/push.ts'
import type { OpenCase } from '../case/use-case.ts'
import { useDirectory } from '../directory/use-directory.ts'
import { FieldInput } from '../form/field-input.tsx'
import { localToday } from '../form/today.ts'
import { useRecordDraft } from '../form/use-record-draft.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import { Gate } from './gate.tsx'
import { Leaving } from './leaving.tsx'
import { RecipientStep } from './recipient-step.tsx'
import { readableItems, sendingProblems, sent } from './sending.ts'
import { SharedStep } from './shared-step.tsx'

/** Writing a referral: for what, to whom, what they get to know; then what leaves, and whether it may. */
export function Composer(props: { open: OpenCase; draft: RecordView | null; onClose: () => void }) {
  const { open, draft: seen } = props
  const t = useText()
  const d = useDictionary()
  const say = useProblemText()
  const directory = useDirectory()
  const gate = useRef<HTMLDivElement>(null)
  const draft = useRecordDraft({
    type: 'referral',
    key: seen?.id ?? `new referral ${open.id}`,
    seen,
    place: open.place,
    initial: {},
  })
  const { content } = draft
  const need = fieldOf(d, 'referral', 'need')
  const problems = sendingProblems({ d, open, draft: seen, content, directory })
  const put = (set: Content) => {
    for (const [name, value] of Object.entries(set)) draft.set(name, value ?? null)
  }
  const save = async (set: Content) => {
    const result = await draft.save(set)
    if (result && isSaved(result)) props.onClose()
  }
  const sendNow = () => (problems.length > 0 ? gate.current?.focus() : void save(sent(localToday())))
  return (
    <section className="sheet composer" aria-label={t('referral.new')}>
      <h2>{t(seen ? 'referral.draft' : 'referral.new')}</h2>
      {need && (
        <FieldInput
          type="referral"
          name="need"
          field={need}
          value={content.need}
          onChange={value => {
            const minimum = new Set<string>(minimumFor(value ?? undefined))
            const shared = readableItems(d, open).filter(item => item !== 'message' && minimum.has(item))
            put({ need: value, shared: content.details ? [...shared, 'message'] : shared })
          }}
        />
      )}
      <RecipientStep open={open} content={content} onChange={put} />
      <SharedStep open={open} content={content} problems={draft.problems} onChange={put} />
      <Leaving open={open} content={content} />
      <div ref={gate} tabIndex={-1} role="group" aria-label={t('gate.label')}>
        <Gate open={open} draft={seen} content={content} problems={problems} />
      </div>
      {draft.problems.length > 0 && (
        <ul className="notice stop" role="alert">
          {draft.problems.map(problem => (
            <li key={problem.code + (problem.field ?? '')}>{say(problem)}</li>
          ))}
        </ul>
      )}
      <Refused error={draft.error} />
      <div className="form-end">
        <Button loading={draft.busy} onClick={sendNow}>
          {t('referral.send')}
        </Button>
        <Button variant="default" loading={draft.busy} onClick={() => void save({ state: 'drafted' })}>
          {t('referral.keep')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            draft.discard()
            props.onClose()
          }}
        >
          {t('form.cancel')}
        </Button>
      </div>
    </section>
  )
}
