import type { Dictionary } from '#dictionary/dictionary.ts'
import {
  answerIn,
  answersOf,
  apart,
  type Asked,
  type Axis,
  type Client,
  type Counted,
  countedOf,
  listed,
  run,
} from './count-text.ts'
import { serviceBits } from './service-bits.ts'

/** Counting by services: the sum of each bit beside the groups of whatever else is asked, and never a group for each set. */
export interface Bits {
  /** Place of the services among what is counted by. */
  readonly at: number
  /** Code of each answer that was ever met, and its bit as a mask. */
  readonly answers: readonly { readonly code: number; readonly mask: bigint }[]
}

const servicesColumn = 'd_services'

/** Null when services are not among what instances are counted by. */
export async function bitsOf(client: Client, dictionary: Dictionary, by: readonly Axis[]): Promise<Bits | null> {
  const at = by.findIndex(({ column }) => column === servicesColumn)
  if (at < 0) return null
  const bits = serviceBits(dictionary)
  const { rows } = await client.query<{ id: number; word: string }>(
    'select id, words[1] as word from fact_word where cardinality(words) = 1 and words[1] = any($1) order by id',
    [[...bits.keys()]],
  )
  return { at, answers: rows.map(({ id, word }) => ({ code: id, mask: 1n << BigInt(bits.get(word) ?? 0) })) }
}

/** Everything that is asked besides the services, with its place. */
const besides = ({ at }: Bits, by: readonly Axis[]): readonly { readonly axis: Axis; readonly place: number }[] =>
  by.flatMap((axis, place) => (place === at ? [] : [{ axis, place }]))

/** `, sum(…) as b0, sum(…) as b1`: what has each bit, each row as many as `n`. */
const sumsByBit = ({ answers }: Bits, column: string, n: string): string =>
  answers.map(({ mask }, place) => `, sum(case when ${column} & ${mask} <> 0 then ${n} end) as b${place}`).join('')

/** Cells from those sums: rows again, one an answer, and whatever else is asked taken apart. */
function cellsByBit({ at, answers }: Bits, by: readonly Axis[], from: string): string {
  const columns = by.map((_, place) => (place === at ? `answer.code as c${place}` : `c${place}`)).join(', ')
  const values = answers.map(({ code }, place) => `(${code}, b${place})`).join(', ')
  const rows = `(select ${columns}, answer.n from ${from} cross join lateral (values ${values}) as answer (code, n) where answer.n > 0)`
  return apart(
    by.map((axis, place) => (place === at ? { ...axis, kind: 'code' } : axis)),
    rows,
  )
}

/** Instances by services: rows whose answers have bits, and the few others by their sets. */
export async function sumByBits(client: Client, bits: Bits, { table, by, filter }: Asked): Promise<Counted> {
  const others = besides(bits, by)
  const read = others.map(({ axis, place }) => `, ${axis.column} as c${place}`).join('')
  const group = others.map(({ place }) => `, c${place}`).join('')
  const sets = by.map(({ column }, place) => `, ${column} as c${place}`).join('')
  const lines = await run(
    client,
    filter,
    `with wide as materialized (
       select route${read}, sum(count) as n${sumsByBit(bits, 'services_all', 'count')}
       from ${table} where ${filter.sql} and services_all >= 0 group by route${group}),
     odd as materialized (
       select route${sets}, sum(count) as n from ${table} where ${filter.sql} and services_all < 0 group by route${listed(by)})
     select 'route' as what, route::text as k0, null as k1, sum(n) as n, null as left
     from (select route, n from wide union all select route, n from odd) as routes group by route
     union all select 'cell', k0, k1, sum(n), null from (
       ${cellsByBit(bits, by, 'wide')} union all ${apart(by, 'odd')}) as cells group by k0, k1 having sum(n) > 0`,
  )
  const counted = await countedOf(client, by, lines)
  return { ...counted, base: counted.routes.reduce((sum, each) => sum + each.n, 0) }
}

/** Which rows of persons are a number of persons by themselves, and how. */
export interface Counting {
  /** What a row is told apart by. */
  readonly id: string
  /** Rows of persons who differ in nothing that decides. */
  readonly alike: string
  /** All other rows. */
  readonly differs: string
  /** Of the rows that are alike: which of them is its person. */
  readonly leads: string
  /** The same in a cell: the column of bits, and how many persons a row with the bit is. */
  readonly bits: 'services_all' | 'services_first'
  readonly inCells: string
}

/** Distinct persons, or case files, by services, of rows whose persons' answers all have bits. Who differs is told apart by key, and the bits joined. */
export async function personsByBits(client: Client, bits: Bits, asked: Asked, counting: Counting): Promise<Counted> {
  const { table, by, filter } = asked
  const others = besides(bits, by)
  const read = others.map(({ axis, place }) => `, ${axis.column} as c${place}`).join('')
  const group = others.map(({ place }) => `, c${place}`).join('')
  const fits = `from ${table} where ${filter.sql} and person_key is not null and services_first >= 0`
  const lines = await run(
    client,
    filter,
    `with single as materialized (
       select route${read}, sum(${counting.leads}) as base, sum(count) as units${sumsByBit(bits, counting.bits, counting.inCells)}
       ${fits} and ${counting.alike} group by route${group}),
     several as materialized (
       select ${counting.id} as unit, route${read}, bit_or(services_all) as mask, sum(count) as units
       ${fits} and ${counting.differs} group by 1, route${group}),
     told as materialized (${toldByBit(bits, by)})
     select 'route' as what, route::text as k0, null as k1, sum(units) as n, 0 as left
     from (select route, units from single union all select route, units from several) as routes group by route
     union all select 'base', null, null,
       coalesce((select sum(base) from single), 0) + (select count(*) from (select from several group by unit) as units), null
     union all select 'cell', k0, k1, sum(n), null from (
       ${cellsByBit(bits, by, 'single')} union all ${cellsByBit(bits, answered(bits, by), 'told')}) as cells group by k0, k1`,
  )
  return countedOf(client, by, lines)
}

/** Persons in `several`, each answer of theirs to whatever else is asked once, with all their services: sums of bits. */
function toldByBit(bits: Bits, by: readonly Axis[]): string {
  const [other] = besides(bits, by)
  const key = other && answersOf(other.axis, other.place)
  const whole = other
    ? `select unit, ${other.axis.kind === 'codes' ? key?.key : answerIn(other.axis, other.place)} as c${other.place}, bit_or(mask) as mask
       from several ${key?.join} group by 1, 2`
    : 'select unit, bit_or(mask) as mask from several group by 1'
  const c = other ? `c${other.place}` : 'true'
  return `select ${other ? c : 'true as everybody'}${sumsByBit(bits, 'mask', '1')} from (${whole}) as whole group by ${other ? c : '1'}`
}

/** The axes as `told` has them: one answer each. */
const answered = (bits: Bits, by: readonly Axis[]): readonly Axis[] =>
  by.map((axis, place) => (place !== bits.at && axis.kind === 'codes' ? { ...axis, kind: 'code' } : axis))
