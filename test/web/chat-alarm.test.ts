import { expect, test } from 'vitest'
import type { Waiting } from '#web/chat/calls.ts'
import { alarmed, silent, soundAgainAfter, unanswered } from '#web/hotline/chat-alarm.ts'

const chat = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  office: 'o',
  state: 'open',
  startedAt: '2026-03-02T09:00:00Z',
  here: true,
  with: 'nobody',
  ...more,
})

test.each<[string, Waiting[], string[]]>([
  ['nobody', [], []],
  ['who waits', [chat('a'), chat('b')], ['a', 'b']],
  ['not whom somebody answers', [chat('a', { with: 'me' }), chat('b', { with: 'colleague' })], []],
  ['not who left and must not be contacted', [chat('a', { state: 'left' })], []],
])('unanswered: %s', (_, chats, ids) => {
  expect(unanswered(chats)).toEqual(ids)
})

test('it sounds at once for a new chat, again each half minute, and is silent when somebody answers', () => {
  const steps: [number, Waiting[], boolean][] = [
    [0, [], false],
    [1_000, [chat('a')], true],
    [5_000, [chat('a')], false],
    [6_000, [chat('a'), chat('b')], true],
    [6_000 + soundAgainAfter - 1, [chat('a'), chat('b')], false],
    [6_000 + soundAgainAfter, [chat('a'), chat('b')], true],
    [40_000, [chat('a', { with: 'me' }), chat('b', { state: 'left' })], false],
    [41_000, [chat('c')], true],
  ]
  let alarm = silent
  for (const [now, chats, sounds] of steps) {
    const next = alarmed(alarm, chats, now)
    expect([now, next.sound]).toEqual([now, sounds])
    alarm = next.alarm
  }
})
