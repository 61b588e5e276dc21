import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SMTPServer } from 'smtp-server'
import { mailer } from '#server/mailer.ts'
import { type Asker, type House, newId, openHouse } from './house.ts'

/** Working together, through the API: two people, who is told, who carries what, one's own filters. */
let house: House
let office = ''
let worker: Asker
let colleague: Asker
let boss: Asker
const ids = { worker: '', colleague: '', boss: '' }

beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  const kyiv = await house.office('KYV', top)
  office = kyiv.id
  const staff = async (login: string, role: 'caseworker' | 'supervisor') => {
    const id = await house.account(login, [{ role, office, scope: 'office' }])
    return [id, await house.as(id)] as const
  }
  ;[ids.worker, worker] = await staff('worker', 'caseworker')
  ;[ids.colleague, colleague] = await staff('colleague', 'caseworker')
  ;[ids.boss, boss] = await staff('boss', 'supervisor')
})
afterAll(() => house.close())

const change = (
  type: string,
  set: object,
  at: { person: string | null; case: string | null; record?: string; base?: number },
) => ({
  id: newId(),
  type,
  record: at.record ?? newId(),
  base: at.base ?? 0,
  office,
  person: at.person,
  case: at.case,
  set,
  madeAt: '2026-03-02T09:00:00Z',
  dictionary: 0,
})

async function push(who: Asker, ...changes: object[]): Promise<{ status: string; problems: { code: string }[] }[]> {
  return (await who.ask('POST', '/changes', { changes })).json().results
}

async function aCase(set: object = {}) {
  const [person, kase] = [newId(), newId()]
  const results = await push(
    worker,
    change('person', { givenNames: 'Ярина' }, { person, case: null, record: person }),
    change('case', { registeredOn: '2026-01-05', ...set }, { person, case: kase, record: kase }),
  )
  expect(results.map(result => result.status)).toEqual(['accepted', 'accepted'])
  return { person, case: kase }
}

const noticesOf = async (who: Asker) =>
  (await who.ask('GET', '/notices?unread=yes')).json().items as { kind: string; id: string }[]

describe('two people', () => {
  test('closing waits for a supervisor, who is told; a forged approval by the one who asked is refused', async () => {
    const at = await aCase()
    const close = change('case', { status: 'closed' }, { ...at, record: at.case, base: 1 })
    expect((await push(worker, close))[0]).toMatchObject({
      status: 'refused',
      problems: [{ code: 'closure_needs_approval' }],
    })
    const approval = newId()
    const ask = change(
      'approval',
      { kind: 'closure', of: at.case, state: 'waiting', askedOn: '2026-03-01' },
      { ...at, record: approval },
    )
    expect((await push(worker, ask))[0]?.status).toBe('accepted')
    const settle = { ...at, record: approval, base: 1 }
    for (const who of [worker, colleague]) {
      const [forged] = await push(who, change('approval', { state: 'approved' }, settle))
      expect(forged?.status).toBe('refused')
    }
    expect((await noticesOf(boss)).map(notice => notice.kind)).toContain('approval_waiting')
    const waiting = (await boss.ask('GET', '/lists/approval?open=yes&kind=closure')).json()
    expect(waiting.items.map((line: { record: { id: string } }) => line.record.id)).toEqual([approval])
    expect(
      (await push(boss, change('approval', { state: 'approved', decidedOn: '2026-03-02' }, settle)))[0]?.status,
    ).toBe('accepted')
    expect((await noticesOf(worker)).map(notice => notice.kind)).toContain('approval_answered')
    expect((await push(worker, { ...close, id: newId() }))[0]?.status).toBe('accepted')
  })
})

describe('who carries what', () => {
  test('a colleague cannot take a case away; the supervisor hands it over, and the new caseworker is told', async () => {
    const at = await aCase({ caseworker: ids.worker })
    await push(worker, change('task', { kind: 'payment', dueOn: '2026-02-01' }, at))
    const take = (to: string) => change('case', { caseworker: to }, { ...at, record: at.case, base: 1 })
    expect((await push(colleague, take(ids.colleague)))[0]).toMatchObject({
      problems: [{ code: 'assignment_not_yours' }],
    })
    const handed = await push(
      boss,
      take(ids.colleague),
      change(
        'handover',
        { handedOn: '2026-03-02', from: ids.worker, to: ids.colleague, note: 'Call on Thursday.' },
        at,
      ),
    )
    expect(handed.map(result => result.status)).toEqual(['accepted', 'accepted'])
    expect((await noticesOf(colleague)).map(notice => notice.kind)).toEqual(['case_assigned'])
    const team = (await boss.ask('GET', `/team?office=${office}`)).json()
    const line = (id: string) => team.items.find((member: { id: string }) => member.id === id)
    expect(line(ids.colleague)).toMatchObject({ cases: 1, late: 1, name: 'Name of colleague' })
    expect(line(ids.worker)).toMatchObject({ late: 0 })
    const mine = (await colleague.ask('GET', '/lists/task?who=me&open=yes&kind=payment')).json()
    expect(mine.items).toHaveLength(1)
  })

  test('who does not assign sees no team, and an office out of reach is not found', async () => {
    expect((await worker.ask('GET', `/team?office=${office}`)).statusCode).toBe(403)
    expect((await boss.ask('GET', `/team?office=${newId()}`)).statusCode).toBe(404)
  })
})

