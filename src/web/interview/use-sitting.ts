import { useRef, useState } from 'react'
import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { latest, ofType } from '#casework/latest.ts'
import type { Content, Value } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import type { CaseReply } from '../api/calls.ts'
import { queries } from '../api/query.ts'
import type { OpenCase } from '../case/use-case.ts'
import { changing, creating, newId, send } from '../api/push.ts'
import { sameValue } from '#changes/fold.ts'
import { afterSave, draftOf, keepDraft } from '../form/drafts.ts'
import { localToday } from '../form/today.ts'
import { useDictionary } from '../shell/words.ts'

export type Part = 'screening' | 'episode'

export interface SittingDraft {
  /** What the two records hold with everything typed laid over it. */
  readonly held: Readonly<Record<Part, Content>>
  /** The case as it would be: what the live reading reads. */
  readonly file: CaseFile
  readonly problems: readonly Problem[]
  readonly error: unknown
  readonly busy: boolean
  readonly savedAt: string | null
  set(part: Part, field: string, value: Value): void
  /** Saves whatever there is; true when nothing is left unsaved. */
  save(also?: Content, episode?: Content): Promise<boolean>
}

/** One sitting writes two records: the screening, and the episode that the person tells of. */
export function useSitting(open: OpenCase, screening: RecordView): SittingDraft {
  const d = useDictionary()
  const episode = latest(ofType(open.file, 'episode'), 'startedOn')
  const keys = { screening: screening.id, episode: `episode of ${screening.id}` }
  const [draft, setDraft] = useState<Record<Part, Content>>(() => ({
    screening: draftOf(keys.screening),
    episode: draftOf(keys.episode),
  }))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const newEpisode = useRef(newId())
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))

  const held = {
    screening: { ...screening.content, ...draft.screening },
    episode: { ...episode?.content, ...draft.episode },
  }
  const file: CaseFile = {
    ...open.file,
    records: [
      ...open.file.records
        .filter(record => record.id !== screening.id && record.id !== episode?.id)
        .concat(episode ? { ...episode, content: held.episode } : []),
      { ...screening, content: held.screening },
    ],
  }

  const set = (part: Part, field: string, value: Value) => {
    keepDraft(keys[part], { ...draftOf(keys[part]), [field]: value })
    setDraft(before => ({ ...before, [part]: { ...before[part], [field]: value } }))
    setProblems(before => before.filter(problem => problem.field !== field))
  }

  /** One save at a time, each on the newest version: an answer given during a save goes with the next. */
  const save = (also: Content = {}, alsoEpisode: Content = {}): Promise<boolean> => {
    const turn = queue.current.then(() => saveNow(also, alsoEpisode))
    queue.current = turn
    return turn
  }

  const saveNow = async (also: Content, alsoEpisode: Content): Promise<boolean> => {
    const typed = { screening: draftOf(keys.screening), episode: draftOf(keys.episode) }
    const file = queries.getQueryData<CaseReply>(['case', open.id])
    const now = (file?.records ?? open.file.records) as readonly RecordView[]
    const screeningNow = now.find(record => record.id === screening.id) ?? screening
    const episodeNow = now.find(record => record.id === (episode?.id ?? newEpisode.current)) ?? episode
    const own = changedOf({ ...typed.screening, ...also }, screeningNow)
    const told = changedOf({ ...typed.episode, ...alsoEpisode }, episodeNow)
    // A new sitting of a paused interview counts from its first answer.
    const again =
      screeningNow.content.state === 'paused' && Object.keys(own).length > 0 && !('state' in own)
        ? { state: 'open', lastSittingOn: localToday(), sittings: Number(screeningNow.content.sittings ?? 1) + 1 }
        : {}
    const wrong = [...checkContent(d, 'screening', own), ...checkContent(d, 'episode', told)]
    setProblems(wrong)
    setError(null)
    if (wrong.length > 0) return false
    const changes = [
      ...(Object.keys(own).length > 0 ? [changing(screeningNow, { ...own, ...again }, d.version)] : []),
      ...(Object.keys(told).length === 0
        ? []
        : [
            episodeNow
              ? changing(episodeNow, told, d.version)
              : creating('episode', open.place, told, d.version, newEpisode.current),
          ]),
    ]
    if (changes.length === 0) return true
    setBusy(true)
    try {
      const results = await send(changes)
      const refused = results.filter(result => result.status === 'refused')
      setProblems(refused.flatMap(result => result.problems))
      if (refused.length > 0) return false
      setDraft(before => {
        const left = {
          screening: afterSave(before.screening, { ...typed.screening, ...own }),
          episode: afterSave(before.episode, { ...typed.episode, ...told }),
        }
        keepDraft(keys.screening, left.screening)
        keepDraft(keys.episode, left.episode)
        return left
      })
      setSavedAt(new Date().toISOString())
      return true
    } catch (refusal) {
      setError(refusal)
      return false
    } finally {
      setBusy(false)
    }
  }

  return { held, file, problems, error, busy, savedAt, set, save }
}

function changedOf(draft: Content, seen: RecordView | null): Content {
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => !sameValue(value, seen?.content[name])))
}
