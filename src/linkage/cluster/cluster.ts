import type { Settings } from '../settings/settings.ts'
import { bitsOf } from '../train/em.ts'
import { cut, merges } from './average.ts'
import { connected } from './connected.ts'
import type { Decisions, Links } from './links.ts'

/** Weight that a probability asks for, in bits; 1 is more than any link has. */
export const leastWeight = (probability: number): number =>
  probability >= 1 ? Number.POSITIVE_INFINITY : probability <= 0 ? Number.NEGATIVE_INFINITY : bitsOf(probability)

/** For each record the smallest record of its cluster. @param sourceOf number of the source of each record. */
export function clusters(
  links: Links,
  { cluster, threshold }: Pick<Settings, 'cluster' | 'threshold'>,
  decisions: Decisions,
  sourceOf: Int32Array,
): Int32Array {
  const least = leastWeight(threshold)
  switch (cluster) {
    case 'connected':
      return connected(links, least, decisions)
    case 'average':
      return cut(links.records, merges(links, decisions), least)
    case 'one-to-one':
      return connected(links, least, decisions, sourceOf)
  }
}
