import type { Content } from '#dictionary/answer.ts'
import { plainText } from '#dictionary/answer.ts'
import { dayOf } from '../when.ts'

/** Where a referral stands. The words, in the order in which they are reached. */
export const referralStates = ['drafted', 'sent', 'received', 'accepted', 'declined', 'done', 'withdrawn'] as const
export type ReferralState = (typeof referralStates)[number]

/** From each state the states that may follow. What is declined, done or withdrawn has ended: a new need is a new referral. */
export const following: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  drafted: ['sent', 'withdrawn'],
  sent: ['received', 'accepted', 'declined', 'withdrawn'],
  received: ['accepted', 'declined', 'withdrawn'],
  accepted: ['done', 'declined', 'withdrawn'],
  declined: [],
  done: [],
  withdrawn: [],
}

/** What the recipient says; everything else the sender does. */
export const answers: ReadonlySet<ReferralState> = new Set(['received', 'accepted', 'declined', 'done'])

/** The words of version 0.1, read as those of now. */
const statesOnce: Readonly<Record<string, ReferralState>> = {
  acknowledged: 'received',
  served: 'done',
  closed: 'withdrawn',
}

/** Null: nobody said, as in an import. */
export function stateOf({ state }: Content): ReferralState | null {
  const word = plainText(state)
  return referralStates.find(each => each === word) ?? statesOnce[word] ?? null
}

/** The recipient knows of it and may see what was shared. */
export const isLive = (content: Content): boolean => live.has(stateOf(content))
const live: ReadonlySet<ReferralState | null> = new Set(['sent', 'received', 'accepted'])

/** Sent, and neither accepted nor declined. */
export const isUnanswered = (content: Content): boolean => unanswered.has(stateOf(content))
const unanswered: ReadonlySet<ReferralState | null> = new Set(['sent', 'received'])

/** True when the sender ends a referral by this change. */
export const takesBack = ({ type, set }: { readonly type: string; readonly set: Content }): boolean =>
  type === 'referral' && stateOf(set) === 'withdrawn'

/** Days that a recipient has for an answer before somebody asks. */
export const answeredWithin = 7

/** Whole days since it was sent, while no answer has come; null when nothing waits. */
export function daysWaiting(content: Content, today: string): number | null {
  const sent = dayOf(content.sentOn)
  if (!isUnanswered(content) || sent === null || sent.length < 10) return null
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(sent)) / 86_400_000))
}
