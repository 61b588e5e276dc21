import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openersOf } from '#access/guard.ts'
import { permissionsOf } from '#access/permission.ts'
import type { RoleId } from '#access/role.ts'
import { exportHtcds } from '#exchange/htcds/export.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { inWork } from '#register/work.ts'
import { type Asker, type House, newId, openHouse } from './house.ts'

/** Confidentiality levels through the API: who meets what, how a level rises and falls, and how no case is lost by it. */
let house: House
let kyiv: OfficeRow
let minsk: OfficeRow
const ids = {} as Record<Who, string>
const who = {} as Record<Who, Asker>
const staff = {
  worker: ['caseworker', 'KYV'],
  colleague: ['caseworker', 'KYV'],
  boss: ['supervisor', 'KYV'],
  otherBoss: ['supervisor', 'KYV'],
  officer: ['data_protection_officer', 'KYV'],
  focal: ['data_focal_point', 'KYV'],
  there: ['caseworker', 'MSQ'],
  bossThere: ['supervisor', 'MSQ'],
} as const satisfies Record<string, readonly [RoleId, string]>
type Who = keyof typeof staff | 'own'

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  kyiv = await house.office('KYV', top)
  minsk = await house.office('MSQ', top)
  const join_ = async (name: Who, role: RoleId, office: OfficeRow, scope: 'office' | 'own') => {
    ids[name] = await house.account(`${name}@example.test`, [{ role, office: office.id, scope }])
    who[name] = await house.as(ids[name])
  }
  for (const [name, [role, code]] of Object.entries(staff))
    await join_(name as Who, role, code === 'KYV' ? kyiv : minsk, 'office')
  await join_('own', 'caseworker', kyiv, 'own')
})
afterAll(() => house.close())

interface At {
  readonly person: string | null
  readonly case: string | null
  readonly record?: string
  readonly base?: number
  readonly office?: string
}

const change = (type: string, set: object, at: At) => ({
  id: newId(),
  type,
  record: at.record ?? newId(),
  base: at.base ?? 0,
  office: at.office ?? kyiv.id,
  person: at.person,
  case: at.case,
  set,
  madeAt: '2026-03-02T09:00:00Z',
  dictionary: 0,
})

async function push(by: Asker, ...changes: object[]): Promise<{ status: string; problems: { code: string }[] }[]> {
  return (await by.ask('POST', '/changes', { changes })).json().results
}

const verdicts = async (by: Asker, ...changes: object[]) =>
  (await push(by, ...changes)).map(({ status, problems }) => problems[0]?.code ?? status)

interface File {
  readonly person: string
  readonly case: string
}

let n = 0
/** No two alike, so that a search finds one person. */
const aWord = () => Array.from(randomBytes(9), byte => String.fromCharCode(97 + (byte % 26))).join('')
async function aFile(set: object = { caseworker: ids.worker }): Promise<File & { readonly name: string }> {
  n += 1
  const name = `${aWord()} ${aWord()}`
  const [person, kase] = [newId(), newId()]
  const made = await verdicts(
    who.worker,
    change(
      'person',
      { givenNames: name, sex: 'female', phone: `+38050111${1000 + n}` },
      { person, case: null, record: person },
    ),
    change('case', { registeredOn: '2026-01-05', ...set }, { person, case: kase, record: kase }),
  )
  expect(made).toEqual(['accepted', 'accepted'])
  return { person, case: kase, name }
}

const level = (to: string, file: File, reason = 'Her brother works in this office.', record = newId()) =>
  change('confidentiality', { level: to, setOn: '2026-03-02', ...(reason ? { reason } : {}) }, { ...file, record })
const naming = (account: string, file: File, record = newId()) =>
  change('naming', { who: account, why: 'backup', namedOn: '2026-03-02' }, { ...file, record })
