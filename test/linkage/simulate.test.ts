import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chance } from '#dictionary/chance.ts'
import { setBit } from '#linkage/dice/bits.ts'
import { newKeyFile, parseKey } from '#linkage/encoding/key.ts'
import { proposedSchema, recognised } from '#linkage/encoding/propose.ts'
import { type LinkageSchema, parseSchema } from '#linkage/encoding/schema.ts'
import { expectedAccuracy } from '#linkage/simulate/accuracy.ts'
import { graphAttack } from '#linkage/simulate/attacks.ts'
import { equalRows, guesses, named, patternsIn } from '#linkage/simulate/frequency-attack.ts'
import { type Graph, matchGraphs } from '#linkage/simulate/graph-attack.ts'
import { inventedFor } from '#linkage/simulate/invented.ts'
import { bare } from '#linkage/simulate/simulate.ts'
import { link } from './command.ts'

const columns = recognised(['given_name', 'family_name', 'birth_date', 'sex', 'nationality', 'birth_place'])
const schemaWith = (protection: 'none' | 'standard' | 'high'): LinkageSchema =>
  parseSchema(proposedSchema(columns, { protection, salt: 'AAAA' }))
/** The same two keys each time: what is held against a limit below is one draw, and not another one each day. */
const keyOf = (byte: number) => {
  const file = JSON.parse(newKeyFile({ project: 'p', date: '2026-11' })) as object
  return parseKey(JSON.stringify({ ...file, secret: { base64: Buffer.alloc(32, byte).toString('base64') } }))
}
const [key, attackers] = [keyOf(1), keyOf(2)]

test('patterns: rows that share a token are found, named by how many they are, and values follow', () => {
  const dice = chance(1)
  const token = [3, 77, 130, 201, 250]
  const having = new Set<number>()
  const rows = Array.from({ length: 300 }, (_, at) => {
    const bits = new Uint8Array(32)
    for (let k = 0; k < 40; k++) setBit(bits, dice.int(0, 255))
    if (at % 3 === 0) {
      for (const place of token) setBit(bits, place)
      having.add(at)
    }
    return bits
  })
  const [pattern] = patternsIn(rows)
  const right = [...(pattern?.rows ?? [])].filter(at => having.has(at)).length
  expect(right / having.size).toBeGreaterThan(0.95)
  expect(right / (pattern?.rows.size ?? 1)).toBeGreaterThan(0.95)
  const found = named(
    [pattern ?? { rows: new Set(), bits: 0 }],
    [
      { piece: 'an', share: 0.34 },
      { piece: 'ol', share: 0.1 },
    ],
    300,
  )
  expect([...found.keys()]).toEqual(['an'])
  const values = [
    { value: 'olha', share: 0.6, pieces: new Set(['ol']) },
    { value: 'ana', share: 0.4, pieces: new Set(['an']) },
  ]
  const guessed = guesses(found, values, 300)
  expect([guessed[0], guessed[1]]).toEqual(['ana', 'olha'])
})

test('equal rows have one group, the largest first; rows alone have none', () => {
  const [a, b, c] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]
  expect(equalRows([a, b, a, b, b, c])).toEqual([1, 0, 1, 0, 0, null])
})

test('graph matching names the nodes of a graph that was only renumbered, and none of another', () => {
  const graphOf = (seed: number, size: number): Graph => {
    const points = Array.from({ length: size }, (_, at) => {
      const dice = chance(seed, at)
      return [dice.next(), dice.next(), dice.next()] as const
    })
    const at = (i: number) => points[i] ?? [0, 0, 0]
    return { size, alike: (x, y) => 1 / (1 + Math.hypot(...at(x).map((value, k) => value - (at(y)[k] ?? 0)))) }
  }
  const one = graphOf(1, 120)
  const turned: Graph = { size: 120, alike: (x, y) => one.alike(119 - x, 119 - y) }
  const matched = matchGraphs(one, turned)
  expect(matched.filter((to, from) => to === 119 - from).length).toBeGreaterThan(110)
  expect(matchGraphs(one, graphOf(2, 120)).filter((to, from) => to === from).length).toBeLessThan(10)
})

test('hardening costs little and stops an attacker who has everybody; without it most are named', async () => {
  const hard = schemaWith('high')
  const people = inventedFor(hard, { persons: 160, seed: 3 })
  const others = inventedFor(hard, { persons: 160, seed: 4 })
  const target = people.slice(0, 180)
  const attack = (schema: LinkageSchema) => graphAttack(target, others, { schema, key, attackers, overlap: 1 }).recall
  const [plain, hardened] = [attack(bare(hard)), attack(hard)]
  expect(plain).toBeGreaterThan(0.4)
  expect(hardened).toBeLessThan(plain / 2)
  const [before, after] = await Promise.all(
    [bare(hard), hard].map(schema => expectedAccuracy(people, { schema, key, seed: 1 })),
  )
  expect(after?.at[2]?.precision).toBeGreaterThan(0.85)
  expect(after?.at[2]?.recall).toBeGreaterThan((before?.at[2]?.recall ?? 1) - 0.15)
})

test('a schema for what invented people do not have is refused by its columns', () => {
  const odd = {
    ...schemaWith('none'),
    features: [
      {
        identifier: 'shoe size',
        format: { type: 'string' },
        hashing: { comparison: { type: 'exact' }, strategy: { bitsPerToken: 5 } },
      },
    ],
    waymark: undefined,
  }
  expect(() => inventedFor(parseSchema(JSON.stringify(odd)), { persons: 3, seed: 1 })).toThrow('nothing for shoe size')
})

test('on the command line: a table with and without hardening', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-simulate-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const schema = join(folder, 'schema.json')
  await writeFile(schema, proposedSchema(columns, { protection: 'standard' }))
  const simulated = () => link('simulate', '--schema', schema, '--persons', '50', '--overlap', '1', '0.5')
  const said = await simulated()
  for (const words of [
    'without its hardening',
    'probability 0.95',
    'Attack by frequency',
    '100 % overlap',
    '50 % overlap',
  ])
    expect(said).toContain(words)
  expect(said).toMatch(/of 50 invented persons/)
  expect(await simulated()).toBe(said)
})
