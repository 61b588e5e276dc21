import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { permissionsOf, within } from '#access/permission.ts'
import { roleIds, scopes } from '#access/role.ts'
import type { Content } from '#dictionary/answer.ts'
import { fold } from '#changes/fold.ts'
import { judge } from '#changes/merge.ts'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { listRecords, openCase } from '#register/files.ts'
import { pushChanges } from '#register/push.ts'
import { verifyChains } from '#register/verify.ts'
import { inWork, systemActor } from '#register/work.ts'
import { change, type Ground, ground, newCase } from './ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

const fields = ['sex', 'maritalStatus', 'education', 'countryOfBirth'] as const
const answers: Record<(typeof fields)[number], fc.Arbitrary<string | null>> = {
  sex: fc.constantFrom('female', 'male', 'unknown', null),
  maritalStatus: fc.constantFrom('single', 'married', 'did_not_say', null),
  education: fc.constantFrom('unknown', 'not_asked', null),
  countryOfBirth: fc.constantFrom('UA', 'NA', 'unknown', null),
}
const edit = fc
  .record(answers, { requiredKeys: [] })
  .filter(set => Object.keys(set).length > 0)
  .map(set => set as Content)

test('merge: nothing is lost in silence, whatever two people send on whatever version they saw', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ set: edit, seen: fc.nat() }), { minLength: 1, maxLength: 12 }), edits => {
      let content: Content = {}
      const log: Content[] = []
      for (const { set, seen } of edits) {
        const base = seen % (log.length + 1)
        const changedSince = log.slice(base).flatMap(each => Object.keys(each))
        const verdict = judge({ base, version: log.length, current: content, set, changedSince })
        const before = content
        if (verdict.status === 'conflict') {
          // Kept apart, with every field in dispute named, and what was in force stays.
          expect(verdict.fields.length).toBeGreaterThan(0)
          for (const field of verdict.fields) expect(changedSince).toContain(field)
        } else {
          content = fold(content, set)
          log.push(set)
          for (const field of Object.keys(before)) if (!(field in set)) expect(content[field]).toEqual(before[field])
        }
      }
      expect(log.reduce(fold, {})).toEqual(content)
    }),
  )
})

test('the register agrees with the law: fold of the accepted changes is the record, and every edit is in force or in a conflict', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ set: edit, seen: fc.nat() }), { minLength: 1, maxLength: 8 }),
      async edits => {
        const file = newCase(g.kyiv, {}, { registeredOn: '2026' })
        const [a, b] = [g.actor('caseworker', g.kyiv), g.actor('caseworker', g.kyiv)]
        await g.push(a, ...file.changes)
        let version = 1
        let content: Content = {}
        let kept = 0
        for (const [i, { set, seen }] of edits.entries()) {
          const [result] = await g.push(i % 2 ? a : b, file.editPerson(set, 1 + (seen % version)))
          if (result?.status === 'conflict') kept += 1
          else {
            version += 1
            expect(result?.version).toBe(version)
            content = fold(content, set)
          }
        }
        const opened = await inWork(g.register, a, work => openCase(work, file.case, 'test'))
        expect(opened?.person?.content).toEqual(content)
        expect(opened?.conflicts).toHaveLength(kept)
      },
    ),
    { numRuns: 25 },
  )
  expect((await verifyChains(g.register)).broken).toBeNull()
})

test('writers at the same moment: each change is accepted once, versions have no gap', async () => {
  const file = newCase(g.kyiv, {}, { registeredOn: '2026' })
  const worker = g.actor('caseworker', g.kyiv)
  await g.push(worker, ...file.changes)
  const sent = Array.from({ length: 24 }, (_, i) =>
    file.hang('service', { type: 'medical', deliveredOn: `20${10 + (i % 12)}` }),
  )
  const results = (await Promise.all(sent.flatMap(each => [g.push(worker, each), g.push(worker, each)]))).flat()
  expect(results.every(result => result.status === 'accepted')).toBe(true)
  expect(results.filter(result => !result.again)).toHaveLength(24)
  const { rows } = await g.register.pool.query('select year from fact_instance where case_id = $1 order by year', [
    file.case,
  ])
  expect(rows.map(row => row.year)).toEqual([
    2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2026,
  ])
  const digest = await digestFacts(g.register)
  await rebuildFacts(g.register)
  expect(await digestFacts(g.register)).toBe(digest)
})

test('access: the predicate in memory and the rows that SQL gives agree, for every role, scope and office', async () => {
  const offices = [g.top, g.kyiv, g.moscow]
  const me = uuidv7()
  const leads = offices.flatMap(office => [
    { office, author: me },
    { office, author: uuidv7() },
  ])
  for (const { office, author } of leads) {
    const writer = { id: author, kind: 'system' as const, grants: systemActor.grants }
    await inWork(g.register, writer, async work => {
      const [result] = await pushChanges(work, [
        change(
          { type: 'lead', record: uuidv7(), office: office.id, person: null, case: null },
          { source: 'press', state: 'new' },
        ),
      ])
      expect(result).toMatchObject({ status: 'accepted' })
    })
  }
  const all = (await inWork(g.register, systemActor, work => listRecords(work, { type: 'lead', limit: 50 }))).items
  expect(all).toHaveLength(6)
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          role: fc.constantFrom(...roleIds),
          office: fc.constantFrom(...offices),
          scope: fc.constantFrom(...scopes),
        }),
        { maxLength: 3 },
      ),
      async held => {
        const actor = { id: me, kind: 'user' as const, grants: held.map(each => ({ ...each, office: each.office.id })) }
        const permissions = permissionsOf(actor, g.register.offices().tree)
        const reach = permissions.reach('read', 'lead')
        const expected = all
          .filter(lead => within(reach, { office: lead.office, own: lead.author === me }))
          .map(lead => lead.id)
        const got = (await inWork(g.register, actor, work => listRecords(work, { type: 'lead', limit: 50 }))).items
        expect(got.map(lead => lead.id).sort()).toEqual(expected.sort())
      },
    ),
    { numRuns: 80 },
  )
})

test('second lock: even a statement without any condition sees only rows in reach', async () => {
  const worker = g.actor('caseworker', g.moscow)
  const seen = await inWork(g.register, worker, async work => {
    const { rows } = await work.client.query<{ office_id: string }>(
      'select distinct office_id from record union select distinct office_id from change',
    )
    return rows.map(row => row.office_id)
  })
  expect(seen.filter(office => office !== g.moscow.id)).toEqual([])
  await expect(
    inWork(g.register, worker, work => work.client.query('delete from change where office_id = $1', [g.moscow.id])),
  ).rejects.toThrow(/permission denied/)
  await expect(inWork(g.register, worker, work => work.client.query('select * from account'))).rejects.toThrow(
    /permission denied/,
  )
})
