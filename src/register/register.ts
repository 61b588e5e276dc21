import { availableParallelism } from 'node:os'
import pg from 'pg'
import { type Dictionary, builtIn } from '#dictionary/dictionary.ts'
import { loadDictionary } from './dictionary-versions.ts'
import { type FactCodes, factCodes } from './fact-codes.ts'
import { alignFactColumns } from './fact-columns.ts'
import { type ErasureList, erasuresInMemory, replayErasures } from './erasure-list.ts'
import { type FileStore, noFiles } from './file-store.ts'
import { gatherWrites } from './gather-writes.ts'
import type { Keys } from './keys.ts'
import { codesInDatabase, firstCodes } from './learn-codes.ts'
import { migrate } from './migrate.ts'
import { type OfficeDirectory, loadOffices } from './office-directory.ts'
import { type PasswordCost, passwordCost } from './password.ts'
import { readTokenFrequencies, type TokenFrequencies } from './token-frequency.ts'

/** The memory: a pool of connections, the keys, and the two small things every request needs at hand. */
export interface Register {
  /** For accounts, imports, rebuilds: what runs as the owner of the database. */
  readonly pool: pg.Pool
  /** For requests: statements that do not wait for each other travel together, which COPY cannot. */
  readonly requests: pg.Pool
  readonly keys: Keys
  /** Answers as numbers, as fact tables hold them. */
  readonly codes: FactCodes
  /** Where sealed files lie. */
  readonly files: FileStore
  /** What a guess at a password costs; the same for logins that nobody has. */
  readonly passwordCost: PasswordCost
  /** Whom the organisation erased, outside the database. */
  readonly erasures: ErasureList
  now(): Date
  dictionary(): Dictionary
  offices(): OfficeDirectory
  /** How common name fingerprints are; read from the database's statistics, kept for ten minutes. */
  tokenFrequencies(): Promise<TokenFrequencies>
  /** Reads dictionary and offices again; called after they change, and every few seconds for other servers' edits. */
  refresh(): Promise<void>
  close(): Promise<void>
}

export interface OpenOptions {
  readonly connection: pg.PoolConfig | string
  readonly keys: Keys
  /** Default: none, and no document can be given a file. */
  readonly files?: FileStore
  readonly poolSize?: number
  readonly now?: () => Date
  /** Default: the production cost. */
  readonly passwordCost?: PasswordCost
  /** Replayed before anybody is let in. Default: in memory, for work that nobody restores. */
  readonly erasures?: ErasureList
}

/** Migrates, erases again whom a backup brought back, aligns the fact columns, and loads dictionary and offices. */
export async function openRegister(o: OpenOptions): Promise<Register> {
  const config = typeof o.connection === 'string' ? { connectionString: o.connection } : o.connection
  const pool = new pg.Pool({ ...config, max: o.poolSize ?? 12, types: { getTypeParser }, statement_timeout: 0 })
  // More changes at once than processors only take turns: those that wait in line here wait less in all.
  const atOnce = o.poolSize ?? Math.max(6, 2 * availableParallelism())
  const requests = new pg.Pool({ ...config, max: atOnce, types: { getTypeParser }, pipeline: true })
  requests.on('error', () => undefined)
  requests.on('connect', gatherWrites)
  // An idle connection that the server ends (restart) must not end the process; the next use reconnects.
  pool.on('error', () => undefined)
  const learned = codesInDatabase(config)
  let dictionary: Dictionary = builtIn
  let offices: OfficeDirectory
  const refresh = async () => {
    dictionary = await loadDictionary(pool, dictionary)
    offices = await loadOffices(pool)
  }
  const erasures = o.erasures ?? erasuresInMemory()
  const client = await pool.connect()
  try {
    await migrate(client)
    await replayErasures(client, { erasures, keys: o.keys, now: (o.now ?? (() => new Date()))() })
    dictionary = await loadDictionary(client, dictionary)
    await alignFactColumns(client, dictionary)
  } catch (error) {
    client.release()
    await Promise.all([pool.end(), requests.end(), learned.close()])
    throw error
  }
  client.release()
  offices = await loadOffices(pool)
  const known = await firstCodes(pool)
  let frequencies: { readonly value: Promise<TokenFrequencies>; readonly until: number } | null = null
  return {
    pool,
    requests,
    tokenFrequencies: () => {
      if (!frequencies || frequencies.until < performance.now())
        frequencies = { value: readTokenFrequencies(pool), until: performance.now() + 600_000 }
      return frequencies.value
    },
    keys: o.keys,
    codes: factCodes(learned.learn, known),
    erasures,
    files: o.files ?? noFiles,
    passwordCost: o.passwordCost ?? passwordCost,
    now: o.now ?? (() => new Date()),
    dictionary: () => dictionary,
    offices: () => offices,
    refresh,
    close: async () => {
      await Promise.all([pool.end(), requests.end(), learned.close()])
    },
  }
}

/** Counts and keys arrive as numbers where they fit; everything else as node-postgres has it. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid: number, format?: 'text' | 'binary') => {
  if (oid === pg.types.builtins.INT8 && format !== 'binary') return toInteger
  return pg.types.getTypeParser(oid, format as 'text')
}

/** bigint as number when exact, else as text (person keys are 64-bit hashes). */
function toInteger(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}
