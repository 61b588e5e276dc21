import { Button, Select, Switch } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import type { Problem } from '#changes/change.ts'
import type { Content, Value } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { creating, isSaved, newId, send } from '../api/push.ts'
import { FieldInput } from '../form/field-input.tsx'
import { localToday } from '../form/today.ts'
import { became } from '../leads/became.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { useOffices } from '../shell/offices.ts'
import { usePageKind } from '../shell/title.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'
import { takePending } from './pending.ts'
import { PossiblySame } from './possibly-same.tsx'

const named = ['givenNames', 'familyNames', 'preferredName', 'birthDate'] as const
const known = ['sex', 'nationality', 'languages'] as const
const asked = ['ageAtAssistance', 'ageBasis', 'category', 'referralSource'] as const

type Draft = Readonly<{ person: Content; case: Content; consent: Content }>

/** A person and a case in one push. Names are a choice: help under a code asks for none. */
export function RegisterPage() {
  usePageKind('title.register')
  const t = useText()
  const d = useDictionary()
  const me = useMe()
  const go = useNavigate()
  const say = useProblemText()
  const labels = useLabels()
  const permissions = usePermissions()
  const offices = useOffices()
  const first = useWritingOffice('case')
  const { lead, call } = useSearch({ strict: false }) as { lead?: string; call?: string }
  const [office, setOffice] = useState<string | null>(first)
  const [underCode, setUnderCode] = useState(false)
  const [draft, setDraft] = useState<Draft>(() => ({
    person: {},
    case: { category: 'vulnerable_migrant' },
    consent: {},
  }))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [unlinked, setUnlinked] = useState(false)
  const [ids] = useState(() => ({ person: newId(), case: newId(), consent: newId() }))
  const chosen = office ?? first

  // The words just searched for are most likely the name; a number is not.
  useEffect(() => {
    const words = takePending()
    if (words === '' || /\d/.test(words)) return
    const [given = '', ...rest] = words.split(/\s+/)
    // oxlint-disable-next-line react/set-state-in-effect -- once, for the words that were searched for
    setDraft(before => ({
      ...before,
      person: { ...before.person, givenNames: given, ...(rest.length > 0 ? { familyNames: rest.join(' ') } : {}) },
    }))
  }, [])

  const mine = useMemo(
    () =>
      offices.all.filter(
        each => permissions.writable('case', { office: each.id, own: true }).size > 0 && each.kind !== 'outside_source',
      ),
    [offices, permissions],
  )
  if (chosen === null) return <p>{t('problem.not_allowed')}</p>

  if (unlinked) {
    return (
      <div className="column reading">
        <h1>{t('register.title')}</h1>
        <div className="notice care" role="alert">
          <p>{t('register.unlinked')}</p>
        </div>
        <p>
          <Link to="/cases/$id" params={{ id: ids.case }}>
            {t('leads.case')}
          </Link>
        </p>
      </div>
    )
  }

  const set = (type: keyof Draft, name: string, value: Value) => {
    setDraft(before => ({ ...before, [type]: { ...before[type], [name]: value } }))
    setProblems(before => before.filter(problem => problem.field !== name))
  }
  const ask = (type: keyof Draft, names: readonly string[]) => {
    const classes = permissions.writable(type, { office: chosen, own: true })
    return names.map(name => {
      const field = fieldOf(d, type, name)
      return field && classes.has(field.class) ? (
        <FieldInput
          key={name}
          type={type}
          name={name}
          field={field}
          value={draft[type][name]}
          problem={problems.find(problem => problem.field === name)}
          onChange={value => set(type, name, value)}
        />
      ) : null
    })
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const today = localToday()
    const person = answered(underCode ? without(draft.person, named) : draft.person)
    const kase = answered({ ...draft.case, registeredOn: today, status: 'active', caseworker: me.id })
    const consent = answered(draft.consent)
    const own = [...checkContent(d, 'person', person), ...checkContent(d, 'case', kase)]
    setProblems(own)
    setError(null)
    if (own.length > 0) return
    setBusy(true)
    try {
      const place = { office: chosen, person: ids.person, case: ids.case }
      const results = await send([
        creating('person', { ...place, case: null }, person, d.version, ids.person),
        creating('case', place, kase, d.version, ids.case),
        ...(underCode && consent.decision !== undefined
          ? [creating('consent', place, { purpose: 'data', givenOn: today, ...consent }, d.version, ids.consent)]
          : []),
      ])
      const wrong = results.filter(result => !isSaved(result))
      setProblems(wrong.flatMap(result => result.problems))
      if (wrong.length > 0) return
      if (lead && !(await became('lead', lead, ids.case, d.version))) return setUnlinked(true)
      if (call && !(await became('call', call, ids.case, d.version))) return setUnlinked(true)
      await go({ to: underCode ? '/cases/$id/card' : '/cases/$id', params: { id: ids.case }, replace: true })
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="column reading">
      <h1>{t('register.title')}</h1>
      <p>{t('register.about')}</p>
      <form className="record-form" onSubmit={submit} noValidate>
        {mine.length > 1 && (
          <Select
            label={t('register.office')}
            data={mine.map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            allowDeselect={false}
            value={chosen}
            onChange={setOffice}
          />
        )}
        <Switch
          size="md"
          label={t('register.underCode')}
          description={t('register.underCodeHelp')}
          checked={underCode}
          onChange={event => setUnderCode(event.currentTarget.checked)}
        />
        {underCode ? (
          <div className="stack-fields">
            <FieldInput
              type="consent"
              name="decision"
              label={t('register.dataConsent')}
              field={fieldOf(d, 'consent', 'decision') ?? { kind: 'code', label: '', class: 'open' }}
              value={draft.consent.decision}
              onChange={value => set('consent', 'decision', value)}
            />
          </div>
        ) : (
          <fieldset className="stack-fields">
            <legend>{labels.section('names')}</legend>
            {ask('person', named)}
          </fieldset>
        )}
        <fieldset className="stack-fields">
          <legend>{labels.section('profile')}</legend>
          {ask('person', known)}
        </fieldset>
        {!underCode && permissions.may('search_names') && <PossiblySame person={draft.person} />}
        <fieldset className="stack-fields">
          <legend>{labels.type('case')}</legend>
          {ask('case', asked)}
        </fieldset>
        {problems.some(problem => problem.field === undefined) && (
          <div className="notice stop" role="alert">
            <p>{problems.map(say).join(' ')}</p>
          </div>
        )}
        <Refused error={error} />
        <div className="form-end">
          <Button type="submit" loading={busy}>
            {t('register.do')}
          </Button>
          <Button variant="subtle" onClick={() => void go({ to: '/find' })}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </div>
  )
}

const answered = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null && value !== undefined))

const without = (content: Content, names: readonly string[]): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)))
