import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GuardedCase, guardOfLink, guardOfRequest, guardsOf, names, opens, openersOf } from '#access/guard.ts'
import { type Grant, permissionsOf, systemActor } from '#access/permission.ts'
import { officeTree } from '#access/office-tree.ts'
import { roleIds, roles, scopes } from '#access/role.ts'
import { type ConfidentialityLevel, confidentialityLevels } from '#dictionary/data/confidentiality-levels.ts'

const tree = officeTree([
  { id: 'hq', parent: null },
  { id: 'kyiv', parent: 'hq' },
  { id: 'odesa', parent: 'kyiv' },
  { id: 'minsk', parent: 'hq' },
])
const offices = ['hq', 'kyiv', 'odesa', 'minsk'] as const

const aCase = (level: ConfidentialityLevel, more: Partial<GuardedCase> = {}): GuardedCase => ({
  id: 'c1',
  office: 'kyiv',
  shared: [],
  level,
  worker: 'worker',
  named: ['named'],
  ...more,
})
const holderOf = (id: string, ...grants: Grant[]) => permissionsOf({ id, kind: 'user', grants }, tree).holder
const grant = (role: Grant['role'], office: string, scope: Grant['scope'] = 'office'): Grant => ({
  role,
  office,
  scope,
})

/** Does the guard let this account in? Scope is asked apart. */
function letIn(of: GuardedCase, id: string, ...grants: Grant[]): boolean {
  return opens(guardsOf([of]).cases.get(of.id) ?? null, openersOf(holderOf(id, ...grants)))
}

describe('who is let in', () => {
  test.each([
    ['the worker', 'worker', grant('caseworker', 'kyiv'), true, true],
    ['a named colleague', 'named', grant('caseworker', 'kyiv', 'own'), true, true],
    ['a colleague', 'other', grant('caseworker', 'kyiv'), false, false],
    ['the supervisor', 'boss', grant('supervisor', 'kyiv'), true, false],
    ['the supervisor above', 'boss', grant('supervisor', 'hq', 'region'), true, false],
    ['the supervisor below', 'boss', grant('supervisor', 'odesa'), false, false],
    ['the supervisor of another mission', 'boss', grant('supervisor', 'minsk'), false, false],
    ['a supervisor who is named', 'named', grant('supervisor', 'kyiv'), true, true],
    ['data protection', 'officer', grant('data_protection_officer', 'hq', 'all'), false, false],
    ['the data focal point', 'focal', grant('data_focal_point', 'hq', 'all'), false, false],
    ['the network analyst', 'analyst', grant('network_analyst', 'hq', 'all'), false, false],
    ['the fund manager', 'funds', grant('fund_manager', 'hq', 'all'), false, false],
    ['a shelter manager', 'house', grant('shelter_manager', 'kyiv'), false, false],
  ] as const)('%s', (_, id, held, restricted, strict) => {
    expect(letIn(aCase('ordinary'), id, held)).toBe(true)
    expect(letIn(aCase('restricted'), id, held)).toBe(restricted)
    expect(letIn(aCase('strict'), id, held)).toBe(strict)
  })

  test('the machine, whatever the level', () => {
    const machine = openersOf(permissionsOf(systemActor('m', 'hq'), tree).holder)
    for (const level of confidentialityLevels)
      expect(opens(guardsOf([aCase(level)]).cases.get('c1') ?? null, machine)).toBe(true)
  })

  test('who took a restricted case over, and supervisors there; of a strict one nobody', () => {
    const cases = (level: ConfidentialityLevel) => [
      aCase(level, { shared: ['minsk'] }),
      aCase(level, { id: 'c2', office: 'minsk', worker: 'taker', named: [] }),
    ]
    const seen = (level: ConfidentialityLevel, id: string, held: Grant) => {
      const { cases: guards } = guardsOf(cases(level))
      const openers = openersOf(holderOf(id, held))
      return ['c1', 'c2'].map(each => opens(guards.get(each) ?? null, openers))
    }
    expect(seen('restricted', 'taker', grant('caseworker', 'minsk'))).toEqual([true, true])
    expect(seen('restricted', 'boss', grant('supervisor', 'minsk'))).toEqual([true, true])
    expect(seen('restricted', 'other', grant('caseworker', 'minsk'))).toEqual([false, false])
    expect(seen('restricted', 'worker', grant('caseworker', 'kyiv'))).toEqual([true, false])
    expect(seen('strict', 'taker', grant('caseworker', 'minsk'))).toEqual([false, true])
    expect(seen('strict', 'boss', grant('supervisor', 'minsk'))).toEqual([false, false])
  })
})

