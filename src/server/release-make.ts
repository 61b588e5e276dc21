import { parse } from 'csv-parse/sync'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attack } from '#disclosure/attack.ts'
import { textFile } from '#disclosure/file.ts'
import { Ledger } from '#disclosure/ledger.ts'
import { DisclosureProblem } from '#disclosure/problem.ts'
import type { Publication } from '#disclosure/publication.ts'
import { publishDp } from '#disclosure/publish-dp.ts'
import { publishKanon } from '#disclosure/publish-kanon.ts'
import { readFacts } from '#disclosure/read-facts.ts'
import { only } from '#disclosure/schema.ts'
import { publishTable } from '#disclosure/tables/publish-table.ts'
import { utilityCard } from '#disclosure/utility-card.ts'
import type { Register } from '#register/register.ts'
import type { z } from 'zod'
import type { ReleaseAsked, ReleasePreview } from './contract/releases.ts'
import { registerFacts } from './release-facts.ts'

/** The persons of the whole register are one population: their budget is one. */
const population = 'register'
const delta = 1e-9

export interface Making {
  readonly signal: AbortSignal
  readonly progress: (step: string, share: number) => void
}

export const ledgerIn = (folder: string, register: Register): Ledger => new Ledger(folder, () => register.now())
export const standingIn = (folder: string, register: Register) => ledgerIn(folder, register).standing(population)

type Facts = Awaited<ReturnType<typeof registerFacts>>

/** Makes what is asked, charging a ledger. Throws DisclosureProblem. */
async function make(
  facts: Facts,
  asked: ReleaseAsked,
  ledger: Ledger,
  { signal, progress }: Making,
): Promise<Publication> {
  const shared = { population, ledger, signal, progress }
  const { table } = facts
  switch (asked.method) {
    case 'dp':
      return publishDp({
        ...facts,
        ...shared,
        parameters: {
          epsilon: asked.epsilon ?? 1,
          delta,
          reportingLength: Math.min(asked.reportingLength ?? 3, asked.columns.length),
          overCap: 'refuse',
          fabrication: 0.02,
        },
      })
    case 'kanon':
      return publishKanon({ table, ...shared, k: asked.k ?? 11, reportingLength: asked.reportingLength ?? 3 })
    case 'table': {
      const k = asked.k ?? 10
      return publishTable({
        table,
        ...shared,
        by: [asked.columns],
        parents: new Map(),
        policy: { k, protection: k - 1, full: true },
        round: asked.round ?? null,
        money: null,
      })
    }
    default:
      return asked.method satisfies never
  }
}

/** Publishes for good: charged in the ledger of this installation, its manifest signed. */
export async function makeRelease(register: Register, asked: ReleaseAsked, folder: string, making: Making) {
  making.progress('read', 0)
  const facts = await registerFacts(register, asked.schema, asked.columns)
  const { files } = await make(facts, asked, ledgerIn(folder, register), making)
  const manifest = files.find(({ name }) => name === 'manifest.json')
  if (!manifest) throw new Error('A release without a manifest.')
  const { signature, publicKey } = register.keys.signRelease(manifest.bytes)
  const signed = {
    algorithm: 'Ed25519',
    of: manifest.name,
    sha256: manifest.sha256,
    publicKey: publicKey.toString('base64'),
    signature: signature.toString('base64'),
  }
  return [...files, textFile('signature.json', `${JSON.stringify(signed, null, 2)}\n`)]
}

type Card = NonNullable<z.infer<typeof ReleasePreview>['card']>

/**
 * One release as it would be, made for nobody: charged to a ledger that is thrown away, held against the persons, and forgotten. What is told of it is
 * computed from the persons and for inside only.
 */
export async function previewRelease(register: Register, asked: ReleaseAsked, making: Making): Promise<Card> {
  making.progress('read', 0)
  const facts = await registerFacts(register, asked.schema, asked.columns)
  const folder = await mkdtemp(join(tmpdir(), 'waymark-preview-'))
  try {
    const { files } = await make(facts, asked, ledgerIn(folder, register), making)
    making.progress('compare', 0.9)
    const text = (name: string) => files.find(each => each.name === name)?.bytes.toString('utf8')
    if (asked.method === 'table') {
      const { cells } = JSON.parse(text('manifest.json') ?? '{}') as {
        cells: { all: number; hidden: number; narrowestInterval: number | null }
      }
      const { all, hidden, narrowestInterval } = cells
      return {
        persons: facts.table.persons,
        records: null,
        lengths: [],
        small: null,
        risk: null,
        cells: { all, hidden, narrowest: narrowestInterval },
      }
    }
    const { schema } = facts.table.domain
    const own = only(schema, new Set(schema.columns.map(({ name }) => name)))
    const rows = (parse(text('synthetic.csv') ?? '', { bom: true }) as string[][]).map((cells, i) => ({
      line: i + 1,
      cells,
    }))
    const { table: records } = await readFacts(rows, own)
    const length = Math.min(asked.reportingLength ?? 3, asked.columns.length)
    const { lengths, small } = await utilityCard(facts.table, records, length, making.signal)
    const [everybody] = attack({ persons: facts.table, records }).groups
    return {
      persons: facts.table.persons,
      records: records.persons,
      lengths: [...lengths],
      small,
      risk: everybody ?? null,
      cells: null,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is told of why nothing came of it; the words of other errors may hold anything and stay here. */
export const saidOf = (error: unknown): { code: string; message: string } =>
  error instanceof DisclosureProblem
    ? { code: error.code, message: error.message }
    : { code: 'fault', message: 'The release broke off. Tell your administrator.' }
