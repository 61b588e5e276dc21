import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { Register } from '#register/register.ts'

/** The installation's own folder, wherever the command is called from. */
const ownFolder = fileURLToPath(new URL('../../var', import.meta.url))

/** What every verb is given: where things are, how to speak, and the register, opened when it is first asked for. */
export interface CliContext {
  readonly dataDir: string
  /** True when a machine reads the output. */
  readonly json: boolean
  /** A line of the answer, on standard output. */
  out(line: string): void
  /** Anything else a person should know, on standard error. */
  err(line: string): void
  openRegister(): Promise<Register>
  /** Closes what was opened; the embedded PostgreSQL stops when nobody else uses it. */
  close(): Promise<void>
}

/** Documented in `waymark --help`. */
export const exitCode = { done: 0, failed: 1, usage: 2, broken: 3 } as const

/** A context that reads the options of the program when the verb runs. */
export function contextOf(program: Command): CliContext {
  const closers: (() => Promise<void>)[] = []
  let opened: Promise<Register> | null = null
  const dataDir = () => resolve(program.opts<{ data?: string }>().data ?? process.env['WAYMARK_DATA'] ?? ownFolder)
  const err = (line: string) => process.stderr.write(`${line}\n`)

  const open = async (): Promise<Register> => {
    // Loading the register takes longer than some verbs that do without it.
    const { openRegisterIn } = await import('./open-register.ts')
    return openRegisterIn({ dataDir: dataDir(), err, closeLater: close => closers.unshift(close) })
  }

  return {
    get dataDir() {
      return dataDir()
    },
    get json() {
      return program.opts<{ json?: boolean }>().json === true
    },
    out: line => process.stdout.write(`${line}\n`),
    err,
    openRegister() {
      opened ??= open()
      return opened
    },
    async close() {
      for (const close of closers.splice(0)) await close()
    },
  }
}
