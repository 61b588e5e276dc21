// Who is behind a process number. Numbers are reused after a crash or a restart, so a number alone is never believed and
// never signalled: it counts together with the moment the process began, or with the command line it was started with.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A text that differs for every process that ever has this number; null when nobody has it now. */
export function identityOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null
  return process.platform === 'linux' ? linuxIdentity(pid) : psIdentity(pid)
}

/** True when the living process `pid` was started with `argument` as one whole word of its command line. */
export function commandLineNames(pid: number, argument: string): boolean {
  if (identityOf(pid) === null) return false
  if (process.platform !== 'linux') return `${ps(pid, 'command=')} `.includes(` ${argument} `)
  return readOrNull(`/proc/${pid}/cmdline`)?.split('\0').includes(argument) ?? false
}

function linuxIdentity(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The program's name stands in brackets and may itself hold spaces and brackets: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields[0]
  const startedAt = fields[19]
  // A zombie has ended; only its parent has not looked yet. In a container without an init that can last for ever.
  if (state === 'Z' || state === 'X') return null
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim()} ${startedAt}`
}

function psIdentity(pid: number): string | null {
  const line = ps(pid, 'stat=,lstart=')
  return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '')
}

const ps = (pid: number, columns: string): string =>
  spawnSync('ps', ['-ww', '-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
