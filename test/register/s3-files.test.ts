import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FileProblemCode } from '#register/file-problem.ts'
import type { FileStore } from '#register/file-store.ts'
import { s3Files } from '#register/s3-files.ts'
import { s3Settings } from '#register/s3-settings.ts'
import { namesOf } from '../setup/files-command.ts'
import { type Answer, openS3, type S3Server } from '../setup/s3-server.ts'

/** Files at an S3 store that checks every signature itself, and at one that is ill. */
let s3: S3Server
let files: FileStore
const quick = { timeout: 10_000, pause: 1, attempts: 3 }
/** For a store that says nothing at all. */
const hurried = { ...quick, timeout: 1_000 }

beforeAll(async () => {
  s3 = await openS3()
  files = s3Files(s3.settings, quick)
})
afterAll(() => s3.close())
beforeEach(() => {
  s3.objects.clear()
  s3.asked.length = 0
  s3.instead.length = 0
  s3.versioned = false
})

/** The code of the refusal, which says nothing that should stay here. */
async function refusal(asking: Promise<unknown>): Promise<FileProblemCode | null> {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown as Error & { code: FileProblemCode },
  )
  if (error === null) return null
  expect(error.name).toBe('FileStoreProblem')
  const told = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join(' ')
  for (const secret of [s3.settings.secretKey, s3.settings.accessKey, 'Signature=']) expect(told).not.toContain(secret)
  return error.code
}

const always = (answer: Answer) => void s3.instead.push(...Array.from({ length: 10 }, () => answer))

test('what is kept comes back to the byte, is replaced whole, and is gone once it is removed', async () => {
  const name = randomUUID()
  const [first, second] = [randomBytes(70_000), randomBytes(5)]
  expect(await files.get(name)).toBeNull()
  await files.put(name, first)
  expect(await files.get(name)).toEqual(first)
  await files.put(name, second)
  expect(await files.get(name)).toEqual(second)
  await files.remove(name)
  expect(await files.get(name)).toBeNull()
  await files.remove(name)
  expect(s3.objects.size).toBe(0)
})

test('of 20 MB, sealed, goes and comes', async () => {
  const large = randomBytes(20 * 1024 * 1024 + 28)
  const name = randomUUID()
  await files.put(name, large)
  expect((await files.get(name))?.equals(large)).toBe(true)
})

test('names come page after page, and what is not named as a file of ours is left out', async () => {
  const names = Array.from({ length: 7 }, () => randomUUID())
  for (const name of names) await files.put(name, Buffer.from('x'))
  s3.objects.set('notes.txt', Buffer.from('somebody else'))
  s3.pageSize = 2
  expect((await namesOf(files)).toSorted()).toEqual(names.toSorted())
  expect(s3.asked.filter(each => each === 'GET ')).toHaveLength(4)
  s3.pageSize = 1000
})

test.each(['../../etc', 'a', '', `${randomUUID()}/x`])('a name like "%s" never becomes an address', async name => {
  await expect(files.put(name, Buffer.from('x'))).rejects.toThrow('named by a UUID')
  await expect(files.get(name)).rejects.toThrow('named by a UUID')
  await expect(files.remove(name)).rejects.toThrow('named by a UUID')
  expect(s3.asked).toEqual([])
})

