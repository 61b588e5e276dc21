import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve, signIn, temporaryFolder, waymark, waymarkReading } from './serving.ts'

/** Accounts from the command line, beside a running server: the way back in for whoever lost the way. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let server: Serving
const login = 'worker@example.org'
const first = 'a long first password'
const own = 'my own long password'

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await serve(folder.path)
  await waymark(folder.path, 'office', 'add', 'HQ', 'Harbour', '--kind', 'headquarters')
  await waymark(folder.path, 'office', 'add', 'KYV', 'Kyiv')
  // The running server looks for offices of other programs every few seconds; a grant is read anew for each request.
  const who = [login, '--name', 'W', '--role', 'administrator', '--office', 'HQ', '--scope', 'all']
  const added = await waymarkReading(`${first}\n`, folder.path, 'user', 'add', ...who)
  expect(added.code).toBe(0)
}, 240_000)
afterAll(async () => {
  await server?.end()
  await folder.remove()
})

const session = async (word: string) => {
  const ask = await signIn(server.url, login, word)
  return { ask, me: (await ask('GET', '/api/session')).body }
}

test('a new first password ends the sessions and has to be changed, whatever the role', async () => {
  const before = await session(first)
  await before.ask('POST', '/api/account/password', { current: first, next: own })
  expect((await before.ask('GET', '/api/accounts')).status).toBe(200)
  const reset = await waymarkReading(`${first}\n`, folder.path, 'user', 'password', login.toUpperCase())
  expect(reset.code).toBe(0)
  expect((await before.ask('GET', '/api/session')).status).toBe(401)
  await expect(session(own)).rejects.toThrow('401')
  const after = await session(first)
  expect(after.me).toMatchObject({ mustChangePassword: true })
  expect((await after.ask('GET', '/api/accounts')).body).toMatchObject({ code: 'password_change_needed' })
}, 240_000)

test('a role given counts at once, and only once', async () => {
  const { ask, me } = await session(first)
  expect(me.grants).toHaveLength(1)
  const words = ['user', 'grant', login, '--role', 'global_analyst', '--office', 'HQ', '--scope', 'all']
  expect((await waymark(folder.path, ...words)).code).toBe(0)
  const { body } = await ask('GET', '/api/session')
  expect(body.grants).toMatchObject([{ role: 'administrator' }, { role: 'global_analyst', scope: 'all' }])
  expect(await waymark(folder.path, ...words)).toMatchObject({ code: 2, out: '' })
}, 240_000)

test('what is wrong changes nothing and is said in a sentence', async () => {
  const grant = (...words: string[]) => waymark(folder.path, 'user', 'grant', login, ...words)
  const password = (word: string, of = login) => waymarkReading(word, folder.path, 'user', 'password', of)
  const tries = [
    [await password('short\n'), 'ten characters'],
    [await password(`${own}\n`, 'nobody@example.org'), 'no account'],
    [await grant('--role', 'caseworker', '--office', 'XX'), 'no office'],
    [await grant('--role', 'caseworker', '--office', 'HQ', '--scope', 'all'), 'cannot be given with this scope'],
  ] as const
  for (const [{ code, out, err }, sentence] of tries) {
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\n\s+at /)
  }
  expect((await session(first)).me.grants).toHaveLength(2)
}, 240_000)

test('a closed account is out at once and stays out', async () => {
  const { ask } = await session(first)
  expect((await waymark(folder.path, 'user', 'close', login)).code).toBe(0)
  expect((await ask('GET', '/api/session')).status).toBe(401)
  await expect(session(first)).rejects.toThrow('401')
  expect((await waymark(folder.path, 'user', 'list')).out).toBe(`${login}\tclosed\n`)
}, 240_000)
