import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { readChild } from '#casework/age.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { OpenCase } from '../case/use-case.ts'
import { FieldInput } from '../form/field-input.tsx'
import { localToday } from '../form/today.ts'
import { useRecordDraft } from '../form/use-record-draft.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'
import { ReadAloud } from './read-aloud.tsx'

const explained = [
  'informedOfPurpose',
  'informedOfUse',
  'informedOfResearch',
  'informedOfAccess',
  'informedOfRetention',
  'informedOfWithdrawal',
] as const
const child = ['guardianConsent', 'childAssent'] as const
const setting = ['language', 'interpreter', 'form', 'present'] as const

/** The seven questions, before anything else is asked. What was explained first, then the person's own yes or no. */
export function ConsentStep({ open }: { open: OpenCase }) {
  const t = useText()
  const d = useDictionary()
  const go = useNavigate()
  const say = useProblemText()
  const { child: isChild } = readChild(open.file)
  const draft = useRecordDraft({
    type: 'consent',
    key: `consent interview ${open.id}`,
    seen: null,
    place: open.place,
    initial: { purpose: 'interview', givenOn: localToday() },
  })
  const classes = open.writable('consent')
  const ask = (name: string, size?: 'large') => {
    const field = fieldOf(d, 'consent', name)
    return field && classes.has(field.class) ? (
      <FieldInput
        key={name}
        type="consent"
        name={name}
        field={field}
        value={draft.content[name]}
        problem={draft.problems.find(problem => problem.field === name)}
        onChange={value => draft.set(name, value)}
        size={size}
      />
    ) : null
  }
  const answer = draft.content.agreesToInterview
  const save = async () => {
    // A child's interview rests on two yeses; the person's own answer is the decision all the same.
    const decision = answer === 'yes' || answer === 'no' ? { decision: answer } : {}
    await draft.save({ purpose: 'interview', givenOn: draft.content.givenOn ?? localToday(), ...decision })
  }
  return (
    <div className="column reading-width">
      <h1>{t('consent.title')}</h1>
      <p>{t('consent.about')}</p>
      <ReadAloud spoken={spokenBy(open, draft.content['language'])} />
      <section className="stack-fields">
        <h2>{t('consent.explained')}</h2>
        {explained.map(name => ask(name))}
      </section>
      {isChild && (
        <section className="stack-fields">
          <h2>{t('consent.child')}</h2>
          <p>{t('consent.childAbout')}</p>
          {child.map(name => ask(name))}
        </section>
      )}
      <section className="stack-fields">
        <h2>{t('consent.answer')}</h2>
        {ask('agreesToInterview', 'large')}
      </section>
      <details>
        <summary>{t('consent.setting')}</summary>
        <div className="stack-fields">{setting.map(name => ask(name))}</div>
      </details>
      {draft.problems
        .filter(problem => problem.field === undefined)
        .map(problem => (
          <p key={problem.code} className="meaning stop">
            {say(problem)}
          </p>
        ))}
      <Refused error={draft.error} />
      <div className="form-end">
        <Button loading={draft.busy} disabled={answer === undefined || answer === null} onClick={() => void save()}>
          {t('consent.save')}
        </Button>
        <Button variant="subtle" onClick={() => void go({ to: '/cases/$id', params: { id: open.id } })}>
          {t('interview.back')}
        </Button>
      </div>
    </div>
  )
}

/** The language chosen for this consent, else the first that the person speaks. */
function spokenBy({ file }: OpenCase, chosen: unknown): string | null {
  if (typeof chosen === 'string') return chosen
  const known = file.person?.content['languages']
  const [first] = Array.isArray(known) ? known : []
  return typeof first === 'string' ? first : null
}
