import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { builtIn } from '#dictionary/dictionary.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { listed } from '#register/lists.ts'
import { tell } from '#register/notices.ts'
import { inWork } from '#register/work.ts'
import { type Ground, ground, newCase } from './ground.ts'

/** Worklists: what stands where, found by office, person and date, page by page. */
let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

test('every place in a list names an open field of its type', () => {
  for (const { id, list, fields } of builtIn.recordTypes.values()) {
    const { ended: _, ...named } = list ?? {}
    for (const field of Object.values(named)) expect(fields[field]?.class, `${id}.${field}`).toBe('open')
  }
})

test('common types hold open answers only: they are read in every office, without a key', () => {
  for (const { id, common, under, fields } of builtIn.recordTypes.values())
    if (common) {
      expect(under, id).toBe('office')
      expect(new Set(Object.values(fields).map(field => field.class)), id).toEqual(new Set(['open']))
    }
})

test('a page after the other gives every open task once, in the order of their days, and only one’s own office', async () => {
  const kyiv = g.actor('caseworker', g.kyiv)
  const days: string[] = []
  for (let i = 0; i < 7; i++) {
    const { changes, hang } = newCase(g.kyiv, { sex: 'female' }, { registeredOn: '2026-01-01' })
    const dueOn = `2026-02-${String(20 - i).padStart(2, '0')}`
    days.push(dueOn)
    await g.push(kyiv, ...changes, hang('task', { kind: 'other', dueOn }))
  }
  const elsewhere = newCase(g.moscow, {}, { registeredOn: '2026-01-01' })
  await g.push(g.actor('caseworker', g.moscow), ...elsewhere.changes, elsewhere.hang('task', { kind: 'other' }))

  const seen: (string | null)[] = []
  let after: string | undefined
  do {
    const page = await inWork(g.register, kyiv, work =>
      listed(work, { type: 'task', kind: 'other', open: true, limit: 3, after }),
    )
    seen.push(...page.items.map(line => line.on))
    after = page.next ?? undefined
  } while (after !== undefined)
  expect(seen).toEqual(days.toSorted())

  const region = {
    ...g.actor('supervisor', g.kyiv),
    grants: [{ role: 'supervisor', office: g.kyiv.id, scope: 'office' } as const],
  }
  const all = await inWork(g.register, region, work => listed(work, { type: 'task', kind: 'other', limit: 50 }))
  expect(all.items).toHaveLength(7)
  const none = await inWork(g.register, g.actor('researcher', g.kyiv), work =>
    listed(work, { type: 'task', limit: 50 }),
  )
  expect(none.items).toEqual([])
})

test('done work leaves the open list; a case that changes hands takes its work along', async () => {
  const kyiv = g.actor('caseworker', g.kyiv)
  const [first, second] = [uuidv7(), uuidv7()]
  const { changes, hang, edit } = newCase(g.kyiv, {}, { registeredOn: '2026-01-01', caseworker: first })
  const given = uuidv7()
  const done = uuidv7()
  await g.push(
    kyiv,
    ...changes,
    hang('task', { kind: 'payment', dueOn: '2026-03-01' }),
    hang('task', { kind: 'payment', dueOn: '2026-03-02', assignee: given }),
    hang('task', { kind: 'payment', dueOn: '2026-03-03', doneOn: '2026-03-03' }, done),
  )
  const of = (who: string) =>
    inWork(g.register, kyiv, async work => {
      const page = await listed(work, { type: 'task', kind: 'payment', who, open: true, limit: 50 })
      return page.items.map(line => line.on)
    })
  expect(await of(first)).toEqual(['2026-03-01'])
  expect(await of(given)).toEqual(['2026-03-02'])
  // What somebody carries is handed over by that person or by who assigns.
  await g.push(g.actor('supervisor', g.kyiv), edit({ caseworker: second }, 1))
  expect(await of(first)).toEqual([])
  expect(await of(second)).toEqual(['2026-03-01'])
  const ended = await inWork(g.register, kyiv, work => listed(work, { type: 'task', open: false, limit: 50 }))
  expect(ended.items.map(line => line.record.id)).toContain(done)
})

test('rebuilt worklists are the same, byte for byte', async () => {
  const before = await digestFacts(g.register)
  await rebuildFacts(g.register)
  expect(await digestFacts(g.register)).toBe(before)
})

test('a notice is written once for its key, read by the one it is for, and never told to who caused it', async () => {
  const [reader, other] = [uuidv7(), uuidv7()]
  const about = { type: 'task', record: uuidv7(), office: g.kyiv.id, case: null }
  const as = (id: string) => ({ ...g.actor('caseworker', g.kyiv), id })
  const notice = (account: string) => ({ kind: 'risk', to: { account }, key: 'risk.1' })
  for (let i = 0; i < 2; i++)
    await inWork(g.register, as(other), work => tell(work, [notice(reader), notice(other)], about))
  const seenBy = (id: string) =>
    inWork(g.register, as(id), async ({ client }) => (await client.query('select kind from notice')).rows)
  expect(await seenBy(reader)).toEqual([{ kind: 'risk' }])
  expect(await seenBy(other)).toEqual([])
})
