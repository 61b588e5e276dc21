import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { stubOf } from '#casework/incident/stubs.ts'
import type { Change, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { creating, isSaved, newId, send } from '../api/push.ts'
import { FieldInput } from '../form/field-input.tsx'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'

/** As many as one push holds, three records each. */
const most = 60

/** Opens N cases at once from what is common. Sent again after a broken connection they are the same cases, not others. */
export function AddPersons({ incident, first }: { incident: RecordView; first: boolean }) {
  const t = useText()
  const d = useDictionary()
  const say = useProblemText()
  const [shown, setShown] = useState(first)
  const [count, setCount] = useState('')
  const [group, setGroup] = useState<Content>({})
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const prepared = useRef<{ readonly of: string; readonly changes: readonly Change[] } | null>(null)
  const n = /^\d{1,3}$/.test(count) ? Number(count) : 0
  const valid = n >= 1 && n <= most

  const open = async (event: FormEvent) => {
    event.preventDefault()
    setWrong(!valid)
    setOpened(null)
    if (!valid) return
    const of = JSON.stringify([n, group])
    if (prepared.current?.of !== of) prepared.current = { of, changes: changesFor(incident, group, { n, d }) }
    setBusy(true)
    setError(null)
    try {
      const results = await send(prepared.current.changes)
      const refused = results.filter(result => !isSaved(result)).flatMap(result => result.problems)
      setProblems(refused.slice(0, 3))
      if (refused.length > 0) return
      prepared.current = null
      setOpened(n)
      setCount('')
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  if (!shown)
    return (
      <div>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setShown(true)}>
          {t('incident.add')}
        </Button>
      </div>
    )
  return (
    <section>
      <h2>{t('incident.add')}</h2>
      <p className="quiet">{t('incident.addAbout')}</p>
      <form className="sheet add-persons" onSubmit={event => void open(event)} noValidate>
        <TextInput
          label={t('incident.count')}
          inputMode="numeric"
          maw={240}
          value={count}
          error={wrong && !valid ? t('incident.tooMany', { most }) : undefined}
          onChange={event => setCount(event.currentTarget.value.trim())}
        />
        <fieldset className="stack-fields">
          <legend>{t('incident.group')}</legend>
          {asked.map(([type, name]) => {
            const field = fieldOf(d, type, name)
            return (
              field && (
                <FieldInput
                  key={name}
                  type={type}
                  name={name}
                  field={field}
                  value={group[name]}
                  onChange={value => setGroup(before => ({ ...before, [name]: value }))}
                />
              )
            )
          })}
        </fieldset>
        {problems.length > 0 && (
          <ul className="notice stop" role="alert">
            {problems.map(problem => (
              <li key={problem.code + (problem.field ?? '')}>{say(problem)}</li>
            ))}
          </ul>
        )}
        <Refused error={error} />
        <div className="form-end">
          <Button type="submit" loading={busy}>
            {t('incident.open', { count: valid ? n : 0 })}
          </Button>
          <span role="status" className="saved">
            {opened !== null && t('incident.opened', { count: opened })}
          </span>
        </div>
      </form>
    </section>
  )
}

const asked = [
  ['person', 'sex'],
  ['case', 'ageGroup'],
  ['person', 'nationality'],
] as const

function changesFor(incident: RecordView, group: Content, o: { n: number; d: Dictionary }): readonly Change[] {
  const word = (name: string) => (isAnswered(group[name]) ? { [name]: plainText(group[name]) } : {})
  const { nationality } = group
  const [first] = Array.isArray(nationality) ? (nationality as readonly string[]) : []
  const known = { ...word('sex'), ...word('ageGroup'), ...(first === undefined ? {} : { nationality: first }) }
  const stub = stubOf(incident, known, localToday())
  return Array.from({ length: o.n }, () => {
    const [person, id] = [newId(), newId()]
    const place = { office: incident.office, person, case: id }
    const make = (
      type: string,
      at: typeof place | (Omit<typeof place, 'case'> & { case: null }),
      set: Content,
      as: string,
    ) => creating(type, at, set, o.d.version, as)
    return [
      make('person', { ...place, case: null }, stub.person, person),
      make('case', place, stub.case, id),
      make('episode', place, stub.episode, newId()),
    ]
  }).flat()
}
