import { choose, epsilonOf } from './accountant.ts'
import type { Aggregates } from './agree.ts'
import type { DpParameters } from './dp-parameters.ts'
import type { ReleaseFile } from './file.ts'
import type { LedgerEntry } from './ledger.ts'
import type { PageText } from './page.ts'

interface DpMade {
  readonly value: Aggregates
  readonly population: string
  readonly parameters: DpParameters
  readonly about: Readonly<Record<string, unknown>>
  readonly entry: LedgerEntry
  readonly files: readonly ReleaseFile[]
  readonly records: number
}

/** What goes with a release: how it was made, what it promises and what it does not. Nothing in it is computed from the table but through noise. */
export function dpManifest(made: DpMade): { json: Record<string, unknown>; page: PageText } {
  const { value, parameters, population, about, entry, records } = made
  const { plan, set, measured, counts } = value
  const lengths = plan.variances.map((variance, length) => ({
    length,
    sensitivity: choose(plan.cap, length),
    variance,
    standardDeviation: Number(Math.sqrt(variance).toFixed(3)),
    asked: measured.asked[length] ?? 0,
    released: set.lengthAt(length),
    expectedSpurious: Number((measured.expectedSpurious[length] ?? 0).toFixed(2)),
  }))
  const json = {
    method: 'differential privacy',
    version: about['version'],
    mechanism: 'counts with exact discrete Gaussian noise; everything after it computed from noisy counts only',
    unit: 'person',
    neighbours: 'tables that differ by one person more or less',
    epsilon: parameters.epsilon,
    delta: parameters.delta,
    deltaArgument: parameters.deltaArgument ?? null,
    rho: plan.rho,
    epsilonAtDelta1e9: Number(epsilonOf(plan.rho, 1e-9).toFixed(4)),
    population,
    schema: {
      name: value.domain.schema.name,
      sha256: about['schema'],
      columns: value.domain.schema.columns.map(each => each.name),
    },
    reportingLength: plan.variances.length - 1,
    cap: plan.cap,
    overCap: parameters.overCap,
    fabrication: parameters.fabrication,
    persons: counts[0] ?? 0,
    records,
    lengths,
    input: about['input'],
    ledger: { entry: entry.n, hash: entry.hash, at: entry.at },
    not_protected: notProtected,
  }
  return { json, page: pageText(made) }
}

const notProtected = [
  'What is true of a group as a whole, and may be learned about a person because they belong to it.',
  'Everything that other releases about the same persons tell; the ledger adds up only those it knows.',
  'How long the making took, and how it was chosen what to publish.',
]

function pageText({ value, parameters, records }: DpMade): PageText {
  const { plan, counts, measured, set } = value
  const deviation = (l: number) => Math.sqrt(plan.variances[l] ?? 1).toFixed(1)
  const lengths = Array.from({ length: set.longest }, (_, at) => at + 1)
  return {
    title: 'Release with differential privacy',
    about: [
      `About ${(counts[0] ?? 0).toLocaleString('en')} persons. Every count carries random noise, so that this page would look much the same had any one person not been counted.`,
      'A count of none does not mean that nobody was like this, and a small count may stand for nobody.',
    ],
    how: 'Choose a value to see the others among those who have it. The line across a bar is the range in which the true count lies 19 times out of 20.',
    facts: [
      ['Epsilon', String(parameters.epsilon)],
      ['Delta', String(parameters.delta)],
      ['Rho (zCDP)', plan.rho.toPrecision(5)],
      ['Protected unit', 'the person; one person more or less'],
      ['Values of one person that count', `at most ${plan.cap}`],
      ['Values combined', `up to ${plan.variances.length - 1}`],
      ...lengths.map(
        l =>
          [
            `Noise of ${l === 1 ? 'single values' : `${l} values together`}`,
            `standard deviation ${deviation(l)}; of ${set.lengthAt(l).toLocaleString('en')} shown, ${(measured.expectedSpurious[l] ?? 0).toFixed(1)} are expected to stand for nobody`,
          ] as const,
      ),
      ['Records in synthetic.csv', records.toLocaleString('en')],
    ],
  }
}
