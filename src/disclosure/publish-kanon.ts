import { countCombinations } from './count.ts'
import { bytesOf, type FactTable, tableOf, written } from './facts.ts'
import { type ReleaseFile, textFile } from './file.ts'
import { canonical, fingerprint, saltedFingerprint } from './fingerprint.ts'
import { kAnonymous } from './kanon.ts'
import type { Ledger } from './ledger.ts'
import { cryptographicBits } from './noise/bits.ts'
import { pageOf } from './page.ts'
import { DisclosureProblem } from './problem.ts'
import type { Publication } from './publication.ts'
import { csvText, type ShownCount, syntheticRows } from './release.ts'
import { publicColumns } from './schema.ts'
import { readStored, storeOutput } from './stored.ts'

export interface KanonRequest {
  readonly table: FactTable
  readonly population: string
  readonly k: number
  readonly reportingLength: number
  readonly ledger: Ledger
  readonly signal?: AbortSignal
  readonly progress?: (step: 'records', done: number) => void
}

const methodVersion = 'waymark-kanon/1'
const mostLength = 8

/**
 * Publishes k-anonymous records of a population, once: two such releases of nearly the same persons would tell them apart by the
 * difference, so a second one is refused. An equal request is answered with the stored files. Throws DisclosureProblem.
 */
export async function publishKanon(request: KanonRequest): Promise<Publication> {
  const { table, population, k, reportingLength, ledger } = request
  if (!Number.isInteger(k) || k < 3) throw new DisclosureProblem('k')
  if (!Number.isInteger(reportingLength) || reportingLength < 1 || reportingLength > mostLength) {
    throw new DisclosureProblem('reporting_length', { most: mostLength })
  }
  if (table.persons < k) throw new DisclosureProblem('too_few_persons', { persons: table.persons, least: k })
  const salt = await ledger.salt()
  const about = {
    method: 'kanon',
    version: methodVersion,
    schema: fingerprint(canonical(publicColumns(table.domain.schema))),
    input: saltedFingerprint(salt, bytesOf(table)),
    k,
    reportingLength,
  }
  const id = saltedFingerprint(salt, canonical({ ...about, population }))
  const charge = await ledger.charge({ population, rho: 0, request: id, about })
  if ('stored' in charge) return { files: await readStored(ledger.outputOf(id), charge.stored), again: true, rho: 0 }
  const files = await filesOf(request, about)
  await storeOutput(ledger.outputOf(id), files)
  await ledger.finish(population, id, Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])))
  return { files, again: false, rho: 0 }
}

async function filesOf(
  { table, population, k, reportingLength, signal, progress }: KanonRequest,
  about: Readonly<Record<string, unknown>>,
): Promise<ReleaseFile[]> {
  const bits = cryptographicBits()
  const records = await kAnonymous(table, { k, bits, signal, progress: done => progress?.('records', done) })
  const { domain } = table
  const { set, counts } = await countCombinations(tableOf(domain, records), reportingLength, { signal })
  const shown = counts.flatMap((level, l) =>
    Array.from(
      level,
      (count, at): ShownCount => ({ attributes: set.attributes(l, at), count, low: count, high: count }),
    ),
  )
  const rows = shown.map(({ attributes, count }) => [
    String(attributes.length),
    written(domain, attributes),
    String(count),
  ])
  const files = [
    textFile('synthetic.csv', csvText(syntheticRows(domain, records))),
    textFile('aggregates.csv', csvText([['length', 'combination', 'count'], ...rows])),
  ]
  const report = textFile('report.html', pageOf(domain, shown, pageText(k, records.length)))
  const manifest = {
    method: 'k-anonymous records',
    version: methodVersion,
    unit: 'person',
    k,
    one_off: oneOff,
    population,
    schema: {
      name: domain.schema.name,
      sha256: about['schema'],
      columns: domain.schema.columns.map(each => each.name),
    },
    reportingLength,
    records: records.length,
    input: about['input'],
    not_protected: notProtected,
    files: [...files, report].map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 })),
  }
  return [...files, textFile('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`), report]
}

const oneOff =
  'Once only. A second release of nearly the same persons would tell who was added or left. Later ones need publish dp.'

const notProtected = [
  'What all who share a combination have in common: if everybody like this has the same further value, it is shown.',
  'That a value is absent: a record that says nothing in a column says nothing about the person.',
  'Against somebody who knows all but a few of the persons.',
]

const pageText = (k: number, records: number) => ({
  title: 'Release with k-anonymous records',
  about: [
    `Whatever a record holds, at least ${k} persons have all of it. Counts are of records: each value is rounded down to a multiple of ${k}, and combinations are counted too low.`,
    oneOff,
  ],
  how: 'Choose a value to see the others among the records that have it.',
  facts: [
    ['k', String(k)],
    ['Records', records.toLocaleString('en')],
    ['Not protected', notProtected.join(' ')],
  ] as const,
})
