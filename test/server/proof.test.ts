import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type House, openHouse } from './house.ts'
import { staffAt } from '../scenarios/money-house.ts'

let house: House
let writer: Asker
let administrator: Asker

beforeAll(async () => {
  house = await openHouse()
  const office = await house.office('HQ')
  writer = await staffAt(house, 'report_writer', office)
  administrator = await staffAt(house, 'administrator', office)
})
afterAll(() => house.close())

const send = (who: Asker | null, body: string, type = 'application/octet-stream') =>
  house.app.inject({
    method: 'POST',
    url: '/api/figures/proof',
    headers: { 'x-waymark': '1', 'content-type': type, ...(who ? { cookie: who.cookie } : {}) },
    payload: Buffer.from(body),
  })

const claims = [
  'id,indicator,unit,value,period,dimension,category,part_of,remark',
  'all,Instances,instance,"5,498",2011,,,,x',
  'f,Instances,instance,"3,515",2011,sex,female,all,',
  'm,Instances,instance,"2,040",2011,sex,male,all,',
  'other,Calls,call,12,2011,,,,',
].join('\n')

test('findings with the claims they name, and nothing of the others', async () => {
  const reply = await send(writer, claims)
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({
    read: 4,
    ignored: ['remark'],
    findings: [
      {
        code: 'sum_over',
        weight: 'contradiction',
        claims: ['all', 'f', 'm'],
        text: '3,515 + 2,040 = 5,555, which is 57 more than 5,498 (Instances).',
      },
    ],
  })
  expect(reply.json().claims.map(({ id, line }: { id: string; line: number }) => [id, line])).toEqual([
    ['all', 2],
    ['f', 3],
    ['m', 4],
  ])
})

test('who may not see figures, and strangers, are refused', async () => {
  expect((await send(administrator, claims)).statusCode).toBe(403)
  expect((await send(null, claims)).statusCode).toBe(401)
})

test('faults are named by line and column, or told of the whole file', async () => {
  const lines = await send(writer, 'indicator,value\nCalls,many\nCalls\n')
  expect(lines.statusCode).toBe(422)
  expect(lines.json()).toMatchObject({
    code: 'invalid',
    problems: [
      { code: 'line_not_value', field: 'value', details: { at: 2, value: 'many' } },
      { code: 'line_ragged', field: 'indicator', details: { at: 3, found: 1, expected: 2 } },
    ],
  })
  const whole = await send(writer, 'a,b\n1,2\n')
  expect(whole.json()).toMatchObject({
    problems: [{ code: 'file_columns_missing', details: { columns: 'indicator, value' } }],
  })
  expect((await send(writer, '')).statusCode).toBe(422)
  expect((await send(writer, '{}', 'application/json')).statusCode).toBe(415)
})
