import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import * as calls from '../api/calls.ts'
import { became } from '../leads/became.ts'
import { Refused } from '../session/problem.tsx'
import { useWritingOffice } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'
import { MatchRow } from './match-row.tsx'
import { searchFor, takePending } from './pending.ts'
import './find.css'

/** Have we met this person? Search first; registering stands below the results, and only after a search. */
export function FindPage() {
  usePageKind('title.find')
  const t = useText()
  const go = useNavigate()
  const d = useDictionary()
  const office = useWritingOffice('case')
  const { call } = useSearch({ strict: false }) as { call?: string }
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [matches, setMatches] = useState<readonly calls.Match[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [untied, setUntied] = useState(false)
  const latest = useRef(0)

  const search = async (wanted: string) => {
    const trimmed = wanted.trim()
    if (trimmed === '') return
    const mine = ++latest.current
    setBusy(true)
    setError(null)
    try {
      const reply = await calls.find(trimmed)
      if (mine !== latest.current) return
      setMatches(reply.matches)
      setAsked(trimmed)
    } catch (refusal) {
      if (mine === latest.current) setError(refusal)
    } finally {
      if (mine === latest.current) setBusy(false)
    }
  }

  // once, for what the command box handed over
  useEffect(() => {
    const handed = takePending()
    if (handed === '') return
    // oxlint-disable-next-line react/set-state-in-effect -- once, for the words of the command box
    setText(handed)
    void search(handed)
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void search(text)
  }
  const register = () => {
    searchFor(asked ?? '')
    void go(call ? { to: '/register', search: { call } } : { to: '/register' })
  }
  /** A contact is being tied to its case: opening the case ties it. */
  const open = async (kase: string) => {
    try {
      if (call && !(await became('call', call, kase, d.version))) return setUntied(true)
      await go({ to: '/cases/$id', params: { id: kase } })
    } catch (refusal) {
      setError(refusal)
    }
  }

  return (
    <div className="column reading">
      <h1>{t('find.title')}</h1>
      {call && <p className="notice">{t('find.tying')}</p>}
      {/* `search` is too new for some readers */}
      <form className="find-box" role="search" onSubmit={submit}>
        <TextInput
          className="find-text"
          label={t('find.label')}
          description={t('find.help')}
          autoFocus
          spellCheck={false}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} leftSection={<IconSearch size={18} aria-hidden />}>
          {t('find.do')}
        </Button>
      </form>
      <Refused error={error} />
      {untied && (
        <div className="notice care" role="alert">
          <p>{t('find.untied')}</p>
        </div>
      )}
      {matches === null && !error && <p className="quiet">{t('find.before')}</p>}
      {matches !== null && (
        <section aria-labelledby="results">
          <h2 id="results" role="status">
            {t('find.results', { count: matches.length })}
          </h2>
          {matches.length === 0 && <p>{t('find.none')}</p>}
          <ul className="matches">
            {matches.map(match => (
              <MatchRow key={match.person} match={match} onOpen={call ? open : null} />
            ))}
          </ul>
          {office !== null && (
            <div className="find-end">
              <p>{t(matches.length === 0 ? 'find.register' : 'find.noneOfThese')}</p>
              <Button variant={matches.length === 0 ? 'filled' : 'default'} onClick={register}>
                {t('find.registerNew')}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  )
}
