import { createHash } from 'node:crypto'
import { z } from 'zod'
import { EncodingProblem } from './problem.ts'

/**
 * A clkhash linkage schema of version 3, as its JSON Schema describes it: what two parties agree on before anything is encoded. What
 * Waymark adds stands under `waymark`, which clkhash passes over: how a value is normalised, which features make which of
 * several encodings, and how encodings are hardened.
 */
const comparison = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ngram'), n: z.int().min(1), positional: z.boolean().optional() }),
  z.object({ type: z.literal('exact') }),
  z.object({
    type: z.literal('numeric'),
    thresholdDistance: z.number().positive(),
    resolution: z.int().min(1),
    fractional_precision: z.int().min(0).max(15).optional(),
  }),
])

const strategy = z.union([
  z.strictObject({ bitsPerToken: z.int().min(1).max(2000) }),
  z.strictObject({ bitsPerFeature: z.int().min(1).max(20_000) }),
])

const hash = z.union([
  z.object({ type: z.literal('doubleHash'), prevent_singularity: z.boolean().optional() }),
  z.object({ type: z.literal('blakeHash') }),
])

const hashing = z.strictObject({
  comparison,
  strategy,
  hash: hash.optional(),
  missingValue: z.object({ sentinel: z.string(), replaceWith: z.string().optional() }).optional(),
})

const encoding = z.enum(['ascii', 'utf-8', 'utf-16', 'utf-32']).optional()
const description = z.string().optional()

const format = z.union([
  z.strictObject({ type: z.literal('string'), encoding, pattern: z.string(), description }),
  z.strictObject({
    type: z.literal('string'),
    encoding,
    case: z.enum(['upper', 'lower', 'mixed']).optional(),
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(1).optional(),
    description,
  }),
  z.strictObject({ type: z.literal('integer'), minimum: z.int().optional(), maximum: z.int().optional(), description }),
  z.strictObject({ type: z.literal('date'), format: z.string(), description }),
  z.strictObject({ type: z.literal('enum'), values: z.array(z.string()), description }),
])

/** What a value is turned into before it is cut into tokens; each reads columns of the file by name. */
const normalisers = [
  'given',
  'family',
  'given_skeleton',
  'family_skeleton',
  'skeleton',
  'consonants',
  'sounds',
  'aliases',
  'birth_day',
  'birth_year',
  'plain',
] as const

const normalise = z.strictObject({
  as: z.enum(normalisers),
  /** Columns of the file that it reads; without them the column of the identifier. */
  from: z.strictObject({
    given: z.string().optional(),
    middle: z.string().optional(),
    family: z.string().optional(),
    full: z.string().optional(),
    previous: z.string().optional(),
    country: z.string().optional(),
    birth: z.string().optional(),
    value: z.string().optional(),
  }),
})

export const hardeningStep = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('balance') }),
  z.strictObject({ type: z.literal('fold') }),
  z.strictObject({ type: z.literal('rule90') }),
  z.strictObject({ type: z.literal('diffuse'), inputs: z.int().min(2).max(16) }),
  z.strictObject({ type: z.literal('noise'), flip: z.number().min(0).max(0.25) }),
])
export type HardeningStep = z.infer<typeof hardeningStep>

const feature = z.union([
  z.strictObject({ identifier: z.string(), ignored: z.literal(true), description }),
  z.object({
    identifier: z.string(),
    description,
    ignored: z.literal(false).optional(),
    format,
    hashing,
    waymark: z.strictObject({ normalise }).optional(),
  }),
])

