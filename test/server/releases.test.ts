import { createPublicKey, verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type * as contract from '#server/contract/releases.ts'
import { registered, sendAs } from '../matching/invented.ts'
import { staffAt } from '../scenarios/money-house.ts'
import { type Asker, type House, newId, openHouse } from './house.ts'

type Release = z.infer<typeof contract.Release>
type Preview = z.infer<typeof contract.ReleasePreview>

/** A release of the register from asking to publishing: two people, a preview, a ledger, a signature. */
let house: House
let dir: string
let [one, other, worker, narrow]: Asker[] = []
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'waymark-releases-'))
  house = await openHouse({ releases: dir })
  const hq = await house.office('HQ')
  const mission = await house.office('KYV', hq)
  one = await staffAt(house, 'global_analyst', hq, 'all')
  other = await staffAt(house, 'data_protection_officer', hq, 'all')
  narrow = await staffAt(house, 'data_protection_officer', mission)
  worker = await staffAt(house, 'caseworker', mission)
  const people = Array.from({ length: 240 }, (_, i) => ({
    sex: i % 3 === 0 ? 'male' : 'female',
    nationality: [['UA', 'MD', 'RO'][(i % 7) % 3] ?? 'UA'],
  }))
  await registered(sendAs(worker), mission.id, people)
}, 120_000)
afterAll(async () => {
  await house.close()
  await rm(dir, { recursive: true, force: true })
})

const at = (who: Asker | undefined): Asker => {
  if (!who) throw new Error('nobody')
  return who
}
const post = (who: Asker | undefined, path: string, body: object = {}) => at(who).ask('POST', path, body)
const get = async <T>(who: Asker | undefined, path: string) => (await at(who).ask('GET', path)).json() as T
const all = async () => (await get<{ items: Release[] }>(one, '/releases')).items
const release = async (id: string) => {
  const found = (await all()).find(each => each.id === id)
  if (!found) throw new Error('no such release')
  return found
}
const asked = { method: 'dp', schema: 'ctdc-c', columns: ['gender', 'citizenship'], epsilon: 2, reportingLength: 2 }
const ask = async (o: object = {}) => {
  const id = newId()
  const reply = await post(one, '/releases', { id, reason: 'For the yearly data set.', asked: { ...asked, ...o } })
  expect(reply.statusCode).toBe(200)
  return id
}
async function until<T>(look: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  for (let times = 0; times < 400; times++) {
    const found = await look()
    if (done(found)) return found
    await new Promise(go => setTimeout(go, 50))
  }
  throw new Error('it never ended')
}
const previewed = async (who: Asker | undefined, id: string) => {
  await post(who, `/releases/${id}/preview`)
  return until(
    () => get<Preview>(who, `/releases/${id}/preview`),
    ({ state }) => state === 'ready' || state === 'failed',
  )
}

test('whoever may not publish, or sees only a part, is refused; an unknown release is not found', async () => {
  expect((await post(worker, '/releases', { id: newId(), reason: 'x', asked })).statusCode).toBe(403)
  expect((await post(narrow, '/releases', { id: newId(), reason: 'x', asked })).json()).toMatchObject({
    problems: [{ code: 'release_all' }],
  })
  expect((await post(one, `/releases/${newId()}/approve`)).statusCode).toBe(404)
  expect((await post(one, '/releases', { id: newId(), reason: 'x', asked: { ...asked, epsilon: 0 } })).statusCode).toBe(
    400,
  )
})

test('nothing is approved unseen; one person is not enough; the second yes publishes, and the manifest is signed', async () => {
  const id = await ask()
  expect((await post(one, `/releases/${id}/approve`)).json()).toMatchObject({ problems: [{ code: 'release_unseen' }] })
  const { card } = await previewed(one, id)
  expect(card).toMatchObject({ persons: 240 })
  expect(card?.lengths.map(({ length }) => length)).toEqual([1, 2, 0])
  expect(card?.risk?.copiesOfUnique).toBeTypeOf('number')
  await post(one, `/releases/${id}/approve`)
  await post(one, `/releases/${id}/approve`)
  expect(await release(id)).toMatchObject({ state: 'asked', needed: 1, mine: true, files: [] })
  await post(other, `/releases/${id}/approve`)
  const published = await until(
    () => release(id),
    ({ state }) => state !== 'asked',
  )
  expect(published).toMatchObject({ state: 'published', needed: 0 })
  expect(published.files.map(({ name }) => name)).toEqual([
    'aggregates.csv',
    'manifest.json',
    'report.html',
    'signature.json',
    'synthetic.csv',
  ])
  const file = async (name: string) => (await at(other).ask('GET', `/releases/${id}/files/${name}`)).rawPayload
  const manifest = await file('manifest.json')
  const { publicKey, signature } = JSON.parse((await file('signature.json')).toString()) as {
    publicKey: string
    signature: string
  }
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(verify(null, manifest, key, Buffer.from(signature, 'base64'))).toBe(true)
  expect(verify(null, Buffer.concat([manifest, Buffer.from(' ')]), key, Buffer.from(signature, 'base64'))).toBe(false)
  // Charged, and charged once; the preview cost nothing.
  const choices = await get<{ spent: number }>(one, '/releases/choices')
  expect(choices.spent).toBeGreaterThan(0)
  expect((await post(one, `/releases/${id}/approve`)).statusCode).toBe(409)
  expect((await at(worker).ask('GET', `/releases/${id}/files/synthetic.csv`)).statusCode).toBe(403)
})

test('what the method refuses ends in plain words, before and after it is approved; one that is taken back is never made', async () => {
  const wrong = await ask({ columns: ['gender', 'height'] })
  expect(await previewed(one, wrong)).toMatchObject({ state: 'failed', problem: { code: 'column_absent' } })
  const taken = await ask({ method: 'table', columns: ['citizenship', 'gender'], k: 10 })
  expect((await previewed(one, taken)).card).toMatchObject({ cells: { all: 12 } })
  await post(one, `/releases/${taken}/withdraw`)
  expect((await post(other, `/releases/${taken}/approve`)).statusCode).toBe(409)
  expect(await release(taken)).toMatchObject({ state: 'withdrawn', files: [] })
  expect((await post(one, `/releases/${taken}/withdraw`)).statusCode).toBe(409)
})

test('records that may go out once go out once: the second is refused by the ledger and says so', async () => {
  for (const [k, state] of [
    [11, 'published'],
    [12, 'failed'],
  ] as const) {
    const id = await ask({ method: 'kanon', k })
    await previewed(one, id)
    for (const who of [one, other]) await post(who, `/releases/${id}/approve`)
    const ended = await until(
      () => release(id),
      each => each.state !== 'asked',
    )
    expect(ended.state).toBe(state)
    if (state === 'failed') expect(ended.problem?.code).toBe('kanon_before')
  }
})
