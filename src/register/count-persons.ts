import type { Dictionary } from '#dictionary/dictionary.ts'
import { bitsOf, personsByBits } from './count-bits.ts'
import { countDistinct, type Telling } from './count-distinct.ts'
import { type Asked, type Axis, type Client, type Counted, together } from './count-text.ts'
import { maskOf, seldom, unsettled } from './fact-varies.ts'

/**
 * Persons, and case files, among instances. Who differs in nothing that is asked is found in a leading row; whoever does differ is told
 * apart by key, which is exact, and slow where they are many. Two things differ by nature: the year, so that each year has leading
 * rows of its own, and the services, so that rows say which of them were given for the first time.
 */
export interface PersonQuery {
  readonly by: readonly Axis[]
  /** Columns whose answers decide which rows fit. */
  readonly fixed: readonly string[]
  /** All rows that fit are of one year. */
  readonly oneYear: boolean
}

/** What is told apart: persons, or their case files. */
interface Unit {
  /** Of a row; null where nobody can say. */
  readonly id: string
  /** Whose difference makes one person several units. */
  readonly also: readonly string[]
}

const persons: Unit = { id: 'person_key', also: [] }
/** Whoever has one case file is counted as a person. A counted line is no case, though it stands where a case stands. */
const cases: Unit = {
  id: `case when route is distinct from (select id from fact_word where key = sha256('["counted_total"]')) then case_id end`,
  also: ['case_id'],
}

/** Distinct persons, or case files, among instances. */
export async function countPersons(
  client: Client,
  dictionary: Dictionary,
  asked: Asked,
  query: PersonQuery & { readonly unit: 'person' | 'case' },
): Promise<Counted> {
  const unit = query.unit === 'person' ? persons : cases
  const counted = await unitsIn(client, dictionary, asked, { ...query, unit })
  if (query.oneYear || !query.by.some(({ column }) => column === 'year')) return counted
  // Whoever leads a year does not lead all of them.
  const base = await countDistinct(
    client,
    { ...asked, by: [] },
    tellingOf(lifelong([...query.fixed, ...unit.also]), unit),
  )
  return { ...base, cells: counted.cells }
}

const services = 'd_services'

async function unitsIn(
  client: Client,
  dictionary: Dictionary,
  asked: Asked,
  { by, fixed, oneYear, unit }: PersonQuery & { readonly unit: Unit },
): Promise<Counted> {
  const columns = by.map(({ column }) => column)
  const yearly = oneYear || columns.includes('year')
  const bits = await bitsOf(client, dictionary, by)
  const leading = (asks: readonly string[]) =>
    yearly ? inYear([...asks, ...fixed, ...unit.also]) : lifelong([...asks, ...fixed, ...unit.also])
  if (!bits) return countDistinct(client, asked, tellingOf(leading(columns), unit))
  // Over all years, with no condition on services, each row brings what it was the first to name.
  const first = !yearly && !fixed.includes(services)
  const rows = leading(columns.filter(column => !first || column !== services))
  const byBits = await personsByBits(client, bits, asked, {
    ...rows,
    id: unit.id,
    ...(first ? { bits: 'services_first', inCells: '1' } : { bits: 'services_all', inCells: rows.leads }),
  })
  const odd = '(person_key is null or services_first < 0)'
  const others = { id: unit.id, counted: 'false', told: odd, n: '0', came: '0' }
  return together([byBits, await countDistinct(client, asked, others)])
}

/** Rows by whether their person differs in some columns, and which of them leads. */
interface Leading {
  readonly alike: string
  readonly differs: string
  readonly leads: string
}

const lifelong = (columns: readonly string[]): Leading => leadingBy('leads', 'varies', columns)
const inYear = (columns: readonly string[]): Leading => leadingBy('leads_year', 'varies_year', columns)

/**
 * The conditions are ranges, so that the planner expects most rows to be alike and few to differ: it groups the first by hashing, and
 * reads the others in parallel. (The bit of the sign is in no mask.)
 */
function leadingBy(leads: string, varies: string, columns: readonly string[]): Leading {
  const mask = maskOf(columns)
  const some = `1 and ${2n ** 63n - 1n}`
  const masked = `(${varies} & ${unsettled | mask})`
  return {
    leads: `case when ${leads} then 1 else 0 end`,
    // Whoever is unsettled has all bits, that of the sign among them.
    alike: mask === 0n ? `${varies} >= 0` : `(${varies} = 0 or ${masked} not between ${some})`,
    // Named twice: a partial index is found by its own condition only, and so does the planner know how many differ in nothing.
    differs: mask === 0n ? `${varies} < 0` : `(${indexed(varies, mask)} <> 0 and ${masked} between ${some})`,
  }
}

/** Of a lifetime: what seldom differs has an index of its own. */
const indexed = (varies: string, mask: bigint): string =>
  varies === 'varies' && (mask & ~seldom) === 0n ? `(varies & ${seldom})` : varies

const tellingOf = ({ alike, differs, leads }: Leading, { id }: Unit): Telling => ({
  id,
  counted: `person_key is not null and ${alike}`,
  told: `(person_key is null or ${differs})`,
  n: leads,
  came: 'count',
})
