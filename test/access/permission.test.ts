import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayApprove, mayGrant } from '#access/granting.ts'
import { type Actor, type Grant, nowhere, permissionsOf, systemActor, type Target, within } from '#access/permission.ts'
import { officeTree } from '#access/office-tree.ts'
import { activityTypes } from '#access/rights/activity.ts'
import { roleIds, roles, scopes, verbs } from '#access/role.ts'
import { sensitivities } from '#dictionary/field.ts'

// hq > north (region) > kyiv > odesa; hq > south (region) > accra; partner stands beside.
const tree = officeTree([
  { id: 'hq', parent: null },
  { id: 'north', parent: 'hq' },
  { id: 'kyiv', parent: 'north' },
  { id: 'odesa', parent: 'kyiv' },
  { id: 'south', parent: 'hq' },
  { id: 'accra', parent: 'south' },
  { id: 'partner', parent: null },
])
const offices = ['hq', 'north', 'kyiv', 'odesa', 'south', 'accra', 'partner']
const types = [...new Set([...roles.values()].flatMap(role => Object.keys(role.types))), 'nonsense', 'constructor']

const user = (...grants: Grant[]): Actor => ({ id: 'u1', kind: 'user', grants })
const can = (...grants: Grant[]) => permissionsOf(user(...grants), tree)

const aGrant = fc.record<Grant>({
  role: fc.constantFrom(...roleIds),
  office: fc.constantFrom(...offices, 'elsewhere'),
  scope: fc.constantFrom(...scopes),
})
const someGrants = fc.array(aGrant, { maxLength: 4 })
const aTarget = fc.record<Target>({
  office: fc.constantFrom(...offices, 'elsewhere'),
  shared: fc.subarray(offices),
  own: fc.boolean(),
})
const aType = fc.constantFrom(...types)
const aVerb = fc.constantFrom(...verbs)

describe('laws', () => {
  test('deny when silent: no grant, no type that nobody named, no office that nobody knows', () => {
    const nobody = can()
    for (const verb of verbs) {
      expect(nobody.may(verb)).toBe(false)
      expect(nobody.reach(verb)).toEqual(nowhere)
    }
    fc.assert(
      fc.property(aType, aTarget, (type, target) => {
        expect(nobody.readable(type, target).size + nobody.writable(type, target).size).toBe(0)
      }),
    )
    fc.assert(
      fc.property(someGrants, aTarget, (grants, target) => {
        expect(can(...grants).readable('nonsense', target).size).toBe(0)
        expect(can(...grants).readable('constructor', target).size).toBe(0)
      }),
    )
  })

  test('more grants never see less', () => {
    fc.assert(
      fc.property(someGrants, aGrant, aType, aTarget, (grants, extra, type, target) => {
        const before = can(...grants)
        const after = can(...grants, extra)
        expect(before.readable(type, target).isSubsetOf(after.readable(type, target))).toBe(true)
        expect(before.writable(type, target).isSubsetOf(after.writable(type, target))).toBe(true)
        for (const verb of verbs) if (before.may(verb, target)) expect(after.may(verb, target)).toBe(true)
      }),
    )
  })

  test('a wider scope contains the narrower one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roleIds),
        fc.constantFrom(...offices),
        aType,
        aTarget,
        (role, office, type, at) => {
          const allowed = roles.get(role)?.scopes ?? []
          const sees = (scope: Grant['scope']) => can({ role, office, scope }).readable(type, at)
          const chain = scopes.filter(scope => allowed.includes(scope))
          for (const [i, scope] of chain.entries()) {
            const wider = chain[i + 1]
            if (wider) expect(sees(scope).isSubsetOf(sees(wider))).toBe(true)
          }
        },
      ),
    )
  })

  test('every role, verb and type: nothing of a foreign office unless the scope is all', () => {
    for (const role of roleIds)
      for (const scope of scopes) {
        if (scope === 'all') continue
        const permissions = can({ role, office: 'kyiv', scope })
        for (const own of [false, true])
          for (const office of ['hq', 'north', 'south', 'accra', 'partner', 'elsewhere']) {
            for (const type of types) {
              expect(permissions.readable(type, { office, own }).size).toBe(0)
              expect(permissions.writable(type, { office, own }).size).toBe(0)
            }
            for (const verb of verbs) expect(permissions.may(verb, { office, own })).toBe(false)
          }
      }
  })

  test('readable says something exactly where the reach of read covers the target', () => {
    fc.assert(
      fc.property(someGrants, aType, aTarget, (grants, type, target) => {
        const permissions = can(...grants)
        const place = type === 'person' ? target : { office: target.office, own: target.own }
        expect(permissions.readable(type, target).size > 0).toBe(within(permissions.reach('read', type), target))
        expect(permissions.writable(type, target).size > 0).toBe(within(permissions.reach('write', type), place))
      }),
    )
  })

  test('who may write a class may read it, and the verdict is the same each time', () => {
    fc.assert(
      fc.property(someGrants, aType, aTarget, aVerb, (grants, type, target, verb) => {
        const permissions = can(...grants)
        expect(permissions.writable(type, target).isSubsetOf(permissions.readable(type, target))).toBe(true)
        expect(permissions.reach(verb, type)).toEqual(can(...grants.toReversed()).reach(verb, type))
      }),
    )
  })
})

