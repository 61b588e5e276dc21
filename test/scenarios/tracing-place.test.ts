import { afterAll, beforeAll, expect, test } from 'vitest'
import { audiences } from '#casework/teamwork/summary.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { allRoutes } from '#server/routes/all.ts'
import { type Asker, type House, openHouse } from '../server/house.ts'
import { accepted, aFile, type Opened, records, staffAt, tell } from './money-house.ts'

/**
 * Family tracing (A103): relatives look for a child through a partner and through another mission. The child is found, and is safe: that
 * much is told. Where the child is stands in many answers of the child's file, and reaches none of those who ask.
 */
const place = 'Zqhidden'
let house: House
let kyiv: OfficeRow
let worker: Asker
let child: Opened
let request = ''
let result = ''
const ids: string[] = []
/** Everybody who asks for the child, each with a case of their own on a relative. */
const requesters: { who: Asker; file: Opened }[] = []

const keep = async (set: Content, type: string, more: { case?: null } = {}) => {
  const id = await accepted(worker, { type, ...child, ...more, set })
  ids.push(id)
  return id
}

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  kyiv = await house.office('KYV', hq)
  worker = await staffAt(house, 'caseworker', kyiv)
  const keeper = await staffAt(house, 'shelter_manager', kyiv)
  const address = `${place} lane 14, 04119`
  const shelter = await accepted(keeper, {
    type: 'shelter',
    office: kyiv.id,
    set: { code: 'House 3', state: 'open', address },
  })
  const bed = await accepted(keeper, {
    type: 'place',
    office: kyiv.id,
    set: { shelter, label: 'Room 1', kind: 'single', beds: 1, state: 'in_use' },
  })
  child = await aFile(
    worker,
    kyiv.id,
    { givenNames: 'Zqsonia', city: `${place}town`, placeOfOrigin: `${place}stan`, phone: `${place} 555` },
    { ageGroup: 'child' },
  )
  ids.push(child.person, child.case)
  await keep(
    { purpose: 'service', decision: 'yes', givenOn: '2026-02-10', guardianConsent: 'yes', childAssent: 'yes' },
    'consent',
  )
  const sharing = {
    purpose: 'sharing',
    decision: 'yes',
    givenOn: '2026-02-10',
    guardianConsent: 'yes',
    childAssent: 'yes',
  }
  for (const recipientKind of ['ngo', 'family', 'international_organisation'])
    await keep({ ...sharing, recipientKind }, 'consent')
  await keep({ shelter, place: bed, from: '2026-02-20', admissionConsent: 'yes' }, 'stay')
  await keep({ text: `Goes to school in ${place}town.` }, 'note')
  await keep({ visitedOn: '2026-02-20', method: 'in_person', note: `At ${place}town` }, 'visit')
  await keep({ type: 'education', deliveredOn: '2026-02-20', what: `School of ${place}town` }, 'service')
  await keep({ kind: 'other', dueOn: '2026-03-05', details: `Meet at ${place}town` }, 'task')
  await keep({ kind: 'urgent', raisedOn: '2026-02-20', about: `${place}town` }, 'flag')
  await keep({ stage: 'planned', from: 'UA', to: 'MD', details: `From ${place}town` }, 'movement')
  request = await keep(
    { requester: 'partner', requestedOn: '2026-02-20', state: 'open', about: 'An aunt asks.' },
    'tracing_request',
  )
  result = await keep(
    { request, foundOn: '2026-02-25', outcome: 'found', findings: `Lives in ${place}town.` },
    'tracing_result',
  )

  for (const [role, code] of [
    ['partner', 'NGO'],
    ['caseworker', 'ROM'],
    ['supervisor', 'WAR'],
  ] as const) {
    const office = await house.office(code, hq)
    const who = await staffAt(house, role, office)
    const file = await aFile(who, office.id, { givenNames: 'Zqaunt' }, { ageGroup: 'adult' })
    const asks = {
      requester: 'person',
      soughtAge: 'child',
      requestedOn: '2026-02-20',
      state: 'open',
      about: 'Looks for Zqsonia.',
    }
    await accepted(who, { type: 'tracing_request', ...file, set: asks })
    requesters.push({ who, file })
  }
}, 60_000)
afterAll(() => house.close())

