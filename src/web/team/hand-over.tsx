import { Button, Modal, Select, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import * as calls from '../api/calls.ts'
import { changing, creating, isSaved, send } from '../api/push.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'

/** As many as one request takes, two changes a case. */
const most = 100

/** Gives cases to a colleague. Each is a change of its own: what cannot be handed over stays, and is said. */
export function HandOver(props: { cases: readonly RecordView[]; onClose: () => void; onDone: () => void }) {
  const t = useText()
  const d = useDictionary()
  const say = useProblemText()
  const phone = useMediaQuery('(max-width: 48em)')
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<readonly ChangeResult[]>([])
  useReturnFocus()
  const { data } = useQuery({ queryKey: ['staff'], queryFn: () => calls.staff(), staleTime: 60_000 })
  const cases = props.cases.slice(0, most)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (to === null) return
    setBusy(true)
    setError(null)
    try {
      const results = await send(cases.flatMap(kase => changesFor(kase, { to, note: note.trim(), version: d.version })))
      const failed = results.filter(result => !isSaved(result))
      setRefused(failed)
      if (failed.length === 0) props.onDone()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      fullScreen={phone ?? false}
      title={t('team.handOver', { count: cases.length })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className="stack" onSubmit={submit}>
        <Select
          label={t('team.to')}
          data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          required
          value={to}
          onChange={setTo}
        />
        <Textarea
          label={t('team.note')}
          description={t('team.noteHelp')}
          autosize
          minRows={3}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        {props.cases.length > most && <p className="quiet">{t('team.most', { most })}</p>}
        {refused.length > 0 && (
          <div className="notice stop" role="alert">
            <div>
              <p>{t('team.notHanded', { count: new Set(refused.map(result => result.record)).size })}</p>
              <ul>
                {[...new Set(refused.flatMap(result => result.problems.map(problem => say(problem))))].map(words => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <Refused error={error} />
        <div className="row">
          <Button type="submit" loading={busy} disabled={to === null}>
            {t('team.doHandOver')}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function changesFor(kase: RecordView, o: { to: string; note: string; version: number }) {
  const { caseworker } = kase.content
  const place = { office: kase.office, person: kase.person, case: kase.id }
  const from = typeof caseworker === 'string' ? { from: caseworker } : {}
  // The note first: a restricted case is closed to whoever has given it away.
  return [
    creating(
      'handover',
      place,
      { handedOn: localToday(), ...from, to: o.to, ...(o.note === '' ? {} : { note: o.note }) },
      o.version,
    ),
    changing(kase, { caseworker: o.to }, o.version),
  ]
}
