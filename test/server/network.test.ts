import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedNetwork } from '#register/network.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { destroyKeys } from '#register/erase.ts'
import { asOwner } from '#register/work.ts'
import { accepted, aFile, type Opened, staffAt, tell } from '../scenarios/money-house.ts'
import { type Asker, type House, newId, openHouse } from './house.ts'

/** The network through the API: who opens it, what it shows of whom, and what is left behind in the read log. */
let house: House
let kyiv: OfficeRow
let minsk: OfficeRow
let worker: Asker
let analyst: Asker
let far: Asker
let officer: Asker
let rosa = ''
let van = ''
const files: Opened[] = []

const name = 'Zqname'
const open = async (who: Asker, more: object = {}): Promise<OpenedNetwork> => {
  const reply = await who.ask('POST', '/network', { purpose: 'patterns', ...more })
  expect(reply.statusCode).toBe(200)
  return reply.json()
}
const suspect = (office: string, label: string, who: Asker, kind = 'person') =>
  accepted(who, { type: 'suspect', office, set: { kind, label, details: 'zqdetails', state: 'in_view' } })
const tie = (file: Opened, set: object, who = worker) =>
  accepted(who, { type: 'tie', ...file, set: { role: 'recruiter', certainty: 'probable', ...set } })
const reads = async (who: Asker) =>
  (
    (await who.ask('GET', '/read-log?limit=200')).json() as {
      items: { action: string; purpose: string; person: string | null }[]
    }
  ).items

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  minsk = await house.office('MSQ', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  analyst = await staffAt(house, 'network_analyst', kyiv)
  far = await staffAt(house, 'network_analyst', minsk)
  officer = await staffAt(house, 'data_protection_officer', kyiv)
  rosa = await suspect(kyiv.id, 'Called Rosa', worker)
  van = await suspect(kyiv.id, 'White van', worker, 'vehicle')
  for (const number of [0, 1, 2])
    files.push(await aFile(worker, kyiv.id, { sex: 'female', givenNames: `${name}${number}`, phone: '+380501112233' }))
  const [one, two] = files as [Opened, Opened]
  await tie(one, { from: rosa, since: '2025-01', country: 'UA' })
  await tie(two, { from: rosa, certainty: 'possible' })
  await tie(two, { from: rosa, to: van, role: 'transporter' })
  await accepted(worker, { type: 'leg', ...one, set: { from: 'UA', to: 'PL', borderPoint: 'zqborder' } })
})
afterAll(() => house.close())

const person = (file: Opened | undefined) => file?.person ?? ''

test('suspects by their label, persons by case number; no name, no story, no contact, no border point', async () => {
  const reply = await analyst.ask('POST', '/network', { purpose: 'patterns' })
  const { network, left, ties, complete } = reply.json() as OpenedNetwork
  expect({ left, ties, complete }).toEqual({ left: 0, ties: 3, complete: true })
  const shown = new Map(network.nodes.map(node => [node.id, node]))
  expect([...shown.keys()].sort()).toEqual([rosa, van, person(files[0]), person(files[1])].sort())
  expect(shown.get(rosa)).toEqual({ id: rosa, of: 'suspect', kind: 'person', label: 'Called Rosa', country: null })
  expect(shown.get(person(files[0]))).toMatchObject({
    of: 'person',
    cases: [{ id: files[0]?.case, number: expect.stringMatching(/^KYV-/) }],
  })
  expect(network.ties.find(({ to }) => to === person(files[0]))).toMatchObject({
    from: rosa,
    role: 'recruiter',
    certainty: 'probable',
    since: '2025-01',
    until: null,
    country: 'UA',
  })
  expect(network.ties.find(({ to }) => to === van)).toMatchObject({ from: rosa, role: 'transporter' })
  expect(network.journeys).toEqual([{ person: person(files[0]), from: 'UA', to: 'PL' }])
  for (const word of [name, 'zqdetails', 'zqborder', '38050']) expect(reply.body).not.toContain(word)
})

