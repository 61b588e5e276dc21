import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import { openCase } from '#register/files.ts'
import { findPersons } from '#register/find.ts'
import { historyOfCase } from '#register/history.ts'
import { destroyKeys } from '#register/erase.ts'
import { verifyChains } from '#register/verify.ts'
import { asOwner, inWork, systemActor } from '#register/work.ts'
import { change, type Ground, ground, newCase } from './ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

const nataliia = { givenNames: 'Наталія', familyNames: 'Коваленко', sex: 'female', nationality: ['UA'] }
const facts = async (caseId: string) =>
  (
    await g.register.pool.query(
      `select year, count, word(d_sex) as d_sex, words(d_nationality) as d_nationality, word(d_category) as d_category
       from fact_instance where case_id = $1`,
      [caseId],
    )
  ).rows

test('a registration becomes a person, a numbered case and one instance; pushed twice it changes nothing', async () => {
  const worker = g.actor('caseworker', g.kyiv)
  const file = newCase(g.kyiv, nataliia, { registeredOn: '2026-03-01', ageAtAssistance: 30 })
  const first = await g.push(worker, ...file.changes)
  expect(first.map(r => [r.status, r.again])).toEqual([
    ['accepted', false],
    ['accepted', false],
  ])
  const again = await g.push(worker, ...file.changes)
  expect(again.map(r => [r.status, r.again, r.version])).toEqual([
    ['accepted', true, 1],
    ['accepted', true, 1],
  ])
  const opened = await inWork(g.register, worker, work => openCase(work, file.case, 'test'))
  expect(opened?.person?.content['givenNames']).toBe('Наталія')
  expect(opened?.case.content['number']).toMatch(/^KYV-\d\d-\d{6}-[A-Z]$/)
  const rows = await facts(file.case)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    year: 2026,
    count: 1,
    d_sex: 'female',
    d_nationality: ['UA'],
    d_category: 'vulnerable_migrant',
  })
})

test('two writers on different fields merge; on the same field the later one is kept as a conflict', async () => {
  const a = g.actor('caseworker', g.kyiv)
  const b = g.actor('caseworker', g.kyiv)
  const file = newCase(g.kyiv, nataliia, { registeredOn: '2026-03-01' })
  await g.push(a, ...file.changes)
  const [one] = await g.push(a, file.editPerson({ phone: '+380 44 1234567' }, 1))
  const [two] = await g.push(b, file.editPerson({ city: 'Lviv' }, 1))
  expect([one?.status, two?.status]).toEqual(['accepted', 'merged'])
  const [three] = await g.push(b, file.editPerson({ phone: '+380 44 7654321' }, 1))
  expect(three).toMatchObject({ status: 'conflict', fields: ['phone'] })
  const opened = await inWork(g.register, a, work => openCase(work, file.case, 'test'))
  expect(opened?.person?.content).toMatchObject({ phone: '+380 44 1234567', city: 'Lviv' })
  expect(opened?.conflicts.map(c => c.set)).toEqual([{ phone: '+380 44 7654321' }])
  const settle = { ...file.editPerson({ phone: '+380 44 7654321' }, 3), resolves: three?.id ?? '' }
  expect((await g.push(a, settle))[0]?.status).toBe('accepted')
  const after = await inWork(g.register, a, work => openCase(work, file.case, 'test'))
  expect(after?.conflicts).toEqual([])
})

test('a stranger’s office sees nothing and learns nothing', async () => {
  const file = newCase(g.kyiv, nataliia, { registeredOn: '2026-03-01' })
  await g.push(g.actor('caseworker', g.kyiv), ...file.changes)
  const stranger = g.actor('caseworker', g.moscow)
  expect(await inWork(g.register, stranger, work => openCase(work, file.case, 'test'))).toBeNull()
  expect(await inWork(g.register, stranger, work => findPersons(work, { text: 'Коваленко', limit: 20 }))).toEqual([])
  const [result] = await g.push(stranger, file.edit({ status: 'closed' }, 1))
  expect(result).toMatchObject({ status: 'refused', problems: [{ code: 'not_found' }] })
})

test('names are found in another script, with a letter missing, swapped or wrong, in any order', async () => {
  const worker = g.actor('caseworker', g.kyiv)
  const file = newCase(
    g.kyiv,
    { givenNames: 'Наталія', familyNames: 'Шевчишин', identityNumber: 'AB 123456' },
    { registeredOn: '2026' },
  )
  await g.push(worker, ...file.changes)
  for (const text of [
    'Nataliia Shevchyshyn',
    'Natalya Shevchishin',
    'Шевчишин Наталья',
    'Shevchyshn',
    'Shevhcyshyn',
    'ab123456',
  ]) {
    const matches = await inWork(g.register, worker, work => findPersons(work, { text, limit: 10 }))
    expect(
      matches.slice(0, 3).map(match => match.person.id),
      text,
    ).toContain(file.person)
  }
})

test('two missions, one person: linked they count once, cut apart twice again', async () => {
  const region = g.actor('data_focal_point', g.top, 'all')
  const a = newCase(g.kyiv, nataliia, { registeredOn: '2025-01-01' })
  const b = newCase(g.moscow, nataliia, { registeredOn: '2025-02-01' })
  await g.push(systemActor, ...a.changes, ...b.changes)
  const keys = async () =>
    new Set(
      (
        await g.register.pool.query('select person_key from fact_instance where case_id = any($1)', [[a.case, b.case]])
      ).rows.map(r => String(r.person_key)),
    ).size
  expect(await keys()).toBe(2)
  const link = change(
    { type: 'link', record: crypto.randomUUID(), office: g.kyiv.id, person: a.person, case: null },
    { other: b.person, verdict: 'same' },
  )
  expect((await g.push(region, link))[0]).toMatchObject({ status: 'accepted' })
  expect(await keys()).toBe(1)
  await g.push(region, { ...link, id: crypto.randomUUID(), base: 1, set: { verdict: 'not_same' } })
  expect(await keys()).toBe(2)
})

