import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, staffAt, tell } from './money-house.ts'

/** A19: what is seen online is counted by day and linked to nobody; a hint at somebody is a lead. */
let house: House
let office = ''
let operator: Asker
let elsewhere: Asker

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const kyiv = await house.office('KYV', hq)
  office = kyiv.id
  operator = await staffAt(house, 'hotline_operator', kyiv)
  elsewhere = await staffAt(house, 'hotline_operator', await house.office('ROM', hq))
})
afterAll(() => house.close())

const line: Content = { seenOn: '2026-03-01', medium: 'job_site', content: 'job_offer_abroad', items: 500 }
const watched = (set: Content) => tell(operator, { type: 'media_watch', office, set })

test('A19 a count for a day and a medium is kept, listed by day, and read in its own office', async () => {
  const id = await accepted(operator, { type: 'media_watch', office, set: line })
  await accepted(operator, { type: 'media_watch', office, set: { ...line, seenOn: '2026-02-01', items: 0 } })
  const days = async (who: Asker) =>
    ((await who.ask('GET', '/lists/media_watch?order=newest')).json().items as { on: string }[]).map(({ on }) => on)
  expect(await days(operator)).toEqual(['2026-03-01', '2026-02-01'])
  expect(await days(elsewhere)).toEqual([])
  const { rows } = await house.register.pool.query('select person, case_id from record where id = $1', [id])
  expect(rows).toEqual([{ person: null, case_id: null }])
})

test('A19 what leads to somebody, and what says nothing, is refused', async () => {
  expect((await watched({ ...line, items: null })).codes).toEqual(['media_watch_incomplete'])
  expect((await watched({ ...line, remark: 'She answers on +380 44 555 01 23' })).codes).toEqual(['media_watch_names'])
  expect((await watched({ ...line, seenOn: '2026-12-01' })).codes).toEqual(['date_in_future'])
  const named = await tell(operator, { type: 'media_watch', office, person: newId(), set: line })
  expect(named.status).toBe('refused')
})
