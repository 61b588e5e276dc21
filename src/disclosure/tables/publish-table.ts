import { bytesOf } from '../facts.ts'
import { type ReleaseFile, textFile } from '../file.ts'
import { canonical, fingerprint, saltedFingerprint } from '../fingerprint.ts'
import { DisclosureProblem } from '../problem.ts'
import type { Publication } from '../publication.ts'
import { publicColumns } from '../schema.ts'
import { readStored, storeOutput } from '../stored.ts'
import { feasibleIntervals, tooNarrow } from './audit.ts'
import { countTables, type TableSystem } from './cells.ts'
import { differencesFrom } from './differences.ts'
import { moneyOf } from './money.ts'
import { dominatedCells, primaryCells } from './primary.ts'
import { protect } from './protect.ts'
import { type PublishedTable, readPublished } from './published.ts'
import { roundTable } from './rounding.ts'
import { openSolver, type Solver } from './solver.ts'
import type { Shown, TableRequest } from './request.ts'
import { manifestOf, tableFiles } from './written.ts'

const methodVersion = 'waymark-table/1'

/**
 * Publishes tables of counts (and sums of an amount) without noise: what tells of few is hidden, and as much besides as keeps a reader from working it out, or
 * everything is rounded. The result is checked by solving what each hidden cell can be, and against every earlier table of the same
 * population, before it goes out. An equal request is answered with the stored files. Throws DisclosureProblem.
 */
export async function publishTable(request: TableRequest): Promise<Publication> {
  const { table, population, ledger, policy, round, by } = request
  refuseOdd(request)
  const system = countTables(table, by, request.parents)
  const salt = await ledger.salt()
  const about = {
    method: 'table',
    version: methodVersion,
    schema: fingerprint(canonical(publicColumns(table.domain.schema))),
    input: saltedFingerprint(salt, bytesOf(table)),
    by,
    hierarchies: [...request.parents].map(([column, parents]) => [column, [...parents]]),
    ...policy,
    round,
    money: request.money === null ? null : { column: request.money.column, percent: request.money.percent },
  }
  const id = saltedFingerprint(salt, canonical({ ...about, population, amounts: request.money?.amounts ?? null }))
  const solver = await openSolver()
  const shown =
    round === null ? await hiddenTables(solver, request, system) : roundedTables(solver, request, system, salt)
  const published: PublishedTable = {
    input: about.input,
    base: round,
    cells: system.ids.map((cell, i) => ({ id: cell, n: shown.counts[i] ?? null })),
  }
  await refuseDifferences(request, { counts: system.counts, published }, id)
  const charge = await ledger.charge({ population, rho: 0, request: id, about })
  if ('stored' in charge) return { files: await readStored(ledger.outputOf(id), charge.stored), again: true, rho: 0 }
  const files = filesOf(request, about, { system, shown, published })
  await storeOutput(ledger.outputOf(id), files)
  await ledger.finish(population, id, Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])))
  return { files, again: false, rho: 0 }
}

function refuseOdd({ table, by, policy: { k, protection }, round, money }: TableRequest): void {
  if (!Number.isInteger(k) || k < 3) throw new DisclosureProblem('k')
  if (!Number.isInteger(protection) || protection < 2) throw new DisclosureProblem('table_protection')
  if (round !== null && (!Number.isInteger(round) || round < 3 || round > 100))
    throw new DisclosureProblem('table_base')
  if (round !== null && money !== null) throw new DisclosureProblem('table_round_money')
  if (by.length === 0 || by.some(each => each.length === 0 || each.length > 4 || new Set(each).size < each.length))
    throw new DisclosureProblem('table_by')
  if (table.persons < k) throw new DisclosureProblem('too_few_persons', { persons: table.persons, least: k })
}