describe('a store that is ill', () => {
  test.each<[string, Answer]>([
    ['broken', { status: 500, code: 'InternalError' }],
    ['busy', { status: 503, code: 'SlowDown' }],
    ['too often asked', { status: 429 }],
    ['cut off', 'cut'],
    ['silent', 'silence'],
  ])('for a moment (%s) is asked again, and nobody notices', async (_, answer) => {
    const name = randomUUID()
    const store = answer === 'silence' ? s3Files(s3.settings, hurried) : files
    s3.instead.push(answer)
    await store.put(name, Buffer.from('kept'))
    s3.instead.push(answer, answer)
    expect((await store.get(name))?.toString()).toBe('kept')
    expect(s3.asked).toHaveLength(5)
  })

  test.each<[Answer, FileProblemCode]>([
    [{ status: 500, code: 'InternalError' }, 'failing'],
    [{ status: 502 }, 'failing'],
    ['cut', 'unreachable'],
    ['silence', 'timeout'],
  ])('for good (%j) is asked three times and no more', async (answer, code) => {
    always(answer)
    expect(await refusal(s3Files(s3.settings, hurried).put(randomUUID(), Buffer.from('x')))).toBe(code)
    expect(s3.asked).toHaveLength(3)
    expect(s3.objects.size).toBe(0)
  })

  test.each<[Answer, FileProblemCode]>([
    [{ status: 403, code: 'AccessDenied' }, 'denied'],
    [{ status: 403, code: 'RequestTimeTooSkewed' }, 'clock'],
    [{ status: 301, code: 'PermanentRedirect' }, 'region'],
    [{ status: 307 }, 'region'],
    [{ status: 404 }, 'unexpected'],
    [{ status: 400, code: 'InvalidArgument' }, 'unexpected'],
  ])('with its settings (%j) is asked once: trying again cannot help', async (answer, code) => {
    for (const ask of [
      () => files.put(randomUUID(), Buffer.from('x')),
      () => files.get(randomUUID()),
      () => files.remove(randomUUID()),
      () => namesOf(files),
    ]) {
      s3.asked.length = 0
      s3.instead.push(answer)
      expect(await refusal(ask())).toBe(code)
      expect(s3.asked).toHaveLength(1)
    }
  })

  test('and gives out more than any file of ours is not listened to to the end', async () => {
    s3.instead.push({ stream: 30 * 1024 * 1024 })
    expect(await refusal(files.get(randomUUID()))).toBe('too_large')
  })

  test('or keeps old versions is no place where anything can be erased', async () => {
    const name = randomUUID()
    await files.put(name, Buffer.from('x'))
    s3.versioned = true
    expect(await refusal(files.remove(name))).toBe('keeps_versions')
  })

  test('or is not there is said to be so', async () => {
    const gone = await openS3()
    const there = s3Files(gone.settings, quick)
    await gone.close()
    expect(await refusal(there.get(randomUUID()))).toBe('unreachable')
  })
})

describe('a signature', () => {
  test.each<[string, object, FileProblemCode]>([
    ['by another secret', { secretKey: 'zqanother' }, 'secret_key'],
    ['by somebody the store does not know', { accessKey: 'AKOTHER' }, 'access_key'],
    ['for another region', { region: 'eu-test-2' }, 'region'],
  ])('%s opens nothing', async (_, other, code) => {
    const name = randomUUID()
    await files.put(name, Buffer.from('kept'))
    const stranger = s3Files({ ...s3.settings, ...other }, quick)
    expect(await refusal(stranger.get(name))).toBe(code)
    expect(await refusal(stranger.put(name, Buffer.from('forged')))).toBe(code)
    expect(await refusal(stranger.remove(name))).toBe(code)
    expect((await files.get(name))?.toString()).toBe('kept')
  })

  test('for a bucket that is not there says so; nothing is taken for missing', async () => {
    const other = s3Files({ ...s3.settings, bucket: 'another' }, quick)
    expect(await refusal(other.get(randomUUID()))).toBe('no_bucket')
    expect(await refusal(other.remove(randomUUID()))).toBe('no_bucket')
  })
})

describe('the environment', () => {
  const whole = {
    WAYMARK_S3_ENDPOINT: 'https://s3.example.org/',
    WAYMARK_S3_BUCKET: 'sealed-files',
    WAYMARK_S3_ACCESS_KEY: 'AKZQ',
    WAYMARK_S3_SECRET_KEY: 'zqsecret',
  }
  test('names the store, or nothing of it', () => {
    expect(s3Settings({})).toBeNull()
    expect(s3Settings({ WAYMARK_S3_BUCKET: ' ' })).toBeNull()
    expect(s3Settings(whole)).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'sealed-files',
      region: 'us-east-1',
      accessKey: 'AKZQ',
      secretKey: 'zqsecret',
    })
    expect(s3Settings({ ...whole, WAYMARK_S3_REGION: 'eu-central-1' })?.region).toBe('eu-central-1')
  })

  test.each(Object.keys(whole))('without %s is refused by its name', name => {
    expect(() => s3Settings({ ...whole, [name]: '' })).toThrow(name)
  })

  test.each([
    ['WAYMARK_S3_ENDPOINT', 's3.example.org'],
    ['WAYMARK_S3_ENDPOINT', 'ftp://s3.example.org'],
    ['WAYMARK_S3_ENDPOINT', 'https://AKZQ:zqsecret@s3.example.org'],
    ['WAYMARK_S3_ENDPOINT', 'https://s3.example.org?key=zqsecret'],
    ['WAYMARK_S3_BUCKET', 'a/b'],
    ['WAYMARK_S3_BUCKET', 'Upper'],
    ['WAYMARK_S3_REGION', 'eu central'],
  ])('with %s=%s is refused, and no key is repeated', (name, value) => {
    const reading = () => s3Settings({ ...whole, [name]: value })
    expect(reading).toThrow(name)
    expect(reading).not.toThrow(/zqsecret/)
  })
})
