import { useCallback, useRef, useState } from 'react'
import type { ChangeResult, Problem, RecordView } from '#changes/change.ts'
import type { Content, Value } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import { changing, creating, isSaved, newId, type Place, send } from '../api/push.ts'
import { useDictionary } from '../shell/words.ts'
import { sameValue } from '#changes/fold.ts'
import { afterSave, draftOf, dropDraft, keepDraft } from './drafts.ts'

export interface RecordDraft {
  readonly content: Content
  readonly changed: Content
  readonly problems: readonly Problem[]
  readonly error: unknown
  readonly busy: boolean
  /** Instant of the last save; null before. */
  readonly savedAt: string | null
  /** Fields that somebody else changed at the same time: both versions are kept by the server. */
  readonly inConflict: readonly string[]
  set(name: string, value: Value): void
  /** Saves what changed (and `also`). The record as saved, or null when it was not. */
  save(also?: Content): Promise<ChangeResult | null>
  discard(): void
}

/**
 * One record being written: an existing one (`seen`) or a new one in `place`. `key` names the draft in memory. The id of a
 * new record is made once, so that saving again after a broken connection never makes a second record.
 */
export function useRecordDraft(o: {
  type: string
  key: string
  seen: RecordView | null
  place: Place
  initial?: Content | undefined
}): RecordDraft {
  const d = useDictionary()
  const [draft, setDraft] = useState<Content>(() => ({ ...(o.seen ? {} : o.initial), ...draftOf(o.key) }))
  const [shown, setShown] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [inConflict, setInConflict] = useState<readonly string[]>([])
  const record = useRef(newId())

  const seen = o.seen
  const changed = Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => !sameValue(value, seen?.content[name])),
  )

  const set = useCallback(
    (name: string, value: Value) => {
      keepDraft(o.key, { ...draftOf(o.key), [name]: value })
      setDraft(before => ({ ...before, [name]: value }))
      setShown(before => before.filter(problem => problem.field !== name))
    },
    [o.key],
  )

  const save = async (also: Content = {}): Promise<ChangeResult | null> => {
    const set = { ...changed, ...also }
    const own = checkContent(d, o.type, set)
    setShown(own)
    setError(null)
    if (own.length > 0) return null
    setBusy(true)
    try {
      const change = seen
        ? changing(seen, set, d.version)
        : creating(o.type, placeOf(o.type, o.place, record.current), set, d.version, record.current)
      const [result] = await send([change])
      if (!result) return null
      setShown(result.problems)
      if (result.status === 'refused') return null
      if (result.status === 'conflict') setInConflict(result.fields)
      setDraft(before => {
        const left = afterSave(before, { ...draft, ...set })
        keepDraft(o.key, left)
        return left
      })
      if (isSaved(result)) {
        setSavedAt(new Date().toISOString())
        record.current = newId()
      }
      return result
    } catch (refusal) {
      setError(refusal)
      return null
    } finally {
      setBusy(false)
    }
  }

  const discard = () => {
    dropDraft(o.key)
    setDraft({})
    setShown([])
    setError(null)
  }

  return {
    content: { ...seen?.content, ...draft },
    changed,
    problems: shown,
    error,
    busy,
    savedAt,
    inConflict,
    set,
    save,
    discard,
  }
}

/** A person and a case hang on themselves. */
function placeOf(type: string, place: Place, record: string): Place {
  if (type === 'person') return { ...place, person: record, case: null }
  if (type === 'case') return { ...place, case: record }
  return place
}
