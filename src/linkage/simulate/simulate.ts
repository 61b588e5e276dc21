import { parseKey } from '../encoding/key.ts'
import type { LinkageSchema } from '../encoding/schema.ts'
import { type Expected, expectedAccuracy } from './accuracy.ts'
import { type FrequencyAttack, frequencyAttack, type GraphAttack, graphAttack } from './attacks.ts'
import { inventedFor } from './invented.ts'

/** What can be expected of a schema, on invented migrants, before anybody agrees to it. */
export interface Simulation {
  readonly accuracy: Expected
  readonly frequency: readonly FrequencyAttack[]
  readonly graph: readonly GraphAttack[]
}

export interface SimulationOptions {
  readonly persons: number
  readonly seed: number
  /** Shares of the records that an attacker's list has too. */
  readonly overlaps: readonly number[]
}

/** Attacks compare all with all several times: more records only take longer. */
const attacked = 600

/**
 * Plays owners, linkage unit and attackers in one process. Keys and row numbers come from the seed, so that a table can be made again: they
 * protect nobody, since nobody is real.
 */
export async function simulate(
  schema: LinkageSchema,
  { persons, seed, overlaps }: SimulationOptions,
): Promise<Simulation> {
  const [key, attackers] = [keyOf(`owners ${seed}`), keyOf(`attackers ${seed}`)]
  const records = inventedFor(schema, { persons, seed })
  const others = inventedFor(schema, { persons, seed: seed + 1_000_003 })
  const target = records.slice(0, attacked)
  return {
    accuracy: await expectedAccuracy(records, { schema, key, seed }),
    frequency: frequencyAttack(target, others, { schema, key }),
    graph: overlaps.map(overlap => graphAttack(target, others, { schema, key, attackers, overlap })),
  }
}

/** The same schema without its hardening: what hardening costs, and what it is worth. */
export function bare(schema: LinkageSchema): LinkageSchema {
  return schema.waymark === undefined ? schema : { ...schema, waymark: { ...schema.waymark, hardening: [] } }
}

const keyOf = (secret: string) =>
  parseKey(
    JSON.stringify({
      format: 'waymark.linkage.key',
      version: 1,
      project: 'simulation',
      date: '2026-01',
      secret: { clkhash: secret },
    }),
  )
