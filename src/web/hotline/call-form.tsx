import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Value } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { FieldInput } from '../form/field-input.tsx'
import { localToday } from '../form/today.ts'
import { type RecordDraft, useRecordDraft } from '../form/use-record-draft.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'
import { Chips } from './chips.tsx'
import { CallerCode } from './caller-code.tsx'
import { CallTimer, useCallClock } from './call-timer.tsx'

/** Kept in memory for the shift: most callers of one line speak one language. */
const usual: { language: Value; channel: Value } = { language: null, channel: 'telephone' }

/** One contact. A simple call takes three taps: what it was about, who called, save. Everything else is there when needed. */
export function CallForm(props: { office: string; onSaved: () => void }) {
  const t = useText()
  const labels = useLabels()
  const say = useProblemText()
  const clock = useCallClock()
  const [more, setMore] = useState(false)
  const draft = useRecordDraft({
    type: 'call',
    key: `new call ${props.office}`,
    seen: null,
    place: { office: props.office, person: null, case: null },
    initial: { receivedOn: localToday(), state: 'done', ...usual },
  })
  const { content } = draft
  const answer = (name: string, value: Value) => {
    clock.begin()
    draft.set(name, value)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await draft.save({ minutes: clock.minutes() })
    if (!result) return setMore(true)
    usual.language = content.language ?? null
    usual.channel = content.channel ?? 'telephone'
    draft.discard()
    props.onSaved()
  }
  const callsBack = content.state === 'call_back'
  const shown = new Set([...inside, ...(more || callsBack ? beside : []), 'callBackNumber'])
  const elsewhere = draft.problems.filter(({ field }) => field === undefined || !shown.has(field))
  const put = { draft, answer }
  return (
    <form className="call-form record-form" onSubmit={submit} noValidate aria-label={t('hotline.form')}>
      <div className="safety">
        <Said name="safeNow" {...put} label={t('hotline.safe')} />
        <CallTimer clock={clock} />
      </div>
      {(content.safeNow === 'no' || content.safeNow === 'listened') && (
        <div className="notice care" role="status">
          <IconAlertTriangle size={20} aria-hidden />
          <p>{t('hotline.unsafeNow')}</p>
        </div>
      )}
      <Said name="topics" {...put} />
      <Said name="caller" {...put} />
      <Said name="danger" {...put} />
      <Said name="state" {...put} without={['left']} />
      {(more || callsBack) && <CallBack {...put} />}
      {more && (
        <>
          <CallerCode office={props.office} caller={content.repeatCaller} onFound={id => answer('repeatCaller', id)} />
          {beside
            .filter(name => !callBack.includes(name))
            .map(name => (
              <Typed key={name} name={name} {...put} />
            ))}
        </>
      )}
      {elsewhere.length > 0 && (
        <div className="notice stop" role="alert">
          <ul>
            {elsewhere.map(problem => (
              <li key={problem.code + (problem.field ?? '')}>
                {problem.field ? `${labels.field('call', problem.field)}: ` : ''}
                {say(problem)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Refused error={draft.error} />
      <div className="form-end">
        <Button type="submit" loading={draft.busy}>
          {t('hotline.save')}
        </Button>
        <Button variant="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? 'hotline.less' : 'hotline.more')}
        </Button>
      </div>
    </form>
  )
}

const inside = ['safeNow', 'topics', 'caller', 'danger', 'state']
const callBack = ['numberConsent', 'unsafeFrom', 'unsafeUntil', 'callBackOn', 'callBackAt']
const beside = [...callBack, 'channel', 'language', 'referredFor', 'provider', 'note']

interface Put {
  readonly draft: RecordDraft
  readonly answer: (name: string, value: Value) => void
}

/** The number is asked for only where it may be kept; there is no box for it otherwise. */
function CallBack(props: Put) {
  const agreed = props.draft.content.numberConsent === 'agreed'
  const t = useText()
  return (
    <fieldset className="stack-fields">
      <legend>{t('hotline.callBack')}</legend>
      <Said
        name="numberConsent"
        draft={props.draft}
        answer={(name, value) => {
          if (value !== 'agreed') props.answer('callBackNumber', null)
          props.answer(name, value)
        }}
      />
      {agreed && <Typed name="callBackNumber" {...props} />}
      {callBack.slice(1).map(name => (
        <Typed key={name} name={name} {...props} />
      ))}
    </fieldset>
  )
}

function Typed({ name, draft, answer }: Put & { name: string }) {
  const d = useDictionary()
  const field = fieldOf(d, 'call', name)
  if (!field) return null
  return (
    <FieldInput
      type="call"
      name={name}
      field={field}
      value={draft.content[name]}
      problem={draft.problems.find(problem => problem.field === name)}
      onChange={value => answer(name, value)}
    />
  )
}

function Said({ name, draft, answer, ...more }: Put & { name: string; label?: string; without?: readonly string[] }) {
  return (
    <Chips
      name={name}
      value={draft.content[name]}
      problem={draft.problems.find(each => each.field === name)}
      onChange={value => answer(name, value)}
      {...more}
    />
  )
}
