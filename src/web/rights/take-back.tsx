import { Button, Checkbox } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { isAnswered } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { FormDialog } from '../administration/dialog.tsx'
import { changing, isSaved, send } from '../api/push.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import './rights.css'

/** Taking consent back is one act, as easy as giving it: which yes, from today on. */
export function TakeBack({ open }: { open: OpenCase }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  if (open.writable('consent').size === 0 || given(open).length === 0) return null
  return (
    <div>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconHandStop size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('consent.takeBack')}
      </Button>
      {asking && <Which open={open} onClose={() => setAsking(false)} />}
    </div>
  )
}

const given = ({ file }: OpenCase): readonly RecordView[] =>
  file.records.filter(
    ({ type, content }) =>
      type === 'consent' &&
      (content.decision === 'yes' || content.agreesToInterview === 'yes') &&
      !isAnswered(content.withdrawnOn),
  )

function Which({ open, onClose }: { open: OpenCase; onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const say = useProblemText()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<readonly { code: string }[]>([])
  useReturnFocus()
  const records = given(open)
  const take = async () => {
    const withdrawn = records.filter(({ id }) => ticked.has(id))
    const results = await send(withdrawn.map(record => changing(record, { withdrawnOn: localToday() }, d.version)))
    const problems = results.filter(result => !isSaved(result)).flatMap(({ problems: each }) => each)
    if (problems.length === 0) onClose()
    else setRefused(problems)
  }
  return (
    <FormDialog
      title={t('consent.takeBackTitle')}
      submit={t('consent.takeBackNow')}
      disabled={ticked.size === 0}
      onSubmit={take}
      onClose={onClose}
    >
      <p>{t('consent.takeBackAbout')}</p>
      <ul className="take-back">
        {records.map(({ id, content }) => (
          <li key={id}>
            <Checkbox
              label={
                <>
                  <SayValue type="consent" field="purpose" value={content.purpose} />
                  {content.recipientKind !== undefined && (
                    <>
                      {': '}
                      <SayValue type="consent" field="recipientKind" value={content.recipientKind} />
                    </>
                  )}
                  {' · '}
                  <SayValue type="consent" field="givenOn" value={content.givenOn} />
                </>
              }
              checked={ticked.has(id)}
              onChange={event => {
                const on = event.currentTarget.checked
                setTicked(now => (on ? new Set([...now, id]) : new Set([...now].filter(each => each !== id))))
              }}
            />
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <div className="notice stop" role="alert">
          <ul>
            {refused.map(problem => (
              <li key={problem.code}>{say(problem)}</li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  )
}
