import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from '../scenarios/money-house.ts'
import { type Asker, type House, newId, openHouse } from './house.ts'

/** A document that belongs to a step of justice, and one that runs out. The day is 2 March 2026. */
let house: House
let mission: OfficeRow
let worker: Asker
let file: Opened

beforeAll(async () => {
  house = await openHouse()
  mission = await house.office('KYV', await house.office('HQ'))
  worker = await staffAt(house, 'caseworker', mission)
  file = await aFile(worker, mission.id, { givenNames: 'Sofiya' })
})
afterAll(() => house.close())

const aDocument = (set: Content, of = file, who = worker) => tell(who, { type: 'document', ...of, set })
const seenBy = async (who: Asker, id: string) => (await records(who, file, 'document')).find(each => each.id === id)

describe('a document of a step', () => {
  test.each(['proceeding', 'claim', 'stay_application', 'representation', 'paper_retrieval'])(
    'of type %s is listed with it, for those who read about justice',
    async type => {
      const step = await accepted(worker, { type, ...file, set: type === 'representation' ? { kind: 'lawyer' } : {} })
      const told = await aDocument({ kind: 'contract', step })
      expect(told.codes).toEqual([])
      expect((await seenBy(worker, told.record))?.content['step']).toBe(step)
      const manager = await staffAt(house, 'shelter_manager', mission)
      expect((await seenBy(manager, told.record))?.content).toEqual({ kind: 'contract' })
    },
  )

  test('elsewhere, of another kind or invented is refused, in the same words', async () => {
    const other = await aFile(worker, mission.id, { givenNames: 'Olena' })
    const elsewhere = await accepted(worker, { type: 'claim', ...other, set: { kind: 'wages' } })
    const note = await accepted(worker, { type: 'note', ...file, set: { notedOn: '2026-03-01', text: 'x' } })
    for (const step of [elsewhere, note, newId()])
      expect((await aDocument({ kind: 'contract', step })).codes).toEqual(['document_step_elsewhere'])
    const id = (await aDocument({ kind: 'contract' })).record
    const change = { type: 'document', ...file, record: id, base: 1 }
    expect((await tell(worker, { ...change, set: { step: elsewhere } })).codes).toEqual(['document_step_elsewhere'])
  })

  test('is tied by those who write about justice, and by nobody else', async () => {
    const step = await accepted(worker, { type: 'claim', ...file, set: { kind: 'wages' } })
    for (const role of ['shelter_manager', 'return_officer', 'reintegration_officer'] as const) {
      const told = await aDocument({ kind: 'contract', step }, file, await staffAt(house, role, mission))
      expect([role, told.status, told.codes.length > 0]).toEqual([role, 'refused', true])
    }
  })
})

describe('a document that runs out', () => {
  const onDesk = async (of: Opened) => {
    const reply = await worker.ask('GET', '/lists/task?open=yes&order=oldest&kind=document_expires')
    return (reply.json().items as { on: string; record: RecordView }[])
      .filter(({ record }) => record.case === of.case)
      .map(({ on, record }) => [on, record.content['about']])
  }

  test('stands on the desk before it ends, moves with its end, and is off the desk when it is done', async () => {
    const of = await aFile(worker, mission.id, { givenNames: 'Iryna' })
    const passport = await accepted(worker, {
      type: 'document',
      ...of,
      set: { kind: 'travel_document', validUntil: '2027-03-02' },
    })
    const visa = await accepted(worker, { type: 'document', ...of, set: { kind: 'visa', validUntil: '2026-04-01' } })
    await accepted(worker, { type: 'document', ...of, set: { kind: 'identity', validUntil: '2019' } })
    const today = '2026-03-02'
    expect(await onDesk(of)).toEqual([
      [today, visa],
      ['2026-09-03', passport],
    ])
    const change = { type: 'document', ...of, record: passport, base: 1 }
    // Later that day: the task is older than the correction of what it is about.
    house.clock.now = new Date('2026-03-02T09:05:00Z')
    await accepted(worker, { ...change, set: { validUntil: '2036-03-02' } })
    expect(await onDesk(of)).toEqual([
      [today, visa],
      ['2035-09-04', passport],
    ])
    const [task] = (await records(worker, of, 'task')).filter(({ content }) => content['about'] === visa)
    await accepted(worker, { type: 'task', ...of, record: task?.id ?? '', base: 1, set: { doneOn: '2026-03-02' } })
    await accepted(worker, { type: 'note', ...of, set: { notedOn: '2026-03-01', text: 'x' } })
    expect((await onDesk(of)).map(([, about]) => about)).toEqual([passport])
  })

  test('of another mission stands on nobody else’s desk', async () => {
    const far = await staffAt(house, 'caseworker', await house.office('ODS', house.register.offices().byCode('HQ')))
    const reply = await far.ask('GET', '/lists/task?open=yes&kind=document_expires')
    expect(reply.json().items).toEqual([])
  })
})