const linkageSchema = z.object({
  version: z.literal(3),
  clkConfig: z.object({
    l: z.int().min(8).max(65_536),
    kdf: z.object({
      type: z.literal('HKDF'),
      hash: z.enum(['SHA256', 'SHA512']).optional(),
      salt: z.base64().optional(),
      info: z.base64().optional(),
      keySize: z.int().min(1).max(64).optional(),
    }),
    xorFolds: z.int().min(0).max(4).optional(),
  }),
  features: z.array(feature).min(1).max(60),
  waymark: z
    .strictObject({
      version: z.literal(1),
      /** Several encodings of a record, each of some features; without it one of all. */
      encodings: z
        .array(z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9_]*$/), features: z.array(z.string()).min(2) }))
        .min(1)
        .optional(),
      hardening: z.array(hardeningStep).optional(),
    })
    .optional(),
})

export type LinkageSchema = z.infer<typeof linkageSchema>
export type Feature = LinkageSchema['features'][number]
export type HashedFeature = Extract<Feature, { hashing: unknown }>

/** Features that leave a mark in the encoding. */
export const isHashed = (each: Feature): each is HashedFeature => 'hashing' in each

/** What an encoding is called and how long it is. */
export interface EncodingShape {
  readonly name: string
  readonly bits: number
}

/** How many bits an encoding of `length` bits has after the steps. */
export function hardenedLength(length: number, steps: readonly HardeningStep[]): number {
  return steps.reduce(
    (sofar, { type }) => (type === 'balance' ? sofar * 2 : type === 'fold' ? sofar / 2 : sofar),
    length,
  )
}

/** The encodings that the schema makes of a record, in their order. */
export function encodingShapes({ clkConfig, waymark }: LinkageSchema): EncodingShape[] {
  const bits = hardenedLength(clkConfig.l, waymark?.hardening ?? [])
  return (waymark?.encodings ?? [{ name: 'clk' }]).map(({ name }) => ({ name, bits }))
}

/** @throws EncodingProblem `schema_invalid` that names the place. */
export function parseSchema(text: string): LinkageSchema {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalid('it is not JSON')
  }
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  if (version === 1 || version === 2) throw invalid(`it is of version ${version}; convert it to version 3 with clkhash`)
  const found = linkageSchema.safeParse(json)
  if (!found.success) {
    const [issue] = found.error.issues
    throw invalid(`${(issue?.path ?? []).join('.') || 'the whole'}: ${issue?.message ?? 'not as agreed'}`)
  }
  check(found.data)
  return found.data
}

function check({ clkConfig, features, waymark }: LinkageSchema): void {
  const names = features.map(each => each.identifier)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw invalid(`the feature ${twice} is there twice`)
  const hashed = features.filter(isHashed)
  if (hashed.length === 0) throw invalid('it ignores every feature')
  const long = clkConfig.l * 2 ** (clkConfig.xorFolds ?? 0)
  if (clkConfig.l % 8 !== 0) throw invalid('clkConfig.l must be a multiple of 8')
  if (
    !Number.isInteger(Math.log2(long)) &&
    hashed.some(each => (each.hashing.hash?.type ?? 'blakeHash') === 'blakeHash')
  )
    throw invalid('clkConfig.l must be a power of two for blakeHash')
  const [shape] = encodingShapes({ version: 3, clkConfig, features, waymark })
  if (shape === undefined || !Number.isInteger(shape.bits / 8) || shape.bits > 65_520)
    throw invalid('its hardening gives encodings that are not 8 to 65,520 bits long, in whole bytes')
  for (const { name, features: wanted } of waymark?.encodings ?? []) {
    const lacking = wanted.find(each => !hashed.some(({ identifier }) => identifier === each))
    if (lacking !== undefined)
      throw invalid(`the encoding ${name} names ${lacking}, which is no feature that is hashed`)
  }
}

/**
 * The fingerprint by which parties see that they hold the same schema: SHA-256 of its JSON with keys in order. Descriptions
 * count too: two schemas that read differently are not the same agreement.
 */
export function schemaFingerprint(schema: LinkageSchema): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(schema)))
    .digest('hex')
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  )
}

const invalid = (why: string) =>
  new EncodingProblem(
    'schema_invalid',
    `This is not a linkage schema that can be used: ${why}. Ask the party that proposed it, or make one with waymark link schema.`,
  )
