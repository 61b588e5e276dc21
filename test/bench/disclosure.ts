// node test/bench/disclosure.ts: speed, memory and accuracy of disclosure control, one process a table. The table is named as an argument.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lengthWeights, noisePlan, rhoOf } from '#disclosure/accountant.ts'
import { agreed } from '#disclosure/agree.ts'
import { Sensitive } from '#disclosure/boundary.ts'
import { countCombinations } from '#disclosure/count.ts'
import { ctdcSchema } from '#disclosure/ctdc-schema.ts'
import { judged, type Utility, utility } from '#disclosure/evaluate.ts'
import { type FactTable, tableOf } from '#disclosure/facts.ts'
import { kAnonymous } from '#disclosure/kanon.ts'
import { measure } from '#disclosure/measure.ts'
import { cryptographicBits } from '#disclosure/noise/bits.ts'
import { recordsOf } from '#disclosure/publish-dp.ts'
import { readFacts } from '#disclosure/read-facts.ts'
import { csvRows } from '#exchange/csv.ts'
import { sourceOf } from '#exchange/source.ts'
import { likeCtdc, likeVictimsAndPerpetrators } from '../disclosure/generators.ts'
import { sampleOfSds } from '../disclosure/tables.ts'

interface Scenario {
  readonly name: string
  readonly length: number
  readonly epsilon: number
  readonly delta: number
  readonly runs: number
  readonly kanon: boolean
  table(): FactTable | Promise<FactTable>
}

const slice = '../shared/data/ctdc/ctdc-global-2020-slice.csv'
const own = (persons: number) => 1 / (persons * Math.log(persons))

const scenarios: readonly Scenario[] = [
  { name: 'sample', length: 4, epsilon: 4, delta: own(6000), runs: 10, kanon: true, table: () => sampleOfSds(6000, 7) },
  {
    name: 'vp',
    length: 4,
    epsilon: 12,
    delta: own(21_194),
    runs: 3,
    kanon: true,
    table: () => likeVictimsAndPerpetrators(),
  },
  { name: 'ctdc', length: 3, epsilon: 12, delta: own(222_000), runs: 1, kanon: false, table: () => likeCtdc() },
  { name: 'slice', length: 3, epsilon: 12, delta: own(48_773), runs: 3, kanon: true, table: sliceTable },
]

async function sliceTable(): Promise<FactTable> {
  return (await readFacts(csvRows(sourceOf(slice)), ctdcSchema('ctdc-a', 2020))).table
}

const say = (line: string) => console.log(line)
/** Time on the clock, and of the processor: the latter also tells on a machine that others use. */
interface Begun {
  readonly clock: number
  readonly processor: NodeJS.CpuUsage
}
const begin = (): Begun => ({ clock: performance.now(), processor: process.cpuUsage() })
const seconds = ({ clock, processor }: Begun): string => {
  const { user, system } = process.cpuUsage(processor)
  return `${((performance.now() - clock) / 1000).toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)} s)`
}

async function run({ name, length, epsilon, delta, runs, kanon, table: make }: Scenario): Promise<void> {
  const table = await make()
  const { groups, attributes } = table.domain
  say(
    `\n${name}: ${table.persons} persons, ${groups} columns, ${attributes.length} values, R = ${length}, epsilon ${epsilon}, delta ${delta.toExponential(2)}`,
  )
  let began = begin()
  const exact = await countCombinations(table, length)
  say(
    `  counts of ${exact.counts
      .slice(1)
      .map(level => level.length)
      .join(' / ')} combinations: ${seconds(began)}`,
  )
  const plan = noisePlan(rhoOf(epsilon, delta), groups, length, lengthWeights(length))
  say(
    `  rho ${plan.rho.toFixed(4)}, deviation of the noise ${plan.variances.map(v => Math.sqrt(v).toFixed(1)).join(' / ')}`,
  )
  const cards: { counts: Utility[]; records: Utility[] }[] = []
  for (let n = 0; n < runs; n++) {
    began = begin()
    const measured = await measure(Sensitive.of(table), table.domain, plan, {
      fabrication: 0.02,
      bits: cryptographicBits(),
    })
    const released = agreed(measured, table.domain, plan)
    const marginals = seconds(began)
    const records = await recordsOf(released, {})
    say(
      `  noisy counts ${marginals}, with records ${seconds(began)}; expected of nobody ${released.value.measured.expectedSpurious
        .slice(1)
        .map(x => x.toFixed(1))
        .join(' / ')}`,
    )
    const { set, counts } = released.value
    const levels = set.levels.map((_, l) => counts.slice(set.base[l], set.base[l + 1]))
    cards.push({
      counts: utility(exact, judged({ set, counts: levels }), []),
      records: utility(exact, judged(await countCombinations(tableOf(table.domain, records), length)), []),
    })
  }
  for (const what of ['counts', 'records'] as const)
    cardOf(
      what,
      cards.map(card => card[what]),
    )
  if (kanon) {
    began = begin()
    const records = await kAnonymous(table, { k: 10, bits: cryptographicBits() })
    say(`  k-anonymous records, k = 10: ${seconds(began)}`)
    cardOf('k-anonymous', [utility(exact, judged(await countCombinations(tableOf(table.domain, records), length)), [])])
  }
  say(
    `  most memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, processor ${((process.cpuUsage().user + process.cpuUsage().system) / 1e6).toFixed(1)} s in all`,
  )
}

/** Means and spread over runs, by length. */
function cardOf(what: string, runs: readonly (readonly Utility[])[]): void {
  say(
    `  ${what}: length, mean count, error (least to most), suppressed, fabricated of sensitive, of released, by count`,
  )
  runs[0]?.forEach((first, at) => {
    const of = (value: (each: Utility) => number) => runs.map(each => value(each[at] ?? first))
    const mean = (value: (each: Utility) => number) => of(value).reduce((sum, each) => sum + each, 0) / runs.length
    const errors = of(each => each.error)
    const percent = (value: (each: Utility) => number) => `${(100 * mean(value)).toFixed(2)} %`
    say(
      `    ${first.length === 0 ? 'all' : first.length}  ${first.meanCount.toFixed(1)}  ${mean(each => each.error).toFixed(2)} (${Math.min(...errors).toFixed(2)} to ${Math.max(...errors).toFixed(2)})  ${percent(each => each.suppressedShare)}  ${percent(each => each.fabricatedOfSensitive)}  ${percent(each => each.fabricatedOfReleased)}  ${percent(each => each.fabricatedByCount)}`,
    )
  })
}

const asked = process.argv[2]
const chosen = scenarios.find(scenario => scenario.name === asked)
if (chosen !== undefined) await run(chosen)
else {
  for (const { name } of scenarios) {
    if (name === 'slice' && !existsSync(slice)) say(`\nslice: skipped, ${slice} is not there`)
    else execFileSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' })
  }
}