const sees = async (by: Asker, file: File) => {
  const { statusCode } = await by.ask('GET', `/cases/${file.case}`)
  expect([200, 404]).toContain(statusCode)
  return statusCode === 200
}
const allSee = async (file: File) =>
  Object.fromEntries(
    await Promise.all(
      (['worker', 'colleague', 'own', 'boss', 'officer', 'focal', 'there'] as const).map(
        async name => [name, await sees(who[name], file)] as const,
      ),
    ),
  )
const found = async (by: Asker, text: string) =>
  ((await by.ask('POST', '/find', { text })).json().matches as { person: string }[]).map(({ person }) => person)

describe('raising', () => {
  test('the worker closes the case to colleagues, and further to supervisors', async () => {
    const file = await aFile()
    const nobodyElse = { own: false, there: false, officer: false, focal: false }
    expect(await allSee(file)).toEqual({
      ...nobodyElse,
      worker: true,
      colleague: true,
      boss: true,
      officer: true,
      focal: true,
    })
    expect(await verdicts(who.worker, level('restricted', file))).toEqual(['accepted'])
    expect(await allSee(file)).toEqual({ ...nobodyElse, worker: true, colleague: false, boss: true })
    expect(await verdicts(who.worker, level('strict', file))).toEqual(['accepted'])
    expect(await allSee(file)).toEqual({ ...nobodyElse, worker: true, colleague: false, boss: false })
  })

  test('nobody raises a level over their own head, nor without a reason', async () => {
    const file = await aFile()
    expect(await verdicts(who.colleague, level('restricted', file))).toEqual(['confidentiality_locks_you_out'])
    expect(await verdicts(who.boss, level('strict', file))).toEqual(['confidentiality_locks_you_out'])
    expect(await verdicts(who.worker, level('restricted', file, ''))).toEqual(['confidentiality_reason_missing'])
    expect(await verdicts(who.boss, level('restricted', file))).toEqual(['accepted'])
  })

  test('a strict case has somebody who carries it, from the first day to the last', async () => {
    const nobodys = await aFile({})
    expect(await verdicts(who.worker, naming(ids.worker, nobodys), level('strict', nobodys))).toEqual([
      'accepted',
      'strict_needs_caseworker',
    ])
    const file = await aFile()
    await push(who.worker, level('strict', file))
    const leave = change('case', { caseworker: null }, { ...file, record: file.case, base: 1 })
    expect(await verdicts(who.worker, leave)).toEqual(['strict_needs_caseworker'])
  })

  test('figures count it as before', async () => {
    const count = async () =>
      (await who.boss.ask('POST', '/figures', { by: ['sex'] })).json() as Record<string, unknown>
    const file = await aFile()
    const { rows: before } = (await count()) as { rows: unknown }
    await push(who.worker, level('strict', file))
    const { rows: after } = (await count()) as { rows: unknown }
    expect(after).toEqual(before)
  })
})