async function hiddenTables(solver: Solver, request: TableRequest, system: TableSystem): Promise<Shown> {
  const { policy, money, signal } = request
  const hidesZeros = policy.full
  const least = hidesZeros ? 0 : 1
  const primary = primaryCells(system, policy)
  const amounts = money === null ? null : moneyOf(request.table, system, money)
  const dominated =
    amounts === null
      ? new Map<number, number>()
      : dominatedCells(system.ids.length, amounts.contributions, money?.percent ?? 0)
  // Whose sum gives somebody away is hidden whole: a count beside a hidden sum would tell how many share it.
  const guarded = new Map([
    ...primary,
    ...[...dominated.keys()].map(cell => [cell, primary.get(cell) ?? policy.protection] as const),
  ])
  const options = { relations: system.relations, hidesZeros, ...(signal ? { signal } : {}) }
  const say = (step: string) => (done: number) => request.progress?.(step, done)
  const counted = await protect(solver, {
    ...options,
    amounts: system.counts,
    primary: guarded,
    hidden: new Set(),
    least,
    progress: say('counts'),
  })
  refuseOpen(system, counted.open)
  let { hidden } = counted
  if (amounts !== null) {
    const summed = await protect(solver, {
      ...options,
      amounts: amounts.sums,
      primary: dominated,
      hidden,
      least: 0,
      progress: say('sums'),
    })
    refuseOpen(system, summed.open)
    ;({ hidden } = summed)
  }
  const shownOf = (values: Float64Array) => Array.from(values, (n, cell) => (hidden.has(cell) ? null : n))
  const counts = shownOf(system.counts)
  const audited = { relations: system.relations, ...(signal ? { signal } : {}), progress: say('audit') }
  const feasible = await feasibleIntervals(solver, { ...audited, shown: counts, least })
  refuseOpen(system, tooNarrow(feasible, guarded))
  const sums = amounts === null ? null : shownOf(amounts.sums)
  if (sums !== null) {
    const ofSums = await feasibleIntervals(solver, { ...audited, shown: sums, least: 0, real: true })
    refuseOpen(system, tooNarrow(ofSums, dominated))
  }
  const widths = [...guarded.keys()].flatMap(cell => {
    const found = feasible.get(cell)
    return found && found.high !== null ? [found.high - found.low] : []
  })
  return { counts, sums, narrowest: widths.length > 0 ? Math.min(...widths) : null, guarded: guarded.size }
}

function roundedTables(solver: Solver, { round }: TableRequest, system: TableSystem, salt: Uint8Array): Shown {
  const base = round ?? 0
  const counts = [...roundTable(solver, system, { base, key: salt })]
  return { counts, sums: null, narrowest: base - 1, guarded: [...system.counts].filter(n => n > 0 && n < base).length }
}

function refuseOpen(system: TableSystem, cells: readonly number[]): void {
  const [first] = cells
  if (first !== undefined)
    throw new DisclosureProblem('table_open', {
      count: cells.length,
      cell: (JSON.parse(system.ids[first] ?? '[]') as string[]).join(', ') || 'the total',
    })
}

/** Every table of this population that went out before is held against the new one. */
async function refuseDifferences(
  { ledger, population, policy }: TableRequest,
  { counts, published: now }: { readonly counts: Float64Array; readonly published: PublishedTable },
  id: string,
): Promise<void> {
  const entries = await ledger.entries()
  const done = new Map(entries.flatMap(entry => (entry.kind === 'done' ? [[entry.request, entry] as const] : [])))
  for (const entry of entries) {
    const stored = entry.kind === 'charge' ? done.get(entry.request) : undefined
    if (entry.kind !== 'charge' || entry.population !== population || stored === undefined || entry.request === id)
      continue
    // Its totals are lower bounds, which no audit of these tables knows of.
    if (entry.about['method'] === 'kanon') throw new DisclosureProblem('table_after_kanon', { population })
    if (entry.about['method'] !== 'table') continue
    const files = await readStored(ledger.outputOf(entry.request), stored)
    const cells = files.find(({ name }) => name === 'cells.json')
    if (cells === undefined) continue
    const earlier = readPublished(cells.bytes.toString('utf8'))
    const [first, ...more] = differencesFrom(earlier, now, { counts, k: policy.k })
    if (first)
      throw new DisclosureProblem('table_difference', {
        count: more.length + 1,
        cell: (JSON.parse(first.cell) as string[]).join(', ') || 'the total',
        entry: entry.n,
      })
  }
}

function filesOf(
  request: TableRequest,
  about: Readonly<Record<string, unknown>>,
  o: { readonly system: TableSystem; readonly shown: Shown; readonly published: PublishedTable },
): ReleaseFile[] {
  const files = tableFiles(request, o)
  const cells = textFile('cells.json', `${JSON.stringify(o.published)}\n`)
  const manifest = manifestOf(request, about, { ...o, files: [...files, cells] })
  return [...files, cells, textFile('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)]
}