describe('notices', () => {
  test('are read by the one they are for, and marked by nobody else', async () => {
    const [first] = await noticesOf(colleague)
    await boss.ask('POST', '/notices/read', { ids: [first?.id] })
    expect(await noticesOf(colleague)).toHaveLength(1)
    await colleague.ask('POST', '/notices/read', { ids: [first?.id] })
    expect(await noticesOf(colleague)).toEqual([])
  })

  test('go out once by mail, in neutral words, to those who gave an address', async () => {
    const letters: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          letters.push(Buffer.concat(parts).toString())
          done()
        })
      },
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    const post = mailer(house.register, {
      smtp: `smtp://127.0.0.1:${port}`,
      from: 'desk@example.org',
      url: 'https://desk.example.org',
    })
    try {
      expect((await boss.ask('PATCH', '/account', { mail: 'boss@example.org' })).json().mail).toBe('boss@example.org')
      const at = await aCase()
      const kind = { kind: 'question', raisedOn: '2026-03-02', about: 'Ярина was seen at the station' }
      await push(worker, change('flag', kind, at))
      expect(await post.round()).toBe(0)
      house.clock.now = new Date(house.clock.now.getTime() + 120_000)
      expect(await post.round()).toBe(1)
      expect(await post.round()).toBe(0)
      expect(letters).toHaveLength(1)
      expect(letters[0]).toContain('To: boss@example.org')
      expect(letters[0]).not.toMatch(/Ярина|station|KYV|traffick|case/i)
    } finally {
      post.close()
      await new Promise<void>(resolve => server.close(() => resolve()))
    }
  })

  test('a mail server that does not answer loses nothing', async () => {
    const at = await aCase()
    await push(worker, change('flag', { kind: 'question', raisedOn: '2026-03-02' }, at))
    house.clock.now = new Date(house.clock.now.getTime() + 120_000)
    const nowhere = mailer(house.register, { smtp: 'smtp://127.0.0.1:1', from: 'desk@example.org' })
    await expect(nowhere.round()).rejects.toThrow()
    nowhere.close()
    const { rows } = await house.register.pool.query('select from notice where mailed_at is null and account_id = $1', [
      ids.boss,
    ])
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('a case on paper', () => {
  test('for a partner needs consent to sharing, for the person nothing; each is in the read log', async () => {
    const at = await aCase()
    await push(worker, change('service', { type: 'legal', what: 'Advice on wages', deliveredOn: '2026-02-01' }, at))
    const partner = () => worker.ask('GET', `/cases/${at.case}/summary?audience=partner`)
    const refused = await partner()
    expect(refused.statusCode).toBe(422)
    expect(refused.json().problems).toMatchObject([{ code: 'sharing_consent_missing' }])
    const own = (await worker.ask('GET', `/cases/${at.case}/summary?audience=person`)).json()
    expect(JSON.stringify(own)).toContain('Ярина')
    await push(worker, change('consent', { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-01' }, at))
    const shared = JSON.stringify((await partner()).json())
    expect(shared).toContain('legal')
    expect(shared).not.toMatch(/Ярина|Advice/)
    const stranger = await house.as(await house.account('elsewhere', []))
    expect((await stranger.ask('GET', `/cases/${at.case}/summary?audience=person`)).statusCode).toBe(403)
    const { rows } = await house.register.pool.query(
      "select purpose from read_log where action = 'summary' and case_id = $1 order by seq",
      [at.case],
    )
    expect(rows.map(row => row.purpose)).toEqual(['person', 'partner'])
  })
})

describe('saved filters', () => {
  test('are one’s own', async () => {
    const saved = await worker.ask('POST', '/filters', {
      list: 'task',
      name: 'Late payments',
      filter: { kind: 'payment', open: 'yes' },
    })
    expect(saved.statusCode).toBe(200)
    const { id } = saved.json()
    expect((await worker.ask('GET', '/filters?list=task')).json().items).toEqual([
      {
        id,
        name: 'Late payments',
        filter: { kind: 'payment', open: 'yes' },
        mine: true,
        seen: 'me',
        office: null,
        by: null,
        mayDelete: true,
      },
    ])
    expect((await boss.ask('GET', '/filters?list=task')).json().items).toEqual([])
    expect((await boss.ask('DELETE', `/filters/${id}`)).statusCode).toBe(404)
    expect((await worker.ask('DELETE', `/filters/${id}`)).statusCode).toBe(200)
    expect((await worker.ask('GET', '/filters?list=task')).json().items).toEqual([])
  })
})