describe('lowering', () => {
  const settle = (by: Asker, approval: string, file: File, state = 'approved') =>
    verdicts(by, change('approval', { state, decidedOn: '2026-03-02' }, { ...file, record: approval, base: 1 }))
  const asking = (of: string, file: File, record: string) =>
    change(
      'approval',
      { kind: 'lower_confidentiality', of, state: 'waiting', askedOn: '2026-03-02', reason: 'The brother has left.' },
      { ...file, record },
    )

  test('is asked for by one and done by another', async () => {
    const file = await aFile()
    await push(who.worker, level('restricted', file))
    const [lower, approval] = [newId(), newId()]
    const asked = [level('ordinary', file, 'The brother has left.', lower), asking(lower, file, approval)]
    expect(await verdicts(who.worker, ...asked)).toEqual(['accepted', 'accepted'])
    expect(await sees(who.colleague, file)).toBe(false)
    expect(await settle(who.worker, approval, file)).toEqual(['approval_by_oneself'])
    expect(await settle(who.colleague, approval, file)).toEqual(['not_found'])
    expect(await sees(who.colleague, file)).toBe(false)
    expect(await settle(who.boss, approval, file)).toEqual(['accepted'])
    expect(await sees(who.colleague, file)).toBe(true)
    expect(await found(who.colleague, (await aName(file)) ?? '')).toContain(file.person)
  })

  test('refused, it stays as it is; and an approval of yesterday does not lower what was raised today', async () => {
    const file = await aFile()
    const [lower, approval] = [newId(), newId()]
    await push(
      who.worker,
      level('restricted', file),
      level('ordinary', file, 'Why not', lower),
      asking(lower, file, approval),
    )
    expect(await settle(who.boss, approval, file, 'refused')).toEqual(['accepted'])
    expect(await sees(who.colleague, file)).toBe(false)
    const [again, yes] = [newId(), newId()]
    await push(who.worker, level('ordinary', file, 'He has left', again), asking(again, file, yes))
    await push(who.worker, level('strict', file))
    await push(who.worker, level('restricted', file, 'Too strict', newId()))
    expect(await sees(who.boss, file)).toBe(false)
  })

  test('what was in force is not rewritten', async () => {
    const file = await aFile()
    const raised = newId()
    await push(who.worker, level('strict', file, 'A reason', raised))
    const rewrite = change('confidentiality', { level: 'ordinary' }, { ...file, record: raised, base: 1 })
    const empty = change('confidentiality', { level: null }, { ...file, record: raised, base: 1 })
    expect(await verdicts(who.worker, rewrite, empty)).toEqual([
      'confidentiality_settled',
      'confidentiality_incomplete',
    ])
  })
})

const aName = async (file: File) =>
  (await who.worker.ask('GET', `/persons/${file.person}`)).json().person.content.givenNames as string | undefined

describe('named colleagues', () => {
  test('are let into a restricted case by who works on it, also with the scope of their own cases', async () => {
    const file = await aFile()
    await push(who.worker, level('restricted', file))
    const [one, two] = [newId(), newId()]
    expect(await verdicts(who.worker, naming(ids.colleague, file, one), naming(ids.own, file, two))).toEqual([
      'accepted',
      'accepted',
    ])
    expect(await allSee(file)).toMatchObject({ colleague: true, own: true })
    const ends = change('naming', { endedOn: '2026-03-02' }, { ...file, record: one, base: 1 })
    expect(await verdicts(who.worker, ends)).toEqual(['accepted'])
    expect(await allSee(file)).toMatchObject({ colleague: false, own: true })
    const begins = change('naming', { endedOn: null }, { ...file, record: one, base: 2 })
    expect(await verdicts(who.worker, begins)).toEqual(['naming_settled'])
  })

  test('on a strict case they are named by a holder of open_restricted only', async () => {
    const file = await aFile()
    await push(who.worker, level('strict', file))
    expect(await verdicts(who.worker, naming(ids.colleague, file))).toEqual(['naming_not_yours'])
    expect(await verdicts(who.boss, naming(ids.boss, file))).toEqual(['not_found'])
  })

  test('naming never reaches further than scope', async () => {
    const file = await aFile()
    await push(who.worker, level('restricted', file), naming(ids.there, file))
    expect(await sees(who.there, file)).toBe(false)
  })

  test('a case that changes hands is the new worker’s, who hears of it', async () => {
    const file = await aFile()
    await push(who.worker, level('restricted', file))
    const give = change('case', { caseworker: ids.colleague }, { ...file, record: file.case, base: 1 })
    expect(await verdicts(who.worker, give)).toEqual(['accepted'])
    expect(await allSee(file)).toMatchObject({ worker: false, colleague: true, boss: true })
    expect(await kindsAt(who.colleague, file)).toEqual(['case_assigned'])
  })
})

const kindsAt = async (by: Asker, file: File) =>
  ((await by.ask('GET', '/notices')).json().items as { kind: string; case: string | null; record: string }[])
    .filter(item => item.case === file.case || item.record === file.case)
    .map(({ kind }) => kind)

