import { Button, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { consentInForce } from '#casework/consent.ts'
import { sharingCodes } from '#casework/rights/sharing.ts'
import { approvalFor, isApproved } from '#casework/teamwork/approval.ts'
import type { Problem, RecordView } from '#changes/change.ts'
import { type Content, plainText } from '#dictionary/answer.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { RefusalError } from '../api/client.ts'
import { creating, isSaved, send } from '../api/push.ts'
import { RecordDialog } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'

/** May it leave? Why not, in words, with what to do about it; or what it rests on. */
export function Gate(props: {
  open: OpenCase
  draft: RecordView | null
  content: Content
  problems: readonly Problem[]
}) {
  const t = useText()
  const say = useProblemText()
  const [doing, setDoing] = useState<'consent' | 'exception' | null>(null)
  const { open, draft, content, problems } = props
  const consent = problems.some(({ code }) => (sharingCodes as readonly string[]).includes(code))
  if (problems.length === 0) return <RestsOn open={open} draft={draft} content={content} />
  // Before there is a recipient nothing is refused: it is not finished.
  const [first] = problems
  if (first && problems.every(({ code }) => code === 'referral_incomplete'))
    return <p className="quiet">{say(first)}</p>
  const asked = draft ? approvalFor(open.file, 'consent_override', draft.id) : null
  return (
    <div className="notice stop">
      <IconAlertTriangle size={20} aria-hidden />
      <div className="stack">
        <p>{t('gate.closed')}</p>
        <ul>
          {problems.map(problem => (
            <li key={`${problem.code}-${problem.field ?? ''}`}>
              {say(problem)} <Lacks problem={problem} />
            </li>
          ))}
        </ul>
        {consent && asked?.content.state === 'waiting' && <p>{t('gate.waits')}</p>}
        <div className="row">
          {consent && open.writable('consent').has('open') && (
            <Button variant="default" onClick={() => setDoing('consent')}>
              {t('gate.askPerson')}
            </Button>
          )}
          {consent && draft && asked?.content.state !== 'waiting' && open.writable('approval').has('open') && (
            <Button variant="subtle" onClick={() => setDoing('exception')}>
              {t('gate.askException')}
            </Button>
          )}
          {problems.some(({ code }) => code === 'referral_no_agreement') && (
            <Link to="/directory">{t('gate.directory')}</Link>
          )}
        </div>
        {consent && !draft && <p className="small">{t('gate.exceptionAfterDraft')}</p>}
      </div>
      {doing === 'consent' && (
        <RecordDialog
          open={open}
          editing={{ type: 'consent', record: null, initial: consentTo(content) }}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'exception' && draft && <AskException open={open} of={draft.id} onClose={() => setDoing(null)} />}
    </div>
  )
}

const consentTo = (content: Content): Content => ({
  purpose: 'sharing',
  recipientKind: content.recipientKind ?? null,
  recipientOrganisation: content.recipientOrganisation ?? null,
  givenOn: localToday(),
})

/** For a child two answers are needed; which of them is missing. */
function Lacks({ problem }: { problem: Problem }) {
  const labels = useLabels()
  const lacks = plainText(problem.details?.lacks ?? null).split(' ')
  const fields = [
    ...(lacks.includes('guardian') ? ['guardianConsent'] : []),
    ...(lacks.includes('assent') ? ['childAssent'] : []),
  ]
  return fields.map(field => labels.field('consent', field)).join(', ')
}

function RestsOn({ open, draft, content }: { open: OpenCase; draft: RecordView | null; content: Content }) {
  const t = useText()
  const { state, record } = consentInForce(open.file, 'sharing', {
    recipientKind: plainText(content.recipientKind),
    organisation: plainText(content.recipientOrganisation) || null,
    today: localToday(),
  })
  const exception = state !== 'yes' && draft !== null && isApproved(open.file, 'consent_override', draft.id)
  return (
    <div className="notice done">
      <IconShieldCheck size={20} aria-hidden />
      <p>
        {exception ? (
          t('gate.exception')
        ) : (
          <>
            {t('gate.consent')} <SayValue type="consent" field="givenOn" value={record?.content.givenOn} />
          </>
        )}
      </p>
    </div>
  )
}

/** A second person decides; they need the reason and the rule it rests on. */
function AskException(props: { open: OpenCase; of: string; onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const [reason, setReason] = useState('')
  const [ground, setGround] = useState('')
  useReturnFocus()
  const ask = async () => {
    const set = {
      kind: 'consent_override',
      of: props.of,
      state: 'waiting',
      askedOn: localToday(),
      reason: reason.trim(),
      legalGround: ground.trim(),
    }
    const [result] = await send([creating('approval', props.open.place, set, d.version)])
    if (result && !isSaved(result))
      throw new RefusalError(400, { code: 'invalid', message: '', problems: [...result.problems] })
    props.onClose()
  }
  return (
    <FormDialog
      title={t('gate.askException')}
      submit={t('gate.askException')}
      disabled={reason.trim() === '' || ground.trim() === ''}
      onSubmit={ask}
      onClose={props.onClose}
    >
      <p>{t('gate.exceptionAbout')}</p>
      {(
        [
          ['reason', reason, setReason],
          ['legalGround', ground, setGround],
        ] as const
      ).map(([field, value, set]) => (
        <Textarea
          key={field}
          label={labels.field('approval', field)}
          autosize
          minRows={2}
          value={value}
          onChange={event => set(event.currentTarget.value)}
        />
      ))}
    </FormDialog>
  )
}
