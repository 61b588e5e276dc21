import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { canonical, fingerprint } from './fingerprint.ts'
import { DisclosureProblem } from './problem.ts'

/** What is written about a release before anything is sampled. */
export interface Charge {
  readonly population: string
  readonly rho: number
  readonly request: string
  /** Method, parameters, fingerprints and version, for who reads the ledger. */
  readonly about: Readonly<Record<string, unknown>>
}

const Common = { n: z.int(), at: z.string(), population: z.string(), before: z.string(), hash: z.string() }
const Entry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('budget'), rho: z.number(), ...Common }),
  z.strictObject({
    kind: z.literal('charge'),
    rho: z.number(),
    request: z.string(),
    about: z.record(z.string(), z.unknown()),
    ...Common,
  }),
  z.strictObject({ kind: z.literal('done'), request: z.string(), files: z.record(z.string(), z.string()), ...Common }),
])
export type LedgerEntry = z.infer<typeof Entry>
type NewEntry = LedgerEntry extends infer E
  ? E extends LedgerEntry
    ? Omit<E, 'n' | 'at' | 'before' | 'hash'>
    : never
  : never

/** What may be spent of a population in a calendar year unless "publish budget" says otherwise: about what the widest releases in use do. */
export const defaultYearlyRho = 2.7

const beginning = '0'.repeat(64)

/**
 * The ledger of a folder: who was seen through how much noise. It only grows, each entry carries the fingerprint of the one before,
 * and a release is charged before it samples, so that a crash costs as much as a release. One process writes at a time.
 */
export class Ledger {
  readonly dir: string
  readonly #now: () => Date

  constructor(dir: string, now: () => Date) {
    this.dir = dir
    this.#now = now
  }

  /** The salt of this ledger's fingerprints, made at the first use. */
  async salt(): Promise<Uint8Array> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 })
    const file = join(this.dir, 'salt')
    try {
      await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    return readFile(file)
  }

  /** Every entry, with the chain checked. Throws DisclosureProblem `ledger_broken`. */
  async entries(): Promise<LedgerEntry[]> {
    const text = await readFile(this.#file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    let before = beginning
    return text
      .split('\n')
      .filter(line => line !== '')
      .map((line, at) => {
        const entry = entryOf(line)
        if (entry === null || entry.n !== at + 1 || entry.before !== before || entry.hash !== hashOf(entry)) {
          throw new DisclosureProblem('ledger_broken', { entry: at + 1 })
        }
        before = entry.hash
        return entry
      })
  }

  /** Sets what may be spent of a population in a year, from now on. */
  async setBudget(population: string, rho: number): Promise<void> {
    refuseOddName(population)
    if (!(rho >= 0 && rho <= 1000)) throw new DisclosureProblem('budget')
    await this.#alone(async entries => {
      await this.#append(entries, { kind: 'budget', population, rho })
    })
  }

  /** What was spent of a population this year, and what may be. */
  async standing(population: string): Promise<{ spent: number; cap: number }> {
    return standingOf(await this.entries(), population, this.#now().getUTCFullYear())
  }

  /**
   * Charges a release, unless the very same one was finished before: then the answer is `stored`. Throws DisclosureProblem `ledger_cap`
   * when the year's budget would be passed, `kanon_before` or `kanon_after_table` when k-anonymous records would go out twice or beside exact numbers; nothing is written then.
   */
  async charge({
    population,
    rho,
    request,
    about,
  }: Charge): Promise<{ stored: LedgerEntry } | { charged: LedgerEntry }> {
    refuseOddName(population)
    return this.#alone(async entries => {
      const stored = entries.find(entry => entry.kind === 'done' && entry.request === request)
      if (stored !== undefined) return { stored }
      if (about['method'] === 'kanon' && wentOut(entries, population, 'kanon')) {
        throw new DisclosureProblem('kanon_before', { population })
      }
      if (about['method'] === 'kanon' && wentOut(entries, population, 'table')) {
        throw new DisclosureProblem('kanon_after_table', { population })
      }
      const { spent, cap } = standingOf(entries, population, this.#now().getUTCFullYear())
      if (spent + rho > cap) {
        const [asked, used, most] = [rho, spent, cap].map(value => value.toFixed(4))
        throw new DisclosureProblem('ledger_cap', {
          population,
          asked: asked ?? '',
          spent: used ?? '',
          cap: most ?? '',
        })
      }
      return { charged: await this.#append(entries, { kind: 'charge', population, rho, request, about }) }
    })
  }

  /** Notes that a charged release is stored, with the fingerprints of its files. */
  async finish(population: string, request: string, files: Readonly<Record<string, string>>): Promise<void> {
    await this.#alone(async entries => {
      await this.#append(entries, { kind: 'done', population, request, files: { ...files } })
    })
  }

  /** Where the output of a request is kept. */
  outputOf(request: string): string {
    return join(this.dir, 'outputs', request.slice(0, 32))
  }

  get #file(): string {
    return join(this.dir, 'ledger.jsonl')
  }

  async #append(entries: readonly LedgerEntry[], entry: NewEntry): Promise<LedgerEntry> {
    const before = entries.at(-1)?.hash ?? beginning
    const whole = { ...entry, n: entries.length + 1, at: this.#now().toISOString(), before }
    const hashed: LedgerEntry = { ...whole, hash: hashOf(whole) }
    const file = await open(this.#file, 'a', 0o600)
    try {
      await file.appendFile(`${canonical(hashed)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    return hashed
  }

  /** Runs with the ledger locked against other processes; a lock whose process is gone is taken over. */
  async #alone<T>(work: (entries: LedgerEntry[]) => Promise<T>): Promise<T> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 })
    const lock = join(this.dir, 'lock')
    await takeLock(lock)
    try {
      return await work(await this.entries())
    } finally {
      await rm(lock, { force: true })
    }
  }
}

function refuseOddName(population: string): void {
  if (!/^[\p{L}\p{N}._-]{1,60}$/u.test(population)) throw new DisclosureProblem('population')
}

async function takeLock(lock: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => '0'))
    if (attempt >= 50) throw new DisclosureProblem('ledger_busy')
    if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true })
    else await new Promise(resolve => setTimeout(resolve, 100))
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function standingOf(entries: readonly LedgerEntry[], population: string, year: number): { spent: number; cap: number } {
  let [spent, cap] = [0, defaultYearlyRho]
  for (const entry of entries) {
    if (entry.population !== population) continue
    if (entry.kind === 'budget') cap = entry.rho
    if (entry.kind === 'charge' && entry.at.startsWith(String(year))) spent += entry.rho
  }
  return { spent, cap }
}

/** Whether a release of a population by this method was finished; what a crash left unfinished was shown to nobody. */
function wentOut(entries: readonly LedgerEntry[], population: string, method: 'kanon' | 'table'): boolean {
  const finished = new Set(entries.flatMap(entry => (entry.kind === 'done' ? [entry.request] : [])))
  return entries.some(
    entry =>
      entry.kind === 'charge' &&
      entry.population === population &&
      entry.about['method'] === method &&
      finished.has(entry.request),
  )
}

function entryOf(line: string): LedgerEntry | null {
  try {
    return Entry.parse(JSON.parse(line))
  } catch {
    return null
  }
}

const hashOf = (entry: object): string => fingerprint(canonical({ ...entry, hash: undefined }))