describe('personas', () => {
  const everywhere: Target[] = offices.flatMap(office => [
    { office, own: true, shared: offices },
    { office, own: false },
  ])
  // What an office tells of its work is written for reports and names nobody.
  const aboutSomebody = types.filter(type => !(type in activityTypes))
  const readsOf = (role: Grant['role']) =>
    new Set(
      (roles.get(role)?.scopes ?? []).flatMap(scope =>
        aboutSomebody.flatMap(type =>
          everywhere.flatMap(target => [...can({ role, office: 'hq', scope }).readable(type, target)]),
        ),
      ),
    )

  test.each(['administrator', 'regional_analyst', 'global_analyst', 'report_writer', 'researcher'] as const)(
    '%s never reads the content of a record about somebody',
    role => expect(readsOf(role)).toEqual(new Set()),
  )

  test.each(['regional_analyst', 'report_writer'] as const)('%s only counts and publishes', role =>
    expect(roles.get(role)?.verbs).toEqual(['count', 'publish_report']),
  )
  test('a global analyst counts and publishes, releases too', () =>
    expect(roles.get('global_analyst')?.verbs).toEqual(['count', 'publish_report', 'publish_release']))

  test('a researcher only counts', () => expect(roles.get('researcher')?.verbs).toEqual(['count']))

  test('the data protection officer reads open content of cases and the logs, and writes decisions only', () => {
    const officer = can({ role: 'data_protection_officer', office: 'hq', scope: 'all' })
    const decided = new Set(['approval', 'rights_request'])
    for (const type of types) {
      const target = { office: 'kyiv', own: false }
      if (decided.has(type)) expect(officer.readable(type, target)).toEqual(new Set(['open', 'narrative']))
      else {
        expect(officer.readable(type, target).isSubsetOf(new Set(['open'])), type).toBe(true)
        expect(officer.writable(type, target).size, type).toBe(0)
      }
    }
    expect(officer.may('read_log')).toBe(true)
  })

  test('health and justice are for the roles that need them', () => {
    const holders = (special: 'health' | 'justice') => roleIds.filter(role => readsOf(role).has(special))
    expect(holders('health')).toEqual(['caseworker', 'shelter_manager', 'return_officer', 'supervisor'])
    expect(holders('justice')).toEqual(['caseworker', 'supervisor', 'network_analyst'])
  })

  test('a health note does not even exist for those who may not read health', () => {
    const officer = can({ role: 'reintegration_officer', office: 'kyiv', scope: 'office' })
    expect(officer.readable('health', { office: 'kyiv', own: false }).size).toBe(0)
  })

  test('office scope walks down the tree, never up', () => {
    const worker = can({ role: 'caseworker', office: 'kyiv', scope: 'office' })
    expect(worker.reach('read', 'case')).toEqual({ all: false, offices: ['kyiv', 'odesa'], ownIn: [] })
    expect(worker.readable('case', { office: 'north', own: true }).size).toBe(0)
  })

  test('own scope sees what is one’s own, in that office only', () => {
    const worker = can({ role: 'caseworker', office: 'kyiv', scope: 'own' })
    expect(worker.readable('note', { office: 'kyiv', own: true })).toEqual(new Set(['open', 'narrative']))
    expect(worker.readable('note', { office: 'kyiv', own: false }).size).toBe(0)
    expect(worker.readable('note', { office: 'odesa', own: true }).size).toBe(0)
    expect(worker.reach('read', 'note')).toEqual({ all: false, offices: [], ownIn: ['kyiv'] })
  })

  test('a person helped by two missions is visible to both; the cases stay apart', () => {
    const accra = can({ role: 'caseworker', office: 'accra', scope: 'office' })
    const shared = { office: 'kyiv', shared: ['accra'], own: false }
    expect(accra.readable('person', shared).has('identity')).toBe(true)
    const apart = { office: 'kyiv', shared: [], own: false }
    for (const type of types) expect(accra.readable(type, apart).size).toBe(0)
  })

  test('a record that was opened to another office is read there, and written by its own office only', () => {
    const accra = can({ role: 'caseworker', office: 'accra', scope: 'office' })
    const opened = { office: 'kyiv', shared: ['accra'], own: false }
    expect(accra.readable('plan', opened)).toEqual(new Set(['open', 'narrative']))
    expect(accra.writable('plan', opened).size).toBe(0)
    expect(can({ role: 'researcher', office: 'accra', scope: 'all' }).readable('plan', opened).size).toBe(0)
  })

  test('what is common is read everywhere by a right on its type, and by nobody else', () => {
    const common = { office: 'hq', own: false, common: true }
    const worker = can({ role: 'caseworker', office: 'accra', scope: 'own' })
    expect(worker.readable('service', common).has('open')).toBe(true)
    expect(worker.writable('service', common).size).toBe(0)
    expect(can({ role: 'researcher', office: 'accra', scope: 'office' }).readable('service', common).size).toBe(0)
  })

  test('the host never sees the partner’s file, nor the partner the host’s', () => {
    const host = can({ role: 'data_focal_point', office: 'hq', scope: 'region' })
    const partner = can({ role: 'partner', office: 'partner', scope: 'office' })
    expect(host.readable('note', { office: 'partner', own: false }).size).toBe(0)
    expect(partner.readable('note', { office: 'kyiv', own: false }).size).toBe(0)
    expect(partner.readable('note', { office: 'partner', own: false }).has('narrative')).toBe(true)
  })

  test('the machine’s role counts for the machine only', () => {
    const grant: Grant = { role: 'system', office: 'hq', scope: 'all' }
    expect(can(grant).may('read')).toBe(false)
    const machine = permissionsOf(systemActor('start', 'hq'), tree)
    expect(machine.readable('person', { office: 'kyiv', own: false })).toContain('identity')
    const seen = types.flatMap(type => [...machine.readable(type, { office: 'kyiv', own: false })])
    expect(new Set(seen).isSupersetOf(new Set(sensitivities.filter(each => each !== 'protected')))).toBe(true)
  })

  test('a grant whose scope its role cannot have counts for nothing', () => {
    const grant: Grant = { role: 'caseworker', office: 'hq', scope: 'all' }
    expect(can(grant).readable('note', { office: 'kyiv', own: true }).size).toBe(0)
    expect(can(grant).may('search_names')).toBe(false)
  })

  test('a cycle in the office rows does not hang and gives nobody the world', () => {
    const odd = officeTree([
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
      { id: 'c', parent: null },
    ])
    expect(odd.below('a')).toEqual(['a', 'b'])
  })
})

