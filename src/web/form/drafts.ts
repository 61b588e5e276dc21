import type { Content } from '#dictionary/answer.ts'
import { sameValue } from '#changes/fold.ts'
import { forgetAtSignOut } from '../session/store.ts'

/**
 * What was typed and not yet saved, by record. In memory only: it outlives a lock, a closed dialog and a refused save, and
 * never the tab. Another person at the same screen finds nothing.
 */
const drafts = new Map<string, Content>()
forgetAtSignOut(() => drafts.clear())

export const draftOf = (key: string): Content => drafts.get(key) ?? {}

export function keepDraft(key: string, content: Content): void {
  if (Object.keys(content).length === 0) drafts.delete(key)
  else drafts.set(key, content)
}

export const dropDraft = (key: string): void => {
  drafts.delete(key)
}

/** What is left of a draft after `sent` was saved: answers given while the save was under way stay. */
export function afterSave(draft: Content, sent: Content): Content {
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => !(name in sent) || !sameValue(value, sent[name])),
  )
}
