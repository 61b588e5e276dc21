import { attributesOf, type FactTable } from '../facts.ts'
import { DisclosureProblem } from '../problem.ts'
import type { Parents } from './hierarchy.ts'

/** Where a column's values hang: the root is everybody, below it groups such as regions, below them the values. */
export interface Tree {
  readonly column: string
  /** parent -1: the root. Parents stand before their children. */
  readonly nodes: readonly { readonly label: string; readonly parent: number }[]
  /** The node of a value of the table; of nothing recorded under ''. */
  readonly nodeOf: ReadonlyMap<string, number>
}

/** A table to publish: a cell for each combination of nodes. */
export interface CrossTable {
  readonly trees: readonly Tree[]
  /** Number of the cell in the system, by the numbers of its nodes in the order of the trees, the last running fastest. */
  readonly cells: Int32Array
}

/** Every cell of all tables once, however many tables show it, and what sums to what. */
export interface TableSystem {
  readonly tables: readonly CrossTable[]
  /** What a cell counts, e.g. ["gender=Female","year=2019"]; [] is everybody. */
  readonly ids: readonly string[]
  readonly counts: Float64Array
  readonly relations: readonly Relation[]
}

export interface Relation {
  readonly whole: number
  readonly parts: readonly number[]
  /** The column that is divided. */
  readonly column: string
}

export const notRecorded = '(not recorded)'
const mostCells = 40_000

/**
 * Counts the tables: `by` says the columns of each. Values that nobody has are left out, since they are 0. Columns whose cells hold several values do
 * not sum to anything and are refused. Throws DisclosureProblem.
 */
export function countTables(
  table: FactTable,
  by: readonly (readonly string[])[],
  parents: ReadonlyMap<string, Parents>,
): TableSystem {
  const columns = [...new Set(by.flat())]
  const said = new Map(columns.map(column => [column, valuesOf(table, column)]))
  const trees = new Map(
    [...said].map(([column, values]) => [
      column,
      treeOf(column, inListOrder(table, column, values), parents.get(column) ?? new Map()),
    ]),
  )
  const places = new Map<string, number>()
  const counts: number[] = []
  const ids: string[] = []
  const relations = new Map<string, Relation>()
  const put = (labels: readonly string[]): number => {
    const id = JSON.stringify(labels.toSorted())
    const known = places.get(id)
    if (known !== undefined) return known
    if (ids.length >= mostCells) throw new DisclosureProblem('table_too_large', { most: mostCells })
    places.set(id, ids.length)
    counts.push(0)
    return ids.push(id) - 1
  }
  const tables = by.map(names => {
    const own = names.map(name => trees.get(name) as Tree)
    const cells = cellsOf(own, put)
    for (const relation of relationsOf(own, cells)) {
      const key = JSON.stringify([relation.whole, relation.column, relation.parts])
      relations.set(key, relation)
    }
    return { trees: own, cells }
  })
  // A cell that several tables show is counted by the first of them.
  const done = new Set<number>()
  for (const each of tables) {
    const own = new Map<number, number>()
    for (let person = 0; person < table.persons; person++) {
      const paths = each.trees.map(tree => pathOf(tree, said.get(tree.column)?.[person] ?? ''))
      for (const nodes of product(paths)) {
        const cell = each.cells[placeOf(each.trees, nodes)] as number
        own.set(cell, (own.get(cell) ?? 0) + 1)
      }
    }
    for (const [cell, n] of own) if (!done.has(cell)) counts[cell] = n
    for (const cell of each.cells) done.add(cell)
  }
  return { tables, ids, counts: Float64Array.from(counts), relations: [...relations.values()] }
}

/** What each person has in a column; '' for nothing. */
export function valuesOf(table: FactTable, column: string): string[] {
  const { schema, attributes } = table.domain
  const at = schema.columns.findIndex(({ name }) => name === column)
  if (at < 0) throw new DisclosureProblem('column_absent', { column })
  if (schema.columns[at]?.delimiter !== undefined) throw new DisclosureProblem('table_several', { column })
  return Array.from({ length: table.persons }, (_, person) => {
    for (const attribute of attributesOf(table, person)) {
      const found = attributes[attribute]
      if (found?.column === at) return found.value
    }
    return ''
  })
}

/** Values that somebody has, in the order of the public list; what is not recorded comes last. */
function inListOrder({ domain }: FactTable, column: string, said: readonly string[]): string[] {
  const listed = domain.schema.columns.find(({ name }) => name === column)?.values ?? []
  const seen = new Set(said)
  return [...listed, ''].filter(value => seen.has(value))
}

function treeOf(column: string, values: readonly string[], parents: Parents): Tree {
  const nodes: { label: string; parent: number }[] = [{ label: '', parent: -1 }]
  const at = new Map<string, number>()
  const add = (label: string, seen: readonly string[]): number => {
    const known = at.get(label)
    if (known !== undefined) return known
    if (seen.includes(label)) throw new DisclosureProblem('hierarchy_circle', { column })
    const above = parents.get(label)
    const parent = above === undefined ? 0 : add(above, [...seen, label])
    at.set(label, nodes.length)
    return nodes.push({ label, parent }) - 1
  }
  const nodeOf = new Map<string, number>()
  for (const value of values) nodeOf.set(value, add(value === '' ? notRecorded : value, []))
  for (const value of values)
    if (nodes.some(({ parent }) => parent === nodeOf.get(value)))
      throw new DisclosureProblem('hierarchy_value_above', { column })
  return { column, nodes, nodeOf }
}

/** A value and all that stands above it. */
export function pathOf({ nodes, nodeOf }: Tree, value: string): number[] {
  const path: number[] = []
  for (let at = nodeOf.get(value) ?? 0; at >= 0; at = nodes[at]?.parent ?? -1) path.push(at)
  return path
}

export const placeOf = (trees: readonly Tree[], nodes: readonly number[]): number =>
  trees.reduce((place, tree, i) => place * tree.nodes.length + (nodes[i] ?? 0), 0)

export function* product(lists: readonly (readonly number[])[]): Generator<readonly number[]> {
  const [first, ...rest] = lists
  if (first === undefined) {
    yield []
    return
  }
  for (const one of first) for (const others of product(rest)) yield [one, ...others]
}

const everyNode = (tree: Tree): number[] => [...tree.nodes.keys()]

function cellsOf(trees: readonly Tree[], put: (labels: readonly string[]) => number): Int32Array {
  const all = trees.reduce((size, tree) => size * tree.nodes.length, 1)
  if (all > mostCells) throw new DisclosureProblem('table_too_large', { most: mostCells })
  const cells = new Int32Array(all)
  let place = 0
  for (const nodes of product(trees.map(everyNode))) {
    const labels = nodes.flatMap((node, i) =>
      node === 0 ? [] : [`${trees[i]?.column}=${trees[i]?.nodes[node]?.label}`],
    )
    cells[place++] = put(labels)
  }
  return cells
}

function* relationsOf(trees: readonly Tree[], cells: Int32Array): Generator<Relation> {
  for (const [d, tree] of trees.entries()) {
    const children = Map.groupBy(tree.nodes.keys(), node => tree.nodes[node]?.parent ?? -1)
    for (const [parent, below] of children) {
      if (parent < 0) continue
      for (const others of product(trees.map((each, i) => (i === d ? [0] : everyNode(each))))) {
        const cell = (node: number) =>
          cells[
            placeOf(
              trees,
              others.map((other, i) => (i === d ? node : other)),
            )
          ] as number
        yield { whole: cell(parent), parts: below.map(cell), column: tree.column }
      }
    }
  }
}
