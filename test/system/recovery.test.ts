import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, signIn, temporaryFolder, waymark, waymarkReading } from './serving.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

test('first start offers a link that makes the first administrator once', async () => {
  const server = await serve(folder.path)
  const token = /setup#token=(\S+)/.exec(server.printed())?.[1]
  const setup = (body: unknown) =>
    fetch(`${server.url}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-waymark': '1' },
      body: JSON.stringify(body),
    })
  const first = {
    token,
    organisation: 'Harbour',
    officeCode: 'HQ',
    name: 'A. Admin',
    login: 'admin@example.org',
    password: 'correct horse battery',
  }
  expect((await setup(first)).status).toBeLessThan(300)
  expect((await setup({ ...first, login: 'other@example.org' })).status).toBeGreaterThanOrEqual(400)
  expect(await server.end()).toBe(0)
}, 240_000)

test('killed in the middle of writing, the next start has every change that was acknowledged', async () => {
  const office = JSON.parse((await waymark(folder.path, 'office', 'list', '--json')).out)[0]
  const who = ['worker@example.org', '--name', 'W', '--role', 'caseworker', '--office', 'HQ']
  const added = await waymarkReading('a long first password\n', folder.path, 'user', 'add', ...who)
  expect(added.code).toBe(0)
  const server = await serve(folder.path)
  const ask = await signIn(server.url, 'worker@example.org', 'a long first password')
  await ask('POST', '/api/account/password', { current: 'a long first password', next: 'another long password' })
  const acknowledged: string[] = []
  const writing = Array.from({ length: 4 }, async () => {
    for (;;) {
      const person = uuidv7()
      const of = { office: office.id, person, base: 0, madeAt: new Date().toISOString(), dictionary: 0 }
      try {
        const { body } = await ask('POST', '/api/changes', {
          changes: [
            {
              ...of,
              id: uuidv7(),
              type: 'person',
              record: person,
              case: null,
              set: { sex: 'female', givenNames: 'Test' },
            },
          ],
        })
        if (body.results?.[0]?.status === 'accepted') acknowledged.push(person)
        else return
      } catch {
        return // the server is gone
      }
    }
  })
  while (acknowledged.length < 60) await new Promise(resolve => setTimeout(resolve, 20))
  await server.end('SIGKILL')
  await Promise.all(writing)
  const again = await serve(folder.path)
  const askAgain = await signIn(again.url, 'worker@example.org', 'another long password')
  for (const person of acknowledged) expect((await askAgain('GET', `/api/persons/${person}`)).status).toBe(200)
  expect(await again.end()).toBe(0)
  const verified = await waymark(folder.path, 'audit', 'verify', '--json')
  expect(JSON.parse(verified.out)).toMatchObject({ broken: null })
}, 240_000)
