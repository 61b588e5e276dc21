import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Value } from '#dictionary/answer.ts'
import * as calls from '../api/calls.ts'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import { ContactLines } from './contacts.tsx'

/** A word that the caller chose: it leaves this box once, as a question to the server, and is kept nowhere. */
export function CallerCode(props: { office: string; caller: Value | undefined; onFound: (caller: string) => void }) {
  const t = useText()
  const [word, setWord] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const known = typeof props.caller === 'string' ? props.caller : null
  const ask = async () => {
    setBusy(true)
    setError(null)
    try {
      props.onFound((await calls.repeatCaller(props.office, word)).caller)
      setWord('')
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="field">
      <TextInput
        label={t('hotline.code')}
        description={t('hotline.codeHelp')}
        value={word}
        onChange={event => setWord(event.currentTarget.value)}
        rightSectionWidth={96}
        rightSection={
          <Button
            variant="subtle"
            size="sm"
            loading={busy}
            disabled={word.trim().length < 4}
            onClick={() => void ask()}
          >
            {t('hotline.codeAsk')}
          </Button>
        }
      />
      <Refused error={error} />
      {known !== null && <Earlier caller={known} />}
    </div>
  )
}

function Earlier({ caller }: { caller: string }) {
  const t = useText()
  const list = useList('call', { at: caller, order: 'newest' })
  if (list.waiting) return null
  return (
    <div className="stack" role="status">
      <p className="small">{t('hotline.earlier', { count: list.items.length })}</p>
      <ContactLines items={list.items} />
    </div>
  )
}
