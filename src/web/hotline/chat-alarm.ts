import type { Waiting } from '../chat/calls.ts'

/** When the tones sound: never for what is answered, at once for a new chat, and again while somebody still waits. */

/** Milliseconds between two soundings while somebody waits. */
export const soundAgainAfter = 30_000

export interface Alarm {
  /** Chats that waited when it last sounded. */
  readonly heard: ReadonlySet<string>
  /** Milliseconds since the epoch; null: it has not sounded yet. */
  readonly at: number | null
}

export const silent: Alarm = { heard: new Set(), at: null }

/** Chats that nobody has answered and whose visitor is still there. */
export const unanswered = (chats: readonly Waiting[]): readonly string[] =>
  chats.filter(chat => chat.with === 'nobody' && chat.state !== 'left').map(({ id }) => id)

/** What follows from a look at the chats at this moment: whether to sound, and what to remember. */
export function alarmed(before: Alarm, chats: readonly Waiting[], now: number): { sound: boolean; alarm: Alarm } {
  const waiting = unanswered(chats)
  if (waiting.length === 0) return { sound: false, alarm: silent }
  const sound = before.at === null || waiting.some(id => !before.heard.has(id)) || now - before.at >= soundAgainAfter
  return { sound, alarm: sound ? { heard: new Set(waiting), at: now } : before }
}
