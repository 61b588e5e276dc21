import { ofType } from '#casework/latest.ts'
import { sharedClasses, shareable, type SharedItem, sharedItems } from '#casework/referral/minimum-data.ts'
import { referralProblems } from '#casework/referral/sending.ts'
import { nothingAround } from '#casework/rule-set.ts'
import type { Problem, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { OpenCase } from '../case/use-case.ts'
import type { Directory } from '../directory/use-directory.ts'
import { localToday } from '../form/today.ts'

/** What would be refused if this were sent now: the rule of the server, asked while somebody writes. */
export function sendingProblems(o: {
  readonly d: Dictionary
  readonly open: OpenCase
  readonly draft: RecordView | null
  readonly content: Content
  readonly directory: Directory
}): readonly Problem[] {
  const { d, open, draft, directory } = o
  const today = localToday()
  const set: Content = { ...o.content, ...sent(today) }
  const id = draft?.id ?? ''
  return referralProblems({
    d,
    before: open.file,
    change: {
      id,
      type: 'referral',
      record: id,
      base: draft?.version ?? 0,
      ...open.place,
      set,
      madeAt: '',
      dictionary: d.version,
    },
    record: draft,
    content: set,
    today,
    actor: { id: '', may: () => false },
    around: { ...nothingAround, record: directory.byId },
  })
}

export const sent = (today: string): Content => ({ state: 'sent', sentOn: today })

/** Nobody sends what they may not read themselves. */
export function readableItems(d: Dictionary, open: OpenCase): readonly SharedItem[] {
  return sharedItems.filter(item =>
    sharedClasses(d, { shared: [item] }).every(([type, of]) => open.readable(type).has(of)),
  )
}

/** Items of which nothing is recorded: they are asked for in vain. */
export function emptyItems(open: OpenCase, content: Content, items: readonly string[]): readonly string[] {
  const contents = { person: open.file.person?.content ?? {}, case: open.file.case.content, referral: content }
  return items.filter(item =>
    (shareable[item as SharedItem] ?? []).every(([type, field]) => {
      const value = contents[type][field]
      return value === undefined || value === null || value === ''
    }),
  )
}

/** Record type -> how many records of it go along to another mission. */
export const handedOverCounts = (open: OpenCase, types: readonly string[]): readonly (readonly [string, number])[] =>
  types.map(type => [type, ofType(open.file, type).length] as const)