describe('granting', () => {
  const admin = permissionsOf(user({ role: 'administrator', office: 'north', scope: 'office' }), tree)
  const global = permissionsOf(user({ role: 'administrator', office: 'hq', scope: 'all' }), tree)
  const caseworker: Grant = { role: 'caseworker', office: 'kyiv', scope: 'office' }

  test.each([
    ['a caseworker below', admin, 'u2', caseworker, true, false, null],
    ['a caseworker elsewhere', admin, 'u2', { ...caseworker, office: 'accra' }, false, false, 'not_manager_there'],
    ['oneself', global, 'u1', caseworker, false, false, 'own_account'],
    ['an administrator', admin, 'u2', { role: 'administrator', office: 'kyiv', scope: 'office' }, true, true, null],
    [
      'the world from a region',
      admin,
      'u2',
      { role: 'researcher', office: 'kyiv', scope: 'all' },
      false,
      false,
      'not_manager_there',
    ],
    ['the world', global, 'u2', { role: 'researcher', office: 'hq', scope: 'all' }, true, true, null],
    ['the machine’s role', global, 'u2', { role: 'system', office: 'hq', scope: 'all' }, false, false, 'no_such_role'],
    ['a scope the role cannot have', global, 'u2', { ...caseworker, scope: 'all' }, false, false, 'scope_not_for_role'],
  ] as const)('%s', (_, who, account, grant, allowed, needsSecond, reason) => {
    expect(mayGrant(who, account, grant)).toEqual({ allowed, needsSecond, reason })
  })

  test('nobody who is no administrator grants anything', () => {
    for (const role of roleIds.filter(id => id !== 'administrator'))
      for (const scope of scopes)
        expect(mayGrant(can({ role, office: 'hq', scope }), 'u2', caseworker).allowed).toBe(false)
  })

  test('the second signature is a third person’s', () => {
    const grant: Grant = { role: 'administrator', office: 'kyiv', scope: 'office' }
    const other = permissionsOf({ ...global.actor, id: 'u3' }, tree)
    expect(mayApprove(other, { by: 'u1', account: 'u2', grant })).toBe(true)
    expect(mayApprove(global, { by: 'u1', account: 'u2', grant })).toBe(false)
    expect(mayApprove(permissionsOf({ ...global.actor, id: 'u2' }, tree), { by: 'u1', account: 'u2', grant })).toBe(
      false,
    )
  })
})