describe('who may not', () => {
  test('a caseworker writes ties and does not open the network; nobody opens it without a purpose', async () => {
    expect((await worker.ask('POST', '/network', { purpose: 'patterns' })).statusCode).toBe(403)
    expect((await analyst.ask('POST', '/network', {})).statusCode).toBe(400)
    expect((await analyst.ask('POST', '/network', { purpose: 'curiosity' })).statusCode).toBe(400)
  })

  test('another office’s analyst sees nothing of it, nor one who carries cases there and analyses elsewhere', async () => {
    const twoPosts = await house.as(
      await house.account('two.posts', [
        { role: 'caseworker', office: kyiv.id, scope: 'office' },
        { role: 'network_analyst', office: minsk.id, scope: 'office' },
      ]),
    )
    for (const who of [far, twoPosts]) {
      const reply = await who.ask('POST', '/network', { purpose: 'patterns' })
      expect(reply.json().network).toEqual({ nodes: [], ties: [], journeys: [] })
      for (const word of ['Rosa', rosa, van, person(files[0])]) expect(reply.body).not.toContain(word)
    }
  })

  test('the analyst writes neither suspects nor ties', async () => {
    const [one] = files as [Opened]
    const told = await tell(analyst, {
      type: 'tie',
      ...one,
      set: { from: rosa, role: 'recruiter', certainty: 'possible' },
    })
      .then(({ status }) => status)
      .catch(() => 'refused')
    expect(told).toBe('refused')
  })
})

test('rules hold on what is sealed: a forged tie names no suspect of another office, and no edit makes both ends one', async () => {
  const [one] = files as [Opened]
  const there = await staffAt(house, 'caseworker', minsk)
  const theirs = await suspect(minsk.id, 'Called Olga', there)
  const wide = await house.as(
    await house.account('wide', [
      { role: 'caseworker', office: kyiv.id, scope: 'office' },
      { role: 'caseworker', office: minsk.id, scope: 'office' },
    ]),
  )
  const set = { role: 'recruiter', certainty: 'possible' }
  for (const [who, from] of [
    [worker, theirs],
    [worker, newId()],
    [wide, theirs],
  ] as const)
    expect((await tell(who, { type: 'tie', ...one, set: { from, ...set } })).codes).toEqual(['tie_suspect_unknown'])
  const record = await tie(one, { from: van, role: 'transporter' })
  const edit = (change: object) => tell(worker, { type: 'tie', ...one, record, base: 1, set: { ...change } })
  expect((await edit({ to: van })).codes).toEqual(['tie_to_itself'])
  expect((await edit({ until: '2020', since: '2021' })).codes).toEqual(['date_before'])
  expect((await edit({ role: null })).codes).toEqual(['tie_without_role'])
  expect((await edit({ since: '2021' })).status).toBe('accepted')
  expect((await tell(worker, { type: 'tie', ...one, record, base: 2, set: { until: '2020' } })).codes).toEqual([
    'date_before',
  ])
})

test('every opening is in the read log: for the office with its purpose, and for each person who was shown', async () => {
  const before = (await reads(officer)).length
  await open(analyst, { purpose: 'authority_request', certainty: ['probable'], kinds: ['person'] })
  const fresh = (await reads(officer)).slice(0, -before)
  expect(fresh.every(({ action, purpose }) => action === 'open_network' && purpose === 'authority_request')).toBe(true)
  expect(fresh).toHaveLength(2)
  expect(new Set(fresh.map(({ person: who }) => who))).toEqual(new Set([person(files[0]), null]))
})

test('who lists suspects is in the read log too', async () => {
  const everywhere = await staffAt(house, 'data_protection_officer', await house.office('HQ2'), 'all')
  const before = (await reads(everywhere)).length
  expect((await analyst.ask('GET', '/lists/suspect')).json().items).toHaveLength(2)
  expect((await reads(everywhere)).slice(0, -before)).toMatchObject([
    { action: 'list', purpose: 'suspect', person: null },
  ])
})