/** Everything that this requester can ask of the API, in one text. */
async function everything({ who, file }: { who: Asker; file: Opened }): Promise<string> {
  const wanted = [...ids, result, request, file.case, file.person, kyiv.id]
  const types = [...builtIn.recordTypes.keys()]
  const paths = allRoutes
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) =>
      path.includes(':type')
        ? types.map(type => path.replace(':type', type))
        : path.includes(':')
          ? wanted.map(id => path.replaceAll(/:\w+/g, id))
          : [path],
    )
  const more = [
    ...types.map(type => `/records?type=${type}`),
    ...types.map(type => `/lists/${type}?at=${kyiv.id}`),
    ...types.map(type => `/lists/${type}?office=${kyiv.id}`),
    ...audiences.flatMap(audience => [child, file].map(of => `/cases/${of.case}/summary?audience=${audience}`)),
  ]
  const replies: string[] = []
  for (const path of [...paths, ...more]) {
    const reply = await who.ask('GET', path)
    expect([path, reply.statusCode < 500]).toEqual([path, true])
    // A refusal repeats nothing of what was asked for but its own words.
    if (reply.statusCode === 200) replies.push(reply.body)
  }
  for (const text of ['Zqsonia', place]) replies.push((await who.ask('POST', '/find', { text, purpose: 'find' })).body)
  expect(replies.length).toBeGreaterThan(20)
  return replies.join('\n')
}

const reaches = (text: string) => [place, ...ids].filter(needle => text.includes(needle))

test('nothing of the child’s place, and no record of the child, reaches anybody who asks', async () => {
  for (const requester of requesters) expect(reaches(await everything(requester))).toEqual([])
}, 120_000)

test('a place is not told, by whatever way it is written', async () => {
  const version = async () =>
    (await records(worker, child, 'tracing_result')).find(({ id }) => id === result)?.version ?? 0
  const change = async (set: Content) =>
    (await tell(worker, { type: 'tracing_result', ...child, record: result, base: await version(), set })).codes
  const to = { sharedOn: '2026-03-01' }
  for (const sharedWith of ['partner', 'family', 'tracing_service'])
    for (const shared of [['place'], ['contact'], ['safe', 'place']])
      expect(await change({ ...to, sharedWith, shared })).toEqual(['tracing_child_place'])
  // In two steps, as a new record, without the request, or with the child made the one who asks.
  expect(await change({ shared: ['place'] })).toContain('tracing_child_place')
  const anew = { outcome: 'found', foundOn: '2026-03-01', ...to, sharedWith: 'family', shared: ['place'] }
  expect((await tell(worker, { type: 'tracing_result', ...child, set: anew })).codes).toEqual(['tracing_child_place'])
  const own = { type: 'tracing_request', ...child, set: { requester: 'person', soughtAge: 'adult' } }
  const asked = await accepted(worker, own)
  ids.push(asked)
  expect((await tell(worker, { type: 'tracing_result', ...child, set: { ...anew, request: asked } })).codes).toEqual([
    'tracing_child_place',
  ])
  // A partner link is no way around it either.
  const provider = await accepted(worker, {
    type: 'provider',
    office: kyiv.id,
    set: { name: 'Tracing Line', kind: 'ngo', state: 'active', agreementUntil: '2027-01-01' },
  })
  const referral = {
    need: 'family_tracing',
    recipientKind: 'ngo',
    recipientOrganisation: provider,
    shared: ['preferred_name', 'phone'],
    moreReason: 'child',
    sentOn: '2026-03-01',
    state: 'sent',
  }
  expect((await tell(worker, { type: 'referral', ...child, set: referral })).codes).toEqual(['tracing_child_place'])

  expect(await change({ ...to, sharedWith: 'partner', shared: ['safe'] })).toEqual([])
  expect((await records(worker, child, 'tracing_request')).find(({ id }) => id === request)?.content.state).toBe(
    'answered',
  )
  for (const requester of requesters) expect(reaches(await everything(requester))).toEqual([])
}, 240_000)

test('tasks and notices of the search are codes without a place', async () => {
  const tasks = (await worker.ask('GET', '/lists/task?kind=tracing')).json().items as { record: RecordView }[]
  expect(tasks.length).toBeGreaterThan(0)
  expect(JSON.stringify(tasks.map(({ record }) => record.content))).not.toContain(place)
  expect((await worker.ask('GET', '/notices')).body).not.toContain(place)
  expect(house.log.join('\n')).not.toContain(place)
})
