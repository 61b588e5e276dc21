import { epsilonOf, lengthWeights, noisePlan, type NoisePlan, rhoOf } from './accountant.ts'
import { type Aggregates, agreed } from './agree.ts'
import { type Released, Sensitive } from './boundary.ts'
import { capped, type OverCap } from './cap.ts'
import type { FactTable } from './facts.ts'
import { type ReleaseFile, textFile } from './file.ts'
import { canonical, fingerprint, saltedFingerprint } from './fingerprint.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { dpManifest } from './manifest.ts'
import { measure } from './measure.ts'
import { type BitSource, cryptographicBits } from './noise/bits.ts'
import { pageOf } from './page.ts'
import { DisclosureProblem } from './problem.ts'
import { aggregateRows, csvText, shownCounts, syntheticRows } from './release.ts'
import { readStored, storeOutput } from './stored.ts'
import { synthesise } from './synthesis.ts'

/** What a differentially private release is asked to be. All of it is public. */
export interface DpParameters {
  readonly epsilon: number
  readonly delta: number
  /** Why delta may be above 1e-9; absent when it is not. */
  readonly deltaArgument?: string
  readonly reportingLength: number
  /** The most attributes of one person that count; by default as many as anybody can have. */
  readonly cap?: number
  readonly overCap: OverCap
  /** Share of the combinations of each length that may be expected to stand for nobody. */
  readonly fabrication: number
}

export interface DpRequest {
  readonly table: FactTable
  readonly linesOf: Int32Array
  readonly population: string
  readonly parameters: DpParameters
  readonly ledger: Ledger
  readonly signal?: AbortSignal
  readonly progress?: (step: 'counting' | 'records', done: number) => void
}

export interface Publication {
  readonly files: readonly ReleaseFile[]
  /** True when the very same release was published before and its files were handed out again. */
  readonly again: boolean
  readonly rho: number
  readonly epsilonAt1e9: number
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
    schema: fingerprint(canonical(publicColumns(table))),
    input: saltedFingerprint(salt, `${table.persons}|${table.values.join(',')}`),
    epsilon: parameters.epsilon,
    delta: parameters.delta,
    reportingLength: plan.variances.length - 1,
    cap: plan.cap,
    overCap: parameters.overCap,
    fabrication: parameters.fabrication,
  }
  const id = saltedFingerprint(salt, canonical({ ...about, population: request.population }))
  const charge = await ledger.charge({ population: request.population, rho: plan.rho, request: id, about })
  const cost = { rho: plan.rho, epsilonAt1e9: epsilonOf(plan.rho, 1e-9) }
  if ('stored' in charge) return { files: await readStored(ledger.outputOf(id), charge.stored), again: true, ...cost }
  const files = await sampled(request, facts, plan, bits, { about, entry: charge.charged })
  await storeOutput(ledger.outputOf(id), files)
  await ledger.finish(request.population, id, Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])))
  return { files, again: false, ...cost }
}

export const methodVersion = 'waymark-dp/1'

/** The noise of a release, or why there can be none. Depends on public parameters only. */
export function planOf(table: FactTable, parameters: DpParameters): NoisePlan {
  const { epsilon, delta, deltaArgument, reportingLength, fabrication } = parameters
  const { groups } = table.domain
  if (!(epsilon > 0 && epsilon <= 100)) throw new DisclosureProblem('epsilon')
  if (!(delta > 0 && delta < 1e-3)) throw new DisclosureProblem(deltaArgument === undefined ? 'delta' : 'delta_argued')
  if (delta > 1e-9 && (deltaArgument ?? '').trim() === '') throw new DisclosureProblem('delta')
  if (!(fabrication > 0 && fabrication <= 0.5)) throw new DisclosureProblem('fabrication')
  if (!Number.isInteger(reportingLength) || reportingLength < 1 || reportingLength > mostLength) {
    throw new DisclosureProblem('reporting_length', { most: mostLength })
  }
  const cap = parameters.cap ?? groups
  if (!Number.isInteger(cap) || cap < 1 || cap > groups) throw new DisclosureProblem('cap', { most: groups })
  const longest = Math.min(reportingLength, cap)
  const rho = rhoOf(epsilon, delta)
  if (!(rho > 1e-9)) throw new DisclosureProblem('budget_nothing', { epsilon, delta })
  const plan = noisePlan(rho, cap, longest, lengthWeights(longest))
  if (plan.variances.some(variance => variance > 1e12))
    throw new DisclosureProblem('budget_nothing', { epsilon, delta })
  return plan
}

const mostLength = 8

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

export const publicColumns = ({ domain }: FactTable) =>
  domain.schema.columns.map(({ name, values, delimiter }) => ({ name, values, delimiter: delimiter ?? null }))
