import { afterAll, beforeAll, expect, test } from 'vitest'
import { append, prepareAppend } from '#register/append.ts'
import { openRecord, type RecordRow, recordColumns } from '#register/rows.ts'
import { send } from '#register/send.ts'
import { readSubjectKeys } from '#register/subject-key.ts'
import { inWork, type Work } from '#register/work.ts'
import { type Ground, ground, newCase } from './ground.ts'

/** Statements of a change that are not waited for: the commit answers for them. */
let g: Ground
beforeAll(async () => {
  g = await ground()
  // Something that a request may write and break: it has a name that is unique.
  await g.register.pool.query('create table sent_probe (name text primary key); grant all on sent_probe to waymark_app')
})
afterAll(() => g.end())

const worker = () => g.actor('caseworker', g.kyiv)
const names = async () =>
  (await g.register.pool.query<{ name: string }>('select name from sent_probe order by name')).rows.map(row => row.name)
const put = (work: Work, name: string) =>
  send(work, { text: 'insert into sent_probe (name) values ($1)', values: [name] })

test('what was sent is there once the work has ended, in order, and not a moment before for anybody else', async () => {
  await inWork(g.register, worker(), async work => {
    await put(work, 'first')
    await send(work, "update sent_probe set name = name || '!'")
    await put(work, 'second')
    expect(await names()).toEqual([])
  })
  expect(await names()).toEqual(['first!', 'second'])
})

test('one that fails takes everything back, and the caller is told why, also when a later question failed for it', async () => {
  const before = await names()
  const failing = inWork(g.register, worker(), async work => {
    await put(work, 'third')
    await put(work, 'second')
    await put(work, 'fourth')
  })
  await expect(failing).rejects.toMatchObject({ code: '23505', table: 'sent_probe' })
  const asking = inWork(g.register, worker(), async work => {
    await put(work, 'second')
    await work.client.query('select 1')
  })
  await expect(asking).rejects.toMatchObject({ code: '23505', table: 'sent_probe' })
  const refusing = inWork(g.register, worker(), async work => {
    await put(work, 'fifth')
    throw new RangeError('no')
  })
  await expect(refusing).rejects.toThrow(RangeError)
  expect(await names()).toEqual(before)
})

test('a transaction in which a failure was overlooked is not taken for one that was kept', async () => {
  const before = await names()
  const overlooking = inWork(g.register, worker(), async work => {
    await put(work, 'sixth')
    await work.client.query('select 1 / 0').catch(() => undefined)
  })
  await expect(overlooking).rejects.toThrow('took the transaction back')
  expect(await names()).toEqual(before)
})

test('a record that moved meanwhile is not written over', async () => {
  const actor = worker()
  const file = newCase(g.kyiv, { sex: 'female' }, { registeredOn: '2026-03-01' })
  await g.push(actor, ...file.changes)
  const rowOf = async () => {
    const { rows } = await g.register.pool.query<RecordRow>(`select ${recordColumns} from record where id = $1`, [
      file.person,
    ])
    return rows[0] as RecordRow
  }
  const early = await rowOf()
  // Behind the back of the log, so that nothing but the version of the record can stop the late one.
  await g.register.pool.query('update record set version = 7 where id = $1', [file.person])
  const now = await rowOf()
  const late = inWork(g.register, actor, async work => {
    const key = (await readSubjectKeys(work, [file.person])).get(file.person)
    if (!key) throw new Error('The person has no key.')
    const content = { ...openRecord(early, key), sex: 'unknown' }
    const appended = prepareAppend(work, {
      change: file.editPerson({ sex: 'unknown' }, 1),
      before: early,
      content,
      key,
      guard: null,
      origin: 'app',
      merged: false,
    })
    await append(work, appended)
  })
  await expect(late).rejects.toMatchObject({ code: '23502', table: 'record', column: 'version' })
  expect(await rowOf()).toEqual(now)
})
