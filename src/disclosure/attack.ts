import { attributesOf, type FactTable } from './facts.ts'

/** What somebody can do with records against the persons they were made from. Computed from the persons: for inside. */
export interface AttackReport {
  readonly note: string
  readonly groups: readonly GroupReport[]
  /** Whether the number of records is the number of persons, to the last one. */
  readonly rowCountIsExact: boolean
  /** Columns of the release that the schema of the persons does not have. */
  readonly foreignColumns: readonly string[]
  /** Whether records stand in an order that their contents do not explain. */
  readonly orderTells: boolean
}

/** Everybody, and each sub-group that was asked for. */
export interface GroupReport {
  readonly group: string
  readonly persons: number
  /** Share of records equal to a whole person; of these many are equal because there are few columns. */
  readonly copies: Share
  /** Records equal to all that fewer than ten persons have exactly, and to all that one has. */
  readonly copiesOfRare: number
  readonly copiesOfUnique: number
  /** Of the persons whom no other equals, those to whom exactly one record is equal. */
  readonly linked: Share
  /** Guessing one value of a person from the records that agree in all others, where there are such: right, and right by the commonest value. */
  readonly inferred: Share
  readonly inferredByCommonest: Share
  /** With persons who were not in: chance that a member's own record is likelier found than a stranger's; 0.5 is a coin. */
  readonly membership: number | null
}

export interface Share {
  readonly of: number
  readonly share: number
}

const rare = 10

export interface AttackInput {
  readonly persons: FactTable
  readonly records: FactTable
  /** Persons of the same kind who were not in the release. */
  readonly strangers?: FactTable
  /** Sub-groups: everybody who has a value of this column. */
  readonly by?: string
}

/** Runs the attacks on everybody and on each value of a column. */
export function attack(input: AttackInput): AttackReport {
  const { persons, records, by } = input
  const { domain } = persons
  const column = domain.schema.columns.findIndex(each => each.name === by)
  const values = domain.attributes.flatMap((attribute, at) => (attribute.column === column ? [at] : []))
  return {
    note: 'Computed from the persons themselves. Keep it inside. That an attack fails here proves nothing; the proof is in docs/disclosure.md.',
    groups: [groupReport(input, null), ...values.map(value => groupReport(input, value))].filter(
      each => each.persons > 0,
    ),
    rowCountIsExact: persons.persons === records.persons,
    foreignColumns: records.domain.schema.columns
      .map(each => each.name)
      .filter(name => !domain.schema.columns.some(each => each.name === name)),
    orderTells: !inOrder(records),
  }
}

function groupReport({ persons, records, strangers }: AttackInput, value: number | null): GroupReport {
  const members = rowsOf(persons, value)
  const made = rowsOf(records, value)
  const exact = tally(members)
  const shown = tally(made)
  const equal = made.filter(row => exact.has(keyOf(row)))
  const uniques = members.filter(row => exact.get(keyOf(row)) === 1)
  const linked = uniques.filter(row => shown.get(keyOf(row)) === 1)
  const guess = guesses(persons, members, made)
  return {
    group: value === null ? 'everybody' : (persons.domain.attributes[value]?.value ?? ''),
    persons: members.length,
    copies: share(equal.length, made.length),
    copiesOfRare: equal.filter(row => (exact.get(keyOf(row)) ?? 0) < rare).length,
    copiesOfUnique: equal.filter(row => exact.get(keyOf(row)) === 1).length,
    linked: share(linked.length, uniques.length),
    ...guess,
    membership: strangers === undefined ? null : membership(members, rowsOf(strangers, value), shown),
  }
}

const share = (part: number, of: number): Share => ({ of, share: of === 0 ? 0 : part / of })
const keyOf = (row: ArrayLike<number>): string => Array.from(row).join(',')

function rowsOf(table: FactTable, value: number | null): Int32Array[] {
  const rows = Array.from({ length: table.persons }, (_, p) => attributesOf(table, p))
  return value === null ? rows : rows.filter(row => row.includes(value))
}

function tally(rows: readonly Int32Array[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const row of rows) found.set(keyOf(row), (found.get(keyOf(row)) ?? 0) + 1)
  return found
}

/** For each cell of each person: the commonest value among records that agree in everything else, against the commonest of all. */
function guesses({ domain }: FactTable, members: readonly Int32Array[], made: readonly Int32Array[]) {
  let [tried, right, byCommonest] = [0, 0, 0]
  for (let group = 0; group < domain.groups; group++) {
    const others = (row: Int32Array) => keyOf(row.filter(value => domain.groupOf[value] !== group))
    const own = (row: Int32Array) => row.find(value => domain.groupOf[value] === group) ?? -1
    const seen = new Map<string, Map<number, number>>()
    const all = new Map<number, number>()
    for (const row of made) {
      const counts = seen.get(others(row)) ?? new Map<number, number>()
      seen.set(others(row), counts.set(own(row), (counts.get(own(row)) ?? 0) + 1))
      all.set(own(row), (all.get(own(row)) ?? 0) + 1)
    }
    const usual = commonest(all)
    for (const row of members) {
      const counts = seen.get(others(row))
      if (counts === undefined) continue
      tried++
      if (commonest(counts) === own(row)) right++
      if (usual === own(row)) byCommonest++
    }
  }
  return { inferred: share(right, tried), inferredByCommonest: share(byCommonest, tried) }
}

const commonest = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [-1, 0] as const)[0]

/** The area under the curve of "how many records equal this one" as a sign that somebody was in; ties count half. */
function membership(
  members: readonly Int32Array[],
  strangers: readonly Int32Array[],
  shown: ReadonlyMap<string, number>,
): number | null {
  if (members.length === 0 || strangers.length === 0) return null
  const scores = (rows: readonly Int32Array[]) => rows.map(row => shown.get(keyOf(row)) ?? 0).sort((a, b) => a - b)
  const [inside, outside] = [scores(members), scores(strangers)]
  let [below, upTo, wins] = [0, 0, 0]
  for (const score of inside) {
    while (below < outside.length && (outside[below] ?? 0) < score) below++
    while (upTo < outside.length && (outside[upTo] ?? 0) <= score) upTo++
    wins += below + (upTo - below) / 2
  }
  return wins / (inside.length * outside.length)
}

/** Whether records stand sorted by their cells, as this program writes them: then their order tells nothing. */
function inOrder({ domain, ...table }: FactTable): boolean {
  const { columns } = domain.schema
  let before: string[] | null = null
  for (let p = 0; p < table.persons; p++) {
    const cells = columns.map(() => '')
    for (const value of attributesOf({ domain, ...table }, p)) {
      const { column = 0, value: text = '' } = domain.attributes[value] ?? {}
      cells[column] = cells[column] === '' ? text : `${cells[column]}${columns[column]?.delimiter ?? ''}${text}`
    }
    if (before !== null && firstDifference(before, cells) > 0) return false
    before = cells
  }
  return true
}

function firstDifference(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? '', other[at] ?? '']
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}
