// What every script stands on: where the project is, how to speak, how to run another program. Plain JavaScript for
// Node 18 and newer, because these files run before the Node that Waymark needs is there.

import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const runtimeFolder = join(root, '.runtime')

/** Progress goes to stderr: the standard output of `waymark --json` belongs to the answer. */
export const say = line => process.stderr.write(`${line}\n`)

/** A failure a person can do something about; shown without a stack. */
export class Plainly extends Error {}

/** Runs a script's main function; a Plainly ends it with its words alone. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    if (!(error instanceof Plainly)) throw error
    say(`\nWaymark: ${error.message}`)
    process.exitCode = 1
  }
}

/** The environment in which `node` and the tools of node_modules are the right ones. */
export const environmentFor = node => ({
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
})

/** Runs a program to its end, keeping what it writes. */
export function captured(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` }
}

/** The same, but without blocking, so that a signal to us can end it. */
export function capturedLater(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const keep = chunk => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const passOn = signal => child.kill(signal)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    const finish = ok => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      resolve({ ok, output })
    }
    child.on('error', error => {
      output += error.message
      finish(false)
    })
    child.on('close', code => finish(code === 0))
  })
}

/** Runs a program in our place: its output is ours, its exit code becomes ours. */
export function inOurPlace(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const stopPassing = passSignals(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      stopPassing()
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

// Ctrl-C in a terminal reaches the whole group, the program included: passing it on would send it twice. Without a
// terminal only we are told. And npm may be ended without telling anybody: then our parent changes.
function passSignals(child) {
  const onInterrupt = () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  }
  const passOn = signal => child.kill(signal)
  process.on('SIGINT', onInterrupt).on('SIGTERM', passOn).on('SIGHUP', passOn)
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500)
  return () => {
    clearInterval(watch)
    process.off('SIGINT', onInterrupt).off('SIGTERM', passOn).off('SIGHUP', passOn)
  }
}

/** One script at a time installs or builds; another waits for it. */
export async function alone(run) {
  mkdirSync(runtimeFolder, { recursive: true })
  const file = join(runtimeFolder, 'busy')
  while (!take(file)) await new Promise(resolve => setTimeout(resolve, 200))
  try {
    return await run()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeFileSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new Plainly(`${runtimeFolder} cannot be written to (${error.message}). Let the folder's owner start first.`)
    }
    const holder = Number(existsSync(file) ? readFileSync(file, 'utf8') : '')
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * How Node runs a server: young objects get 8 MB and are cleared more often. Without it a server that answered large lists
 * and figures for a while holds a quarter more memory; speed is the same (docs/performance.md).
 */
export const serverFlags = ['--max-semi-space-size=8']
