import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, asker, type House, openHouse } from '../server/house.ts'
import { staffAt, tell } from './money-house.ts'

/** AS11 behind the screen: a stranger's chat, from the closed door to the contact that is left of it. */
let house: House
let kyiv: OfficeRow
let administrator: Asker
let operator: Asker
let colleague: Asker
let stranger: Asker

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  administrator = await staffAt(house, 'administrator', hq, 'all')
  operator = await staffAt(house, 'hotline_operator', kyiv)
  colleague = await staffAt(house, 'hotline_operator', kyiv)
  stranger = asker(house.app, '')
})
afterAll(() => house.close())

interface Chat {
  readonly id: string
  readonly state: string
  readonly with: string
  readonly here: boolean
}
const offices = async () => (await stranger.ask('GET', '/chat')).json().offices as { id: string }[]
const open = (on: boolean, who = administrator) => who.ask('PUT', `/offices/${kyiv.id}/chat`, { on })
const begin = async (): Promise<string> => (await stranger.ask('POST', '/chat', { office: kyiv.id })).json().token
const say = async (token: string, text: string) =>
  (await stranger.ask('POST', '/chat/say', { token, text })).json().done
const news = async (token: string, after = 0) => (await stranger.ask('POST', '/chat/news', { token, after })).json()
const waiting = async (who = operator): Promise<Chat[]> => (await who.ask('GET', '/hotline/chats')).json().items
const newest = async (): Promise<string> => (await waiting()).at(-1)?.id ?? ''
const contact = async (id: string) => {
  const { items } = (await operator.ask('GET', '/lists/call?limit=100')).json() as {
    items: { record: { id: string; version: number; content: Record<string, unknown> } }[]
  }
  return items.find(({ record }) => record.id === id)?.record
}

test('AS11 the chat is closed until an administrator opens it, and an operator cannot', async () => {
  expect(await offices()).toEqual([])
  expect((await stranger.ask('POST', '/chat', { office: kyiv.id })).statusCode).toBe(404)
  expect((await open(true, operator)).statusCode).toBe(403)
  expect((await open(true)).statusCode).toBe(200)
  expect(await offices()).toEqual([{ id: kyiv.id, name: 'Office KYV' }])
  await open(false)
  expect(await offices()).toEqual([])
  await open(true)
})

test('AS11 both write; what is stored is sealed; one operator answers; the end is a contact and nothing else', async () => {
  const token = await begin()
  expect(await say(token, 'Is this hotel job real?')).toBe(true)
  const id = await newest()
  expect((await waiting()).at(-1)).toMatchObject({ state: 'waiting', with: 'nobody', here: true })

  expect((await operator.ask('GET', `/hotline/chats/${id}`)).statusCode).toBe(404)
  await operator.ask('POST', `/hotline/chats/${id}/take`)
  const read = (await operator.ask('GET', `/hotline/chats/${id}`)).json()
  expect(read.messages).toMatchObject([{ n: 1, from: 'visitor', text: 'Is this hotel job real?' }])
  await operator.ask('POST', `/hotline/chats/${id}/say`, { text: 'Do not pay anything in advance.' })
  expect(await news(token, 1)).toMatchObject({
    state: 'open',
    messages: [{ n: 2, from: 'operator', text: 'Do not pay anything in advance.' }],
  })

  expect((await waiting(colleague)).at(-1)).toMatchObject({ id, with: 'colleague' })
  expect((await colleague.ask('GET', `/hotline/chats/${id}`)).statusCode).toBe(404)
  const { rows } = await house.register.pool.query('select sealed from chat_message where chat = $1', [id])
  expect(rows).toHaveLength(2)
  expect(rows.map(({ sealed }: { sealed: Buffer }) => sealed.toString()).join()).not.toMatch(/hotel|advance/)

  const end = { topics: ['recruitment_check', 'work_abroad'], caller: 'person_concerned' }
  expect((await operator.ask('POST', `/hotline/chats/${id}/end`, end)).json()).toEqual({ record: id })
  expect((await contact(id))?.content).toEqual({
    receivedOn: '2026-03-02', channel: 'chat', state: 'done', minutes: 1, ...end,
  }) // biome-ignore format: one line a group
  expect(await news(token)).toEqual({ state: 'over', messages: [] })
  expect(await say(token, 'Hello?')).toBe(false)
  const left = await house.register.pool.query('select 1 from chat_message union all select 1 from chat')
  expect(left.rows).toEqual([])
  expect(house.log.join('\n')).not.toMatch(/hotel|advance|Hello/)
})

test('AS11 who left in a hurry reads nothing more and is not contacted, now or later', async () => {
  const token = await begin()
  await say(token, 'He is coming')
  const id = await newest()
  await operator.ask('POST', `/hotline/chats/${id}/take`)
  await stranger.ask('POST', '/chat/leave', { token })
  expect(await news(token)).toEqual({ state: 'over', messages: [] })
  expect((await operator.ask('GET', `/hotline/chats/${id}`)).json().chat).toMatchObject({ state: 'left', here: false })
  expect((await operator.ask('POST', `/hotline/chats/${id}/say`, { text: 'Are you there?' })).json()).toEqual({
    done: false,
  })
  await operator.ask('POST', `/hotline/chats/${id}/end`, { topics: ['violence'] })
  const record = await contact(id)
  expect(record?.content['state']).toBe('left')
  const back = { state: 'call_back', callBackOn: '2026-03-05', callBackAt: '1000' }
  const forged = await tell(operator, {
    type: 'call',
    office: kyiv.id,
    record: id,
    base: record?.version ?? 0,
    set: back,
  })
  expect([forged.status, forged.codes]).toEqual(['refused', expect.arrayContaining(['call_left'])])
})

test('AS11 nobody of another mission, and no desk officer, sees a chat', async () => {
  const token = await begin()
  await say(token, 'Hello')
  const id = await newest()
  const abroad = await staffAt(house, 'hotline_operator', await house.office('ROM'))
  const reader = await staffAt(house, 'shelter_manager', kyiv)
  for (const who of [abroad, reader]) {
    expect(await waiting(who)).toEqual([])
    expect((await who.ask('POST', `/hotline/chats/${id}/take`)).statusCode).toBe(404)
    expect((await who.ask('POST', `/hotline/chats/${id}/end`, {})).statusCode).toBe(404)
  }
  await stranger.ask('POST', '/chat/leave', { token })
})

test('a flood is stopped, and a forgotten chat is written down after a day', async () => {
  const token = await begin()
  const replies = []
  for (let n = 0; n < 21; n++)
    replies.push((await stranger.ask('POST', '/chat/say', { token, text: `${n}` })).statusCode)
  expect(replies.slice(-2)).toEqual([200, 429])
  const id = await newest()
  house.clock.now = new Date('2026-03-03T10:00:00Z')
  operator = await staffAt(house, 'hotline_operator', kyiv)
  expect(await waiting()).toEqual([])
  expect((await contact(id))?.content).toEqual({ receivedOn: '2026-03-02', channel: 'chat', state: 'done', minutes: 1 })
})
