import type { NoisePlan } from './accountant.ts'
import { type Aggregates, agreed } from './agree.ts'
import { type Released, Sensitive } from './boundary.ts'
import { capped } from './cap.ts'
import { type DpParameters, planOf } from './dp-parameters.ts'
import { bytesOf, type FactTable } from './facts.ts'
import { type ReleaseFile, textFile } from './file.ts'
import { canonical, fingerprint, saltedFingerprint } from './fingerprint.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { dpManifest } from './manifest.ts'
import { measure } from './measure.ts'
import { type BitSource, cryptographicBits } from './noise/bits.ts'
import { pageOf } from './page.ts'
import { DisclosureProblem } from './problem.ts'
import type { Publication } from './publication.ts'
import { aggregateRows, csvText, shownCounts, syntheticRows } from './release.ts'
import { publicColumns } from './schema.ts'
import { readStored, storeOutput } from './stored.ts'
import { synthesise } from './synthesis.ts'

export interface DpRequest {
  readonly table: FactTable
  readonly linesOf: Int32Array
  readonly population: string
  readonly parameters: DpParameters
  readonly ledger: Ledger
  readonly signal?: AbortSignal
  readonly progress?: (step: 'counting' | 'records', done: number) => void
}

/** Nobody hides among fewer. */
const leastPersons = 11

/** How much an error of each length weighs when records are made: few short counts are held closely, many long ones together. */
const recordWeights = [1, 100, 10, 3, 1]

/**
 * Publishes a table: checks everything, charges the ledger, samples, and returns the files. An equal request is answered with the
 * files that are stored. Throws DisclosureProblem; before the charge nothing is spent, after it the charge stays.
 */
export async function publishDp(request: DpRequest): Promise<Publication> {
  const { table, parameters, ledger } = request
  const plan = planOf(table, parameters)
  if (table.persons < leastPersons) {
    throw new DisclosureProblem('too_few_persons', { persons: table.persons, least: leastPersons })
  }
  const bits = cryptographicBits()
  const facts = capped(table, plan.cap, parameters.overCap, { linesOf: request.linesOf, bits })
  const salt = await ledger.salt()
  const about = {
    method: 'dp',
    version: methodVersion,
    schema: fingerprint(canonical(publicColumns(table.domain.schema))),
    input: saltedFingerprint(salt, bytesOf(table)),
    epsilon: parameters.epsilon,
    delta: parameters.delta,
    reportingLength: plan.variances.length - 1,
    cap: plan.cap,
    overCap: parameters.overCap,
    fabrication: parameters.fabrication,
  }
  const id = saltedFingerprint(salt, canonical({ ...about, population: request.population }))
  const charge = await ledger.charge({ population: request.population, rho: plan.rho, request: id, about })
  if ('stored' in charge)
    return { files: await readStored(ledger.outputOf(id), charge.stored), again: true, rho: plan.rho }
  const files = await sampled(request, facts, plan, bits, { about, entry: charge.charged }).catch(saidCharged)
  await storeOutput(ledger.outputOf(id), files)
  await ledger.finish(request.population, id, Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])))
  return { files, again: false, rho: plan.rho }
}

export const methodVersion = 'waymark-dp/1'

/** A stop in the middle of counting says that the charge stays. */
function saidCharged(error: unknown): never {
  throw error instanceof DisclosureProblem && error.code === 'stopped'
    ? new DisclosureProblem('stopped_charged')
    : error
}

interface Account {
  readonly about: Readonly<Record<string, unknown>>
  readonly entry: LedgerEntry
}

async function sampled(
  { table, signal, progress, population, parameters }: DpRequest,
  facts: FactTable,
  plan: NoisePlan,
  bits: BitSource,
  account: Account,
): Promise<ReleaseFile[]> {
  const measured = await measure(Sensitive.of(facts), table.domain, plan, {
    fabrication: parameters.fabrication,
    bits,
    signal,
    progress: done => progress?.('counting', done),
  })
  const released = agreed(measured, table.domain, plan)
  const records = await recordsOf(released, { signal, progress: done => progress?.('records', done) })
  const { value } = released
  const shown = shownCounts(value)
  const files = [
    textFile('synthetic.csv', csvText(syntheticRows(value.domain, records))),
    textFile('aggregates.csv', csvText(aggregateRows(value.domain, shown))),
  ]
  const manifest = dpManifest({ value, population, parameters, ...account, files, records: records.length })
  const page = pageOf(value.domain, shown, manifest.page)
  const report = textFile('report.html', page)
  const listed = { ...manifest.json, files: filesOf([...files, report]) }
  return [...files, textFile('manifest.json', `${JSON.stringify(listed, null, 2)}\n`), report]
}

const filesOf = (files: readonly ReleaseFile[]) =>
  files.map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 }))

/** Records that reproduce released counts. Chance here protects nobody, so it is the ordinary kind. */
export async function recordsOf(
  released: Released<Aggregates>,
  options: { readonly signal?: AbortSignal | undefined; readonly progress?: (done: number) => void },
): Promise<number[][]> {
  const { domain, set, containment, counts } = released.value
  const weights = Array.from({ length: set.longest + 1 }, (_, l) => recordWeights[l] ?? 1)
  return synthesise({ domain, set, containment, counts, weights }, { chance: Math.random, ...options })
}
