import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { quickFolder } from '../setup/quick-folder.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** The program as people run it: a process of its own, its own data folder and embedded PostgreSQL, a free port. */
export interface Serving {
  readonly url: string
  readonly process: ChildProcess
  /** Everything it has printed so far. */
  printed(): string
  /** Sends the signal and waits for the end; returns the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

export const temporaryFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = quickFolder('waymark-')
  // As root the database runs as another user, who must be able to reach the folder.
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Starts `waymark serve` and waits for the line with the address. */
export function serve(dataDir: string, ...more: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', dataDir, ...more], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = new Promise<number | null>(resolve => child.on('exit', code => resolve(code)))
  return new Promise((resolve, reject) => {
    const hear = (piece: Buffer) => {
      text += piece.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
      if (address && /ready/.test(text))
        resolve({
          url: address,
          process: child,
          printed: () => text,
          end: async (signal = 'SIGINT') => {
            child.kill(signal)
            return ended
          },
        })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(code => reject(new Error(`The server ended with ${code}: ${text}`)))
  })
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs one verb to its end. */
export const waymark = (dataDir: string, ...words: string[]): Promise<Ended> => waymarkReading('', dataDir, ...words)

/** The same with something to read on standard input: passwords come that way. */
export function waymarkReading(input: string, dataDir: string, ...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...words, '--data', dataDir], {
    env: cleanEnvironment(),
    stdio: 'pipe',
  })
  // A verb that reads nothing may have ended before this is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  let out = ''
  let err = ''
  child.stdout.on('data', piece => (out += piece))
  child.stderr.on('data', piece => (err += piece))
  return new Promise(resolve => child.on('close', code => resolve({ code, out, err })))
}

/** The tests' own database address must not reach a program that is to bring its own database. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, WAYMARK_KEY: __, ...environment } = process.env
  return environment
}

/** A signed-in browser without a browser: fetch with the cookie kept. */
export async function signIn(url: string, login: string, password: string) {
  let cookie = ''
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        'x-waymark': '1',
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')?.split(';')[0]
    if (set) cookie = set
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  }
  const signedIn = await ask('POST', '/api/session', { login, password })
  if (signedIn.status !== 200) throw new Error(`Sign-in answered ${signedIn.status}`)
  return ask
}