describe('the desk for strict cases', () => {
  const strict = async () => {
    const file = await aFile()
    await push(who.worker, level('strict', file))
    return file
  }
  const listed = async (by: Asker) =>
    (await by.ask('GET', '/strict-cases')).json().items as { id: string; mine: boolean; workerName: string }[]

  test('says that there is one and who carries it, to supervisors of the office alone', async () => {
    const file = await strict()
    const line = (await listed(who.boss)).find(({ id }) => id === file.case)
    expect(line).toEqual({
      id: file.case,
      office: kyiv.id,
      number: expect.stringMatching(/^KYV-/),
      worker: ids.worker,
      workerName: 'Name of worker@example.test',
      mine: false,
    })
    expect((await listed(who.bossThere)).map(({ id }) => id)).not.toContain(file.case)
    expect((await who.colleague.ask('GET', '/strict-cases')).statusCode).toBe(403)
  })

  test('a supervisor lets a colleague in without reading it, and the worker hears of it', async () => {
    const file = await strict()
    const body = { account: ids.colleague, as: 'named', why: 'backup', reason: 'Worker on leave' }
    expect((await who.boss.ask('POST', `/strict-cases/${file.case}/naming`, body)).statusCode).toBe(200)
    expect(await allSee(file)).toMatchObject({ worker: true, colleague: true, boss: false })
    expect(await kindsAt(who.colleague, file)).toEqual(['named_on_case'])
    expect(await kindsAt(who.worker, file)).toContain('case_names_more')
    expect(await kindsAt(who.officer, file)).toEqual([])
  })

  test('in an emergency a supervisor names themselves: in the read log, told to worker and data protection', async () => {
    const file = await strict()
    const body = { account: ids.boss, as: 'named', why: 'emergency', reason: 'She called from a station.' }
    expect((await who.boss.ask('POST', `/strict-cases/${file.case}/naming`, body)).statusCode).toBe(200)
    expect(await sees(who.boss, file)).toBe(true)
    expect(await sees(who.otherBoss, file)).toBe(false)
    const log = (await who.officer.ask('GET', `/read-log?person=${file.person}`)).json().items
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'emergency_access', account: ids.boss, case: file.case, purpose: 'emergency' }),
    )
    const notices = (await who.officer.ask('GET', '/notices')).json().items as { kind: string; case: string | null }[]
    expect(notices.filter(({ kind }) => kind === 'case_opened_in_emergency')).toMatchObject([{ case: null }])
    expect(await kindsAt(who.worker, file)).toContain('case_names_more')
    expect(JSON.stringify(log)).not.toContain('station')
  })

  test('a case goes to another worker when the first falls ill, and the first hears of it', async () => {
    const file = await strict()
    const body = { account: ids.colleague, as: 'caseworker', why: 'works_on_it', reason: 'Worker in hospital' }
    expect((await who.boss.ask('POST', `/strict-cases/${file.case}/naming`, body)).statusCode).toBe(200)
    expect(await allSee(file)).toMatchObject({ worker: false, colleague: true, boss: false })
    expect(await kindsAt(who.colleague, file)).toEqual(['case_assigned'])
    const told = (await who.worker.ask('GET', '/notices')).json().items as { kind: string; record: string }[]
    expect(told.filter(({ record }) => record === file.case).map(({ kind }) => kind)).toContain('case_given_away')
  })

  test.each([
    ['a supervisor of another mission', 'bossThere'],
    ['a colleague', 'colleague'],
    ['data protection', 'officer'],
  ] as const)('is closed to %s, as if there were no such case', async (_, name) => {
    const file = await strict()
    const body = { account: ids[name], as: 'named', why: 'emergency', reason: 'I want to' }
    const one = await who[name].ask('POST', `/strict-cases/${file.case}/naming`, body)
    const other = await who[name].ask('POST', `/strict-cases/${newId()}/naming`, body)
    expect([one.statusCode, one.body]).toEqual([other.statusCode, other.body])
    expect(one.statusCode).toBe(name === 'bossThere' ? 404 : 403)
    expect(await sees(who[name], file)).toBe(false)
  })

  test('takes strict cases only, and colleagues who are there', async () => {
    const file = await aFile()
    await push(who.worker, level('restricted', file))
    const body = { account: ids.boss, as: 'named', why: 'emergency', reason: 'Why' }
    expect((await who.boss.ask('POST', `/strict-cases/${file.case}/naming`, body)).statusCode).toBe(404)
    const other = await strict()
    const nobody = { ...body, account: newId() }
    expect((await who.boss.ask('POST', `/strict-cases/${other.case}/naming`, nobody)).statusCode).toBe(404)
  })
})