test('facts derived anew are the same bytes', async () => {
  const before = await digestFacts(g.register)
  expect(await rebuildFacts(g.register)).toBeGreaterThan(4)
  expect(await digestFacts(g.register)).toBe(before)
})

test('one altered row is found and named; put back, everything holds', async () => {
  const whole = await verifyChains(g.register)
  expect(whole.broken).toBeNull()
  expect(whole.checked).toBeGreaterThan(10)
  const { rows } = await g.register.pool.query(
    'select office_id, id, record, version, patch from change order by seq limit 1 offset 3',
  )
  const row = rows[0]
  const altered = Buffer.from(row.patch)
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1
  await g.register.pool.query('update change set patch = $3 where office_id = $1 and id = $2', [
    row.office_id,
    row.id,
    altered,
  ])
  expect((await verifyChains(g.register)).broken).toMatchObject({
    record: row.record,
    version: row.version,
    why: 'hash',
  })
  await g.register.pool.query('update change set patch = $3 where office_id = $1 and id = $2', [
    row.office_id,
    row.id,
    row.patch,
  ])
  await g.register.pool.query('update record set content = content || \'{"sex":"male"}\' where id = $1', [row.record])
  await g.register.pool.query('update change set author = gen_random_uuid() where office_id = $1 and id = $2', [
    row.office_id,
    row.id,
  ])
  expect((await verifyChains(g.register)).broken).toMatchObject({ record: row.record, why: 'hash' })
})

test('a destroyed key leaves codes for the figures and nothing of the person or the history', async () => {
  const worker = g.actor('caseworker', g.kyiv)
  const file = newCase(g.kyiv, nataliia, { registeredOn: '2026-03-01' })
  await g.push(worker, ...file.changes, file.hang('note', { text: 'She called from the station.' }))
  await asOwner(g.register, client => destroyKeys(client, [file.person], g.register.now()))
  const opened = await inWork(g.register, worker, work => openCase(work, file.case, 'test'))
  expect(opened?.person?.content).not.toHaveProperty('givenNames')
  expect(opened?.person?.content['sex']).toBe('female')
  const history = await inWork(g.register, worker, work => historyOfCase(work, file.case, { limit: 50 }))
  expect(history?.items.length).toBeGreaterThan(2)
  expect(history?.items.every(line => line.set === null)).toBe(true)
  expect(await facts(file.case)).toHaveLength(1)
})

test('two case files of one office on one person are one instance a year, whichever is edited later', async () => {
  const worker = g.actor('caseworker', g.kyiv)
  const first = newCase(g.kyiv, nataliia, { registeredOn: '2024-01-01' })
  const second = newCase(g.kyiv, nataliia, { registeredOn: '2024-06-01' }, first.person)
  const [, secondCase] = second.changes
  await g.push(worker, ...first.changes)
  if (secondCase) await g.push(worker, secondCase)
  const total = async () =>
    Number(
      (await g.register.pool.query('select sum(count) as n from fact_instance where person_id = $1', [first.person]))
        .rows[0].n,
    )
  expect(await total()).toBe(1)
  for (const file of [first, second])
    await g.push(worker, file.hang('service', { type: 'medical', deliveredOn: '2024-07' }))
  expect(await total()).toBe(1)
  await g.push(worker, second.hang('service', { type: 'legal', deliveredOn: '2025-07' }))
  expect(await total()).toBe(2)
  const digest = await digestFacts(g.register)
  await rebuildFacts(g.register)
  expect(await digestFacts(g.register)).toBe(digest)
})

test('while two people disagree on a risk level, the more protective one is in force', async () => {
  const [a, b] = [g.actor('caseworker', g.kyiv), g.actor('caseworker', g.kyiv)]
  const file = newCase(g.kyiv, nataliia, { registeredOn: '2026-01-01' })
  const risk = file.hang('risk', { assessedOn: '2026-01-02', level: 'medium' })
  await g.push(a, ...file.changes, risk)
  const edit = (level: string) => ({ ...risk, id: crypto.randomUUID(), base: 1, set: { level } })
  await g.push(a, edit('low'))
  expect((await g.push(b, edit('high')))[0]).toMatchObject({ status: 'conflict' })
  const opened = await inWork(g.register, a, work => openCase(work, file.case, 'test'))
  expect(opened?.records.find(record => record.id === risk.record)?.content['level']).toBe('high')
})

test('records of an office (a lead) are edited like any other', async () => {
  const worker = g.actor('caseworker', g.kyiv)
  const lead = change(
    { type: 'lead', record: crypto.randomUUID(), office: g.kyiv.id, person: null, case: null },
    { source: 'press', state: 'new' },
  )
  expect((await g.push(worker, lead))[0]).toMatchObject({ status: 'accepted', version: 1 })
  const closed = { ...lead, id: crypto.randomUUID(), base: 1, set: { state: 'closed' } }
  expect((await g.push(worker, closed))[0]).toMatchObject({ status: 'accepted', version: 2 })
})
