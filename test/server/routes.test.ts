import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleId } from '#access/role.ts'
import { roles } from '#access/role.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import type { Route } from '#server/route.ts'
import { allRoutes } from '#server/routes/all.ts'
import { type Asker, asker, type House, newId, openHouse } from './house.ts'

let house: House
let hq: OfficeRow
beforeAll(async () => {
  house = await openHouse()
  hq = await house.office('HQ')
})
afterAll(() => house.close())

const addressOf = (route: Route) => route.path.replaceAll(/:\w+/g, () => newId())
/** The partner's doors ask for link and code each time; a visitor's chat is closed until an office opens it. */
const open = [
  'GET /health',
  'GET /setup',
  'POST /setup',
  'POST /session',
  'POST /partner/open',
  'POST /partner/answer',
  'POST /partner/acknowledge',
  'GET /chat',
  'POST /chat',
  'POST /chat/say',
  'POST /chat/news',
  'POST /chat/leave',
  // A device under duress has no session; its token opens nothing, and every answer is alike.
  'POST /devices/alarm',
]
const nameOf = (route: Route) => `${route.method} ${route.path}`

test('only the doors (a partner’s, a visitor’s and an alarm’s among them), the set-up and the pulse are open to strangers', () => {
  expect(
    allRoutes
      .filter(route => route.may === 'anyone')
      .map(nameOf)
      .sort(),
  ).toEqual([...open].sort())
})

test('every address of the API was declared with a permission', () => {
  const known = new Set(allRoutes.map(route => `${route.method} /api${route.path}`))
  const { paths } = house.app.swagger() as { paths: Record<string, Record<string, unknown>> }
  const served = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(served.sort()).toEqual([...known].sort())
})

describe('a stranger', () => {
  for (const route of allRoutes.filter(({ may }) => may !== 'anyone')) {
    test(`gets nothing from ${nameOf(route)}`, async () => {
      const body = route.method === 'GET' ? undefined : {}
      for (const cookie of ['', 'waymark=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
        const reply = await asker(house.app, cookie).ask(route.method, addressOf(route), body)
        expect(reply.statusCode).toBe(401)
        expect(reply.json()).toEqual({ code: 'not_signed_in', message: expect.any(String), problems: [] })
      }
      const program = await house.app.inject({
        method: route.method,
        url: `/api${addressOf(route)}`,
        headers: { authorization: 'Bearer waymark_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
        ...(body ? { payload: body } : {}),
      })
      expect(program.statusCode).toBe(401)
    })
  }
})

describe('a role without the verb is refused before anything is read', () => {
  const asked = [...roles.values()].filter(role => !role.internal)
  const people = new Map<RoleId, Asker>()
  beforeAll(async () => {
    for (const role of asked) {
      const scope = role.scopes[0] ?? 'office'
      const account = await house.account(`${role.id}@example.test`, [{ role: role.id, office: hq.id, scope }])
      people.set(role.id, await house.as(account))
    }
  })
  const hasVerb = (role: RoleId, { may }: Route): boolean => {
    const { verbs, types } = roles.get(role) ?? { verbs: [], types: {} }
    if (may === 'anyone' || may === 'signed_in' || may === 'signed_in_or_program') return true
    if (may === 'read' || may === 'write') return Object.values(types).some(rights => rights[may].length > 0)
    return (verbs as readonly string[]).includes(may)
  }
  for (const role of asked) {
    test(role.id, async () => {
      const person = people.get(role.id)
      for (const route of allRoutes) {
        // The session itself stays open for the next question.
        if (nameOf(route) === 'DELETE /session' || route.limited) continue
        const reply = await person?.ask(route.method, addressOf(route), route.method === 'GET' ? undefined : {})
        const refused = reply?.statusCode === 403 && reply.json().code === 'not_allowed'
        expect({ route: nameOf(route), refused }).toEqual({ route: nameOf(route), refused: !hasVerb(role.id, route) })
        expect(reply?.statusCode, nameOf(route)).toBeLessThan(500)
      }
    })
  }
})

describe('every answer', () => {
  test('carries the headers that keep it here', async () => {
    const { headers } = await asker(house.app, '').ask('GET', '/health')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('https:')
  })

  test('to a malformed request names the fields and repeats no value', async () => {
    const reply = await asker(house.app, '').ask('POST', '/session', { login: 42, password: { secret: 'swordfish' } })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().problems.map((problem: { field: string }) => problem.field)).toEqual(['login', 'password'])
    expect(reply.body).not.toContain('swordfish')
    const broken = await house.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-waymark': '1', 'content-type': 'application/json' },
      payload: '{"login": "swordfish',
    })
    expect(broken.statusCode).toBe(400)
    expect(broken.body).not.toContain('swordfish')
  })

  test('to what is too large, unknown or no JSON is a refusal of ours', async () => {
    const big = await asker(house.app, '').ask('POST', '/session', { login: 'x'.repeat(2_200_000), password: 'y' })
    expect([big.statusCode, big.json().code]).toEqual([413, 'too_large'])
    const unknown = await asker(house.app, '').ask('GET', '/nothing-here')
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'not_found'])
    const text = await house.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-waymark': '1', 'content-type': 'text/xml' },
      payload: '<a/>',
    })
    expect([text.statusCode, text.json().code]).toEqual([415, 'wrong_format'])
  })
})
