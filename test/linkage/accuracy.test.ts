import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '#linkage/evaluate.ts'
import { link } from '#linkage/link.ts'
import { writeLinked } from '#linkage/output/write.ts'
import { folder, hasShared, listener, shared } from './files.ts'

// Best F1 published for Splink (design study, 1.5): fake_1000 0.862, FEBRL3 0.9954. FEBRL2 has no published figure.
const sets = [
  {
    name: 'fake_1000',
    file: 'splink/fake_1000.csv',
    id: 'unique_id',
    entity: 'cluster',
    persons: 251,
    best: 0.94,
    half: 0.93,
  },
  {
    name: 'FEBRL1',
    file: 'febrl/dataset1.csv',
    id: 'rec_id',
    entity: 'rec_id',
    from: 'rec-(\\d+)-',
    persons: 500,
    best: 0.999,
    half: 0.999,
  },
  {
    name: 'FEBRL2',
    file: 'febrl/dataset2.csv',
    id: 'rec_id',
    entity: 'rec_id',
    from: 'rec-(\\d+)-',
    persons: 4000,
    best: 0.9985,
    half: 0.998,
  },
  {
    name: 'RLdata500',
    file: 'rldata/RLdata500.csv',
    id: 'rec_id',
    entity: 'ent_id',
    persons: 450,
    best: 0.97,
    half: 0.95,
  },
]

describe.skipIf(!hasShared)('with settings that nobody wrote', () => {
  test.each(sets)('$name is linked at least as well as published engines do', async set => {
    const file = join(shared, set.file)
    const linked = await link({ files: [file], id: set.id, link: 'both' }, listener())
    const out = folder()
    await writeLinked(out, linked)
    const found = await evaluate(
      {
        pairs: join(out, 'pairs.csv'),
        truth: [file],
        id: set.id,
        entity: set.entity,
        entityFrom: set.from,
        between: false,
      },
      listener(),
    )
    expect(found.best.f1).toBeGreaterThanOrEqual(set.best)
    expect(found.at[0]?.f1).toBeGreaterThanOrEqual(set.half)
    expect(linked.count.interval.from).toBeLessThanOrEqual(set.persons)
    expect(linked.count.interval.to).toBeGreaterThanOrEqual(set.persons)
    expect(readFileSync(join(out, 'clusters.csv'), 'utf8').split('\n')).toHaveLength(linked.id.length + 2)
  })
})