describe('the person', () => {
  test('with restricted cases only is found by nobody else, and registering again confirms nothing', async () => {
    const file = await aFile()
    const phone = (await who.worker.ask('GET', `/persons/${file.person}`)).json().person.content.phone as string
    const number = (await who.worker.ask('GET', `/cases/${file.case}`)).json().case.content.number as string
    expect(await found(who.colleague, file.name)).toEqual([file.person])
    await push(who.worker, level('restricted', file))
    for (const text of [file.name, phone, number])
      for (const [name, expected] of [
        ['worker', [file.person]],
        ['boss', [file.person]],
        ['colleague', []],
        ['focal', []],
      ] as const)
        expect({ name, found: await found(who[name], text) }).toEqual({ name, found: expected })
    expect((await who.colleague.ask('GET', `/persons/${file.person}`)).statusCode).toBe(404)
    const person = newId()
    const again = change('person', { givenNames: file.name, phone }, { person, case: null, record: person })
    expect(await verdicts(who.colleague, again)).toEqual(['accepted'])
    expect(await found(who.colleague, file.name)).toEqual([person])
  })

  test('with an ordinary case too is seen with that case alone', async () => {
    const file = await aFile()
    const second = newId()
    await push(
      who.worker,
      change('case', { registeredOn: '2026-02-02' }, { person: file.person, case: second, record: second }),
    )
    await push(who.worker, level('strict', file))
    const seen = (await who.colleague.ask('GET', `/persons/${file.person}`)).json()
    expect(seen.cases.map(({ id }: { id: string }) => id)).toEqual([second])
    const opened = (await who.colleague.ask('GET', `/cases/${second}`)).json()
    expect(opened.otherCases).toEqual([])
    expect(await found(who.colleague, file.name)).toEqual([file.person])
  })

  test('a link to a hidden person is hidden on the other person’s page', async () => {
    const [file, other] = [await aFile(), await aFile()]
    const link = change('link', { other: file.person, verdict: 'same' }, { person: other.person, case: null })
    expect(await verdicts(who.worker, link)).toEqual(['accepted'])
    const types = async (by: Asker) =>
      ((await by.ask('GET', `/cases/${other.case}`)).json().records as { type: string }[]).map(({ type }) => type)
    expect(await types(who.colleague)).toContain('link')
    await push(who.worker, level('restricted', file))
    expect(await types(who.colleague)).not.toContain('link')
    expect(await types(who.worker)).toContain('link')
  })

  test('gets a copy of what is kept: data protection answers without being let in', async () => {
    const file = await aFile()
    await push(who.worker, level('strict', file))
    const request = newId()
    const at = { person: file.person, case: null, record: request }
    expect(
      await verdicts(who.worker, change('rights_request', { kind: 'access', receivedOn: '2026-03-02' }, at)),
    ).toEqual(['accepted'])
    const list = (by: Asker) => by.ask('GET', '/lists/rights_request')
    expect((await list(who.officer)).body).toContain(request)
    expect((await list(who.colleague)).body).not.toContain(request)
    const decision = { state: 'decided', decision: 'granted', decidedBy: ids.officer, decidedOn: '2026-03-02' }
    expect(await verdicts(who.officer, change('rights_request', decision, { ...at, base: 1 }))).toEqual(['accepted'])
    const bundle = await who.officer.ask('GET', `/rights-requests/${request}/bundle`)
    expect(bundle.statusCode).toBe(200)
    expect(bundle.body).toContain(file.name)
    expect(await sees(who.officer, file)).toBe(false)
  })
})

