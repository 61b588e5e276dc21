// AS19: a day's work on a line that drops after every few requests, before or after the server heard: everything arrives
// once, and a tick turns green on the server's receipt only. (How long it takes on a slow line: npm run bench -- field.)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { asOwner } from '#register/work.ts'
import { type House, openHouse } from '../server/house.ts'
import { device, type Weather } from './device.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('AS19: twenty cases and forty notes arrive exactly once over a line that keeps dropping', async () => {
  const top = await house.office('HQ')
  const office = (await house.office('KYV', top)).id
  const author = await house.account('anna', [{ role: 'caseworker', office, scope: 'office' }])
  const asker = await house.as(author)
  const cases = Array.from({ length: 20 }, () => ({ person: uuidv7(), file: uuidv7() }))
  const own = await device(
    asker,
    author,
    cases.map(({ file }) => file),
  )
  const written: string[] = []
  const write = async (type: string, record: string, of: { person: string; case: string | null }, set: object) => {
    const change = { type, record, office, ...of, base: 0, dictionary: 0, set: set as Record<string, string> }
    written.push(await own.write(change, 0))
  }
  for (const { person, file } of cases) {
    await write('person', person, { person, case: null }, { givenNames: 'Olena', sex: 'female' })
    await write('case', file, { person, case: file }, { registeredOn: '2026-03-01', caseworker: author })
    for (const text of ['Came for the bus pass.', 'Asked about school.'])
      await write('note', uuidv7(), { person, case: file }, { notedOn: '2026-03-01', text })
  }
  const inLog = () =>
    asOwner(house.register, async client => {
      const { rows } = await client.query<{ id: string }>('select id from change where id = any($1)', [written])
      return rows.map(({ id }) => id)
    })
  const line: Weather[] = ['fine', 'unheard', 'lost']
  let tries = 0
  for (let done = false; !done; tries += 1) {
    own.weather.splice(0, own.weather.length, ...(tries < 12 ? line : []))
    done = await own.sync()
    const waiting = new Set((await own.shelf.waiting()).map(({ change }) => change.id))
    const arrived = new Set(await inLog())
    // Green here means there: no tick without a receipt.
    expect(written.filter(id => !waiting.has(id) && !arrived.has(id))).toEqual([])
  }
  expect(tries).toBeGreaterThan(3)
  expect((await inLog()).toSorted()).toEqual(written.toSorted())
  for (const { file } of cases)
    expect((await own.file(file))?.records.filter(({ type }) => type === 'note')).toHaveLength(2)
})