describe('what the network is made of', () => {
  test('a filter narrows, a limit cuts and says how many are left out', async () => {
    expect((await open(analyst, { certainty: ['possible'] })).network.nodes.map(({ id }) => id).sort()).toEqual(
      [rosa, person(files[1])].sort(),
    )
    const cut = await open(analyst, { limit: 2 })
    expect(cut.network.nodes).toHaveLength(2)
    expect(cut.left).toBe(2)
  })

  test('two files of one human being are one person; a suspect set aside is gone; so is an erased person', async () => {
    const [one, two, three] = files as [Opened, Opened, Opened]
    await tie(three, { from: rosa })
    await accepted(worker, {
      type: 'link',
      ...one,
      case: null,
      set: { other: three.person, verdict: 'same', reason: 'x' },
    })
    const { network } = await open(analyst)
    const joined = network.nodes.filter(node => node.of === 'person' && node.cases.length === 2)
    expect(joined).toHaveLength(1)
    expect(network.nodes.filter(({ of }) => of === 'person')).toHaveLength(2)

    await tell(worker, { type: 'suspect', office: kyiv.id, record: van, base: 1, set: { state: 'set_aside' } })
    expect((await open(analyst)).network.nodes.some(({ id }) => id === van)).toBe(false)

    await asOwner(house.register, client => destroyKeys(client, [two.person], house.register.now()))
    const after = (await open(analyst)).network
    expect(after.nodes.map(({ id }) => id)).toContain(rosa)
    expect(after.nodes.map(({ id }) => id)).not.toContain(two.person)
  })
})

test('one suspect of two offices: joined by the analyst of both, read as one, taken apart again', async () => {
  const there = await staffAt(house, 'caseworker', minsk)
  const both = await house.as(
    await house.account('both.offices', [
      { role: 'network_analyst', office: kyiv.id, scope: 'office' },
      { role: 'network_analyst', office: minsk.id, scope: 'office' },
    ]),
  )
  const roza = await suspect(minsk.id, 'Roza of the market', there)
  const bus = await suspect(minsk.id, 'Blue bus', there, 'vehicle')
  const file = await aFile(there, minsk.id, { sex: 'female' })
  await tie(file, { from: roza }, there)
  const seen = async (who: Asker) => {
    const { network } = await open(who)
    const of = (id: string) => network.ties.filter(each => each.from === id || each.to === id).map(each => each.to)
    return { labels: new Map(network.nodes.map(node => [node.id, node.of === 'suspect' ? node.label : ''])), of }
  }
  const apart = await seen(both)
  expect([apart.of(rosa).includes(person(file)), apart.of(roza)]).toEqual([false, [person(file)]])

  const set = {
    one: rosa,
    other: roza,
    state: 'joined',
    joinedOn: '2026-03-01',
    reason: 'zqreason: the same telephone.',
  }
  const place = { type: 'suspect_join', office: kyiv.id }
  const codes = async (who: Asker, more: object) => (await tell(who, { ...place, set: { ...set, ...more } })).codes
  expect(await codes(both, { reason: null })).toEqual(['join_incomplete'])
  expect(await codes(both, { other: rosa })).toEqual(['join_to_itself'])
  expect(await codes(both, { other: newId() })).toEqual(['join_suspect_unknown'])
  expect(await codes(both, { other: bus })).toEqual(['join_kinds_differ'])
  // The analyst of one office does not know of the other's; who carries cases joins nobody.
  expect(await codes(analyst, {})).toEqual(['join_suspect_unknown'])
  expect((await tell(worker, { ...place, set })).status).toBe('refused')

  const record = await accepted(both, { ...place, set })
  const one = await seen(both)
  const [root, other] = [rosa, roza].toSorted() as [string, string]
  expect([one.labels.get(root), one.labels.has(other)]).toEqual(['Called Rosa / Roza of the market', false])
  expect(one.of(root)).toEqual(expect.arrayContaining([person(files[0]), person(file)]))
  // Whoever sees one office sees their own entry, under its own name.
  expect((await seen(analyst)).labels.get(rosa)).toBe('Called Rosa')
  expect((await worker.ask('GET', '/lists/suspect_join')).body).not.toContain('zqreason')

  await accepted(both, { ...place, record, base: 1, set: { state: 'undone' } })
  expect((await seen(both)).of(roza)).toEqual([person(file)])
})