test('what somebody was told before is gone once the case is closed to them', async () => {
  const file = await aFile()
  const flag = change('flag', { kind: 'question', raisedOn: '2026-03-02' }, file)
  await push(who.worker, flag)
  const kinds = async () =>
    ((await who.boss.ask('GET', '/notices')).json().items as { case: string | null }[]).filter(
      item => item.case === file.case,
    ).length
  expect(await kinds()).toBe(1)
  await push(who.worker, level('strict', file))
  expect(await kinds()).toBe(0)
  await push(who.worker, { ...flag, id: newId(), record: newId() })
  const { rows } = await house.register.pool.query('select 1 from notice where case_id = $1', [file.case])
  // The two supervisors, of the first flag.
  expect(rows).toHaveLength(2)
})

describe('handed over to another mission', () => {
  let file: File
  let referral = ''
  beforeEach(async () => {
    file = await aFile()
    await push(
      who.worker,
      change('consent', { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-20' }, file),
      level('restricted', file),
    )
    referral = newId()
    const set = { need: 'legal', recipientKind: 'own_mission', toOffice: minsk.id, state: 'sent', sentOn: '2026-03-01' }
    expect(await verdicts(who.worker, change('referral', set, { ...file, record: referral }))).toEqual(['accepted'])
  })

  test('a restricted case is open there to those who may open restricted ones, and to who takes it', async () => {
    expect(await sees(who.there, file)).toBe(false)
    expect((await who.there.ask('GET', '/lists/referral')).body).not.toContain(referral)
    const deaf = await who.there.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
    expect(deaf.statusCode).toBe(404)
    expect(await sees(who.bossThere, file)).toBe(true)
    const answered = await who.bossThere.ask('POST', `/referrals/${referral}/answer`, { state: 'accepted' })
    expect(answered.statusCode).toBe(200)
    const second = { person: file.person, case: answered.json().case as string }
    expect(await sees(who.there, second)).toBe(false)
    const give = change(
      'case',
      { caseworker: ids.there },
      { ...second, record: second.case, base: 1, office: minsk.id },
    )
    expect(await verdicts(who.bossThere, give)).toEqual(['accepted'])
    expect([await sees(who.there, second), await sees(who.there, file)]).toEqual([true, true])
    expect([await sees(who.worker, second), await sees(who.colleague, second)]).toEqual([false, false])
  })
})

test('files that leave hold ordinary cases only, and say how many stayed', async () => {
  const [file, open] = [await aFile(), await aFile()]
  await push(who.worker, level('restricted', file))
  const path = join(tmpdir(), `waymark-${newId()}.csv`)
  const report = await exportHtcds(house.register, { file: path, office: 'KYV', withIdentity: true, replace: false })
  const text = await readFile(path, 'utf8')
  await rm(path)
  expect(text).toContain(open.name)
  expect(text).not.toContain(file.name)
  expect(report.notes.join(' ')).toMatch(/left out: [1-9]/)
})

test('PostgreSQL asks the same as the program: its names of who asks are the program’s', async () => {
  const grants = [
    { role: 'supervisor', office: kyiv.id, scope: 'region' },
    { role: 'caseworker', office: minsk.id, scope: 'own' },
    { role: 'data_protection_officer', office: kyiv.id, scope: 'all' },
  ] as const
  for (const some of [grants.slice(0, 1), grants.slice(1, 2), grants]) {
    const actor = { id: ids.boss, kind: 'user', grants: some } as const
    const told = await inWork(house.register, actor, work =>
      work.client.query<{ openers: string[] }>('select openers() as openers'),
    )
    const own = openersOf(permissionsOf(actor, house.register.offices().tree).holder)
    expect(new Set(told.rows[0]?.openers)).toEqual(new Set(own))
  }
})
