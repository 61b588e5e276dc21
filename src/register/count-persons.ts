import { countDistinct, type Telling } from './count-distinct.ts'
import type { Asked, Axis, Client, Counted } from './count-text.ts'
import { maskOf, unsettled } from './fact-varies.ts'

/**
 * Persons, and case files, among instances. Who differs in nothing that is asked is found in a leading row; whoever does differ is told
 * apart by key, which is exact, and slow where they are many. Two things differ by nature: the year, so that each year has leading
 * rows of its own, and the services, so that rows say which of them were named before.
 */
export interface PersonQuery {
  readonly by: readonly Axis[]
  /** Columns whose answers decide which rows fit. */
  readonly fixed: readonly string[]
  /** All rows that fit are of one year. */
  readonly oneYear: boolean
}

/** Distinct persons among instances. */
export async function countPersons(client: Client, asked: Asked, query: PersonQuery): Promise<Counted> {
  const columns = query.by.map(({ column }) => column)
  const telling = tellingOf(query)
  if (query.oneYear || !columns.includes('year')) return countDistinct(client, asked, telling)
  // Whoever leads a year does not lead all of them. One after the other, since both go by one connection.
  const base = await countDistinct(client, { ...asked, by: [] }, leading('leads', 'varies', query.fixed))
  const { cells } = await countDistinct(client, asked, telling)
  return { ...base, cells }
}

/** Distinct case files among instances. */
export const countCases = (client: Client, asked: Asked, { by, fixed }: PersonQuery): Promise<Counted> =>
  countDistinct(client, asked, {
    ...leading('leads', 'varies', [...by.map(({ column }) => column), ...fixed, 'case_id']),
    id: caseOfFile,
  })

/** A counted line is no case, though it stands where a case stands. */
const caseOfFile = `case when route is distinct from (select id from fact_word where key = sha256('["counted_total"]')) then case_id end`

const services = 'd_services'

function tellingOf({ by, fixed, oneYear }: PersonQuery): Telling {
  const columns = by.map(({ column }) => column)
  if (oneYear || columns.includes('year')) return leading('leads_year', 'varies_year', [...columns, ...fixed])
  const at = columns.indexOf(services)
  if (at < 0 || fixed.includes(services)) return leading('leads', 'varies', [...columns, ...fixed])
  const others = columns.filter(column => column !== services)
  const telling = leading('leads', 'varies', [...others, ...fixed])
  return { ...telling, inCells: '1', again: { column: 'services_again', at } }
}

/**
 * Rows whose person differs in none of these columns are counted where they lead. The conditions are ranges, so that the planner expects
 * most rows here and few there: it groups the first by hashing, and reads the others in parallel. (The bit of the sign is in no mask.)
 */
function leading(leads: string, varies: string, columns: readonly string[]): Telling {
  const mask = maskOf(columns)
  const some = `1 and ${2n ** 63n - 1n}`
  const masked = `(${varies} & ${unsettled | mask})`
  // Whoever is unsettled has all bits, that of the sign among them.
  const differs = mask === 0n ? `${varies} < 0` : `${masked} between ${some}`
  const alike = mask === 0n ? `${varies} >= 0` : `(${varies} = 0 or ${masked} not between ${some})`
  return {
    id: 'person_key',
    counted: `person_key is not null and ${alike}`,
    // Named twice: a partial index is found by its own condition only, and so does the planner know how many differ in nothing.
    told: `(person_key is null or (${varies} <> 0 and ${differs}))`,
    n: `case when ${leads} then 1 else 0 end`,
    came: 'count',
  }
}
