import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestFacts } from '#register/facts.ts'
import { keepFactsCurrent } from '#register/facts-version.ts'
import { alignFactColumns } from '#register/fact-columns.ts'
import { countFacts } from '#register/count.ts'
import { asOwner, inCount, systemActor } from '#register/work.ts'
import { type Ground, ground, newCase } from './ground.ts'

/** A register made by an older program: what it never derived is unknown to it, and must not be counted as 0. */
let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

/** Instances by services, as the figures count them: by bits. */
const byService = () =>
  inCount(g.register, systemActor, async client => {
    const asked = { facts: 'instance', measure: 'count', by: ['services'], where: {}, offices: null } as const
    const { cells } = await countFacts(client, g.register.dictionary(), asked)
    return Object.fromEntries(cells.map(({ key: [service = ''], n }) => [service, n]))
  })

const older = () =>
  asOwner(g.register, async client => {
    await client.query('update facts_made set version = 0')
    await client.query('delete from fact_instance; delete from service_sum; delete from service_sum_new')
  })

test('an empty register is up to date without a word', async () => {
  const said: string[] = []
  await keepFactsCurrent(g.register, line => said.push(line))
  expect(said).toEqual([])
})

test('an older one is derived anew once, also when two programs open it together', async () => {
  const file = newCase(g.kyiv, { sex: 'female' }, { registeredOn: '2011-05-03', ageGroup: 'adult' })
  const service = file.hang('service', { type: 'medical', deliveredOn: '2011' })
  await g.push(g.actor('caseworker', g.kyiv), ...file.changes, service)
  const before = await digestFacts(g.register)
  await older()
  expect(await digestFacts(g.register)).not.toBe(before)
  const said: string[] = []
  const keep = () => keepFactsCurrent(g.register, line => said.push(line))
  await Promise.all([keep(), keep()])
  expect(await digestFacts(g.register)).toBe(before)
  expect((await g.register.pool.query('select sum(n)::integer as n from service_sum')).rows).toEqual([{ n: 1 }])
  expect(said.filter(line => line.startsWith('Working out'))).toHaveLength(1)
  await keep()
  expect(said.filter(line => line.startsWith('Working out'))).toHaveLength(1)
})

test('bits of services that a newer dictionary has moved are written anew before anybody counts; added ones move nothing', async () => {
  const counted = await byService()
  expect(counted).toEqual({ medical: 1 })
  const start = async () => {
    const said: string[] = []
    await asOwner(g.register, client => alignFactColumns(client, g.register.dictionary()))
    await keepFactsCurrent(g.register, line => said.push(line))
    return said.filter(line => line.startsWith('Working out')).length
  }
  // As an older program left it, to which the last answers were not known yet.
  await g.register.pool.query('update facts_made set service_bits = service_bits[1 : cardinality(service_bits) - 2]')
  expect(await start()).toBe(0)
  // As one left it that had one answer less at the beginning: every bit was one lower.
  await g.register.pool.query('update facts_made set service_bits = service_bits[2 :]')
  await g.register.pool.query(
    'update fact_instance set services_all = services_all >> 1, services_first = services_first >> 1',
  )
  expect(await byService()).not.toEqual(counted)
  expect(await start()).toBe(1)
  expect(await byService()).toEqual(counted)
  expect(await start()).toBe(0)
})
