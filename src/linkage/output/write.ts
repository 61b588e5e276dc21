import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Linked } from '../link.ts'
import { chance } from '../train/em.ts'
import { cell, writeCsv } from './csv.ts'
import { reportHtml } from './report.ts'

/**
 * Writes what a linkage found into a folder, readable by its owner only: pairs.csv, clusters.csv, count.json, model.json,
 * report.html, and overlap.csv when there are several sources. With several sources, ids are followed by theirs.
 */
export async function writeLinked(folder: string, linked: Linked): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const several = new Set(linked.source).size > 1
  await writePairs(join(folder, 'pairs.csv'), linked, several)
  await writeClusters(join(folder, 'clusters.csv'), linked, several)
  const { model, count, pairs, warnings } = linked
  const counted = {
    ...count,
    clusters: new Set(linked.person).size,
    threshold: model.settings.threshold,
    pairs: { compared: pairs, written: linked.links.left.length },
    warnings,
  }
  await json(join(folder, 'count.json'), counted)
  await json(join(folder, 'model.json'), model)
  await writeFile(join(folder, 'report.html'), reportHtml(linked), { mode: 0o600 })
  if (several) await writeOverlap(join(folder, 'overlap.csv'), linked)
  return ['pairs.csv', 'clusters.csv', 'count.json', 'model.json', 'report.html', ...(several ? ['overlap.csv'] : [])]
}

const json = (path: string, value: unknown): Promise<void> =>
  writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })

function writePairs(
  path: string,
  { links: { left, right, weight }, id, source }: Linked,
  several: boolean,
): Promise<void> {
  const header = ['id_l', 'id_r', 'weight', 'probability', ...(several ? ['source_l', 'source_r'] : [])]
  const [ids, sources] = [id.map(cell), source.map(cell)]
  const bitsOf = remembered(bits => `${bits.toFixed(4)},${chance(bits).toPrecision(6)}`)
  return writeCsv(path, header, left.length, i => {
    const [l, r] = [left[i] as number, right[i] as number]
    const pair = `${ids[l] ?? ''},${ids[r] ?? ''},${bitsOf(weight[i] as number)}`
    return several ? `${pair},${sources[l] ?? ''},${sources[r] ?? ''}` : pair
  })
}

/** Millions of pairs have some hundred thousand weights between them, and writing a number is most of writing a pair. */
function remembered(write: (bits: number) => string): (bits: number) => string {
  const known = new Map<number, string>()
  return bits => {
    const before = known.get(bits)
    if (before !== undefined) return before
    if (known.size >= 500_000) known.clear()
    const text = write(bits)
    known.set(bits, text)
    return text
  }
}

/** Persons are numbered in the order of their first record. */
function writeClusters(path: string, { person, id, source }: Linked, several: boolean): Promise<void> {
  const numbers = new Map<number, number>()
  for (const first of person) if (!numbers.has(first)) numbers.set(first, numbers.size + 1)
  return writeCsv(path, ['id', 'person', ...(several ? ['source'] : [])], id.length, i => {
    const row = [id[i] ?? '', numbers.get(person[i] as number) ?? 0, ...(several ? [source[i] ?? ''] : [])]
    return row.map(cell).join(',')
  })
}

function writeOverlap(path: string, { overlap, source }: Linked): Promise<void> {
  const sources = [...new Set(source)]
  const thresholds = overlap[0]?.persons.map(each => `persons_at_${each.probability}`) ?? []
  return writeCsv(path, [...sources, ...thresholds], overlap.length, i => {
    const row = overlap[i]
    return [
      ...sources.map(name => (row?.sources.includes(name) ? 1 : 0)),
      ...(row?.persons.map(each => each.persons) ?? []),
    ].join(',')
  })
}