describe('the person', () => {
  const sees = (cases: readonly GuardedCase[], id: string, held: Grant) =>
    opens(guardsOf(cases).person, openersOf(holderOf(id, held)))

  test('is guarded as soon as one case is, and seen by who sees one of the cases', () => {
    const both = [aCase('strict'), aCase('ordinary', { id: 'c2', office: 'minsk', worker: null, named: [] })]
    expect(guardsOf([aCase('ordinary')]).person).toBeNull()
    expect(guardsOf([]).person).toBeNull()
    expect(sees(both, 'other', grant('caseworker', 'minsk'))).toBe(true)
    expect(sees(both, 'other', grant('caseworker', 'kyiv'))).toBe(false)
    expect(sees(both, 'worker', grant('caseworker', 'kyiv'))).toBe(true)
    expect(sees(both, 'focal', grant('data_focal_point', 'hq', 'all'))).toBe(true)
  })

  test('a request about own data is answered by who decides there, and by nobody else anew', () => {
    const guard = guardOfRequest(guardsOf([aCase('strict')]).person, 'kyiv')
    const openers = (held: Grant) => openersOf(holderOf('x', held))
    expect(opens(guard, openers(grant('data_protection_officer', 'kyiv')))).toBe(true)
    expect(opens(guard, openers(grant('data_protection_officer', 'minsk')))).toBe(false)
    expect(opens(guard, openers(grant('supervisor', 'kyiv')))).toBe(false)
    expect(guardOfRequest(null, 'kyiv')).toBeNull()
  })
})

describe('laws', () => {
  const people = ['worker', 'named', 'taker', 'other'] as const
  const aLevel = fc.constantFrom(...confidentialityLevels)
  const someCases = fc.array(
    fc.record({
      office: fc.constantFrom(...offices),
      shared: fc.subarray([...offices]),
      level: aLevel,
      worker: fc.option(fc.constantFrom(...people)),
      named: fc.subarray([...people]),
    }),
    { minLength: 1, maxLength: 3 },
  )
  const numbered = (cases: readonly Omit<GuardedCase, 'id'>[]) => cases.map((each, i) => ({ ...each, id: `c${i}` }))
  const someone = fc
    .tuple(
      fc.constantFrom(...people),
      fc.constantFrom(...roleIds),
      fc.constantFrom(...offices),
      fc.constantFrom(...scopes),
    )
    .filter(([, role, , scope]) => roles.get(role)?.scopes.includes(scope) === true && role !== 'system')
    .map(([id, role, office, scope]) => openersOf(holderOf(id, { role, office, scope })))
  const rank = (level: ConfidentialityLevel) => confidentialityLevels.indexOf(level)

  test('a higher level never lets more people in, and one more name never fewer', () => {
    fc.assert(
      fc.property(someCases, someone, aLevel, fc.constantFrom(...people), (some, openers, other, name) => {
        const [first, ...rest] = numbered(some)
        if (!first) return
        const seen = (changed: Partial<GuardedCase>) =>
          opens(guardsOf([{ ...first, ...changed }, ...rest]).cases.get(first.id) ?? null, openers)
        const [low, high] = rank(first.level) < rank(other) ? [first.level, other] : [other, first.level]
        if (seen({ level: high })) expect(seen({ level: low })).toBe(true)
        if (seen({})) expect(seen({ named: [...first.named, name] })).toBe(true)
      }),
    )
  })

  test('who sees a guarded case sees its person, and who sees none of them does not', () => {
    fc.assert(
      fc.property(someCases, someone, (some, openers) => {
        const cases = numbered(some)
        const guards = guardsOf(cases)
        const reached = (of: GuardedCase) =>
          ['all', of.office, ...of.shared].some(office => openers.has(`office:${office}`))
        const sees = (of: GuardedCase) => opens(guards.cases.get(of.id) ?? null, openers)
        const any = cases.some(each => sees(each) && (each.level !== 'ordinary' || reached(each)))
        if (guards.person !== null) expect(opens(guards.person, openers)).toBe(any)
        else expect(cases.every(({ level }) => level === 'ordinary')).toBe(true)
      }),
    )
  })

  test('the worker and the named are never shut out of their own case', () => {
    fc.assert(
      fc.property(someCases, some => {
        const cases = numbered(some)
        for (const each of cases)
          for (const id of [...(each.worker === null ? [] : [each.worker]), ...each.named]) {
            const guard = guardsOf(cases).cases.get(each.id) ?? null
            expect(opens(guard, openersOf(holderOf(id)))).toBe(true)
            if (guard !== null) expect(names(guard, id)).toBe(true)
          }
      }),
    )
  })

  test('a link is seen by nobody who does not see both persons', () => {
    fc.assert(
      fc.property(someCases, someCases, someone, (one, other, openers) => {
        const [a, b] = [guardsOf(numbered(one)).person, guardsOf(numbered(other)).person]
        if (opens(guardOfLink(a, b), openers)) expect([opens(a, openers), opens(b, openers)]).toEqual([true, true])
      }),
    )
  })

  test('a guard shuts every class of every type, for reading and writing', () => {
    const guard = guardsOf([aCase('strict')]).cases.get('c1') ?? null
    for (const role of roleIds.filter(id => id !== 'system'))
      for (const scope of roles.get(role)?.scopes ?? []) {
        const permissions = permissionsOf({ id: 'other', kind: 'user', grants: [{ role, office: 'hq', scope }] }, tree)
        for (const type of Object.keys(roles.get(role)?.types ?? {})) {
          const target = { office: 'kyiv', own: true, shared: [...offices], guard }
          expect(permissions.readable(type, target).size + permissions.writable(type, target).size).toBe(0)
        }
      }
  })
})
