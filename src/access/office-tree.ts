/** The organisation as a forest of offices. A partner organisation stands beside the missions, never below one. */
export interface OfficeTree {
  parentOf(id: string): string | null
  has(id: string): boolean
  /** The office and everything under it, sorted; empty for an office nobody knows. */
  below(id: string): readonly string[]
}

export interface OfficeRow {
  readonly id: string
  readonly parent: string | null
}

/** Builds the tree once; a row whose parent is missing is a root, a cycle is walked once and never again. */
export function officeTree(rows: readonly OfficeRow[]): OfficeTree {
  const parents = new Map(rows.map(row => [row.id, row.parent]))
  const children = new Map<string, string[]>()
  for (const { id, parent } of rows) {
    if (parent === null) continue
    const siblings = children.get(parent)
    if (siblings) siblings.push(id)
    else children.set(parent, [id])
  }
  const known = new Map<string, readonly string[]>()
  const walk = (root: string): readonly string[] => {
    const seen = new Set<string>([root])
    for (const id of seen) for (const child of children.get(id) ?? []) seen.add(child)
    return [...seen].sort()
  }
  return {
    parentOf: id => parents.get(id) ?? null,
    has: id => parents.has(id),
    below(id) {
      if (!parents.has(id)) return []
      const found = known.get(id) ?? walk(id)
      known.set(id, found)
      return found
    },
  }
}
