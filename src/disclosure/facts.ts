import type { PublicColumn, PublicSchema } from './schema.ts'

/** One (column, value) of the public schema. A combination is a set of these. */
export interface Attribute {
  readonly column: number
  readonly value: string
  /** Attributes of one group exclude one another; each value of a column that takes several is a group of its own. */
  readonly group: number
}

/** The attributes of a schema, numbered column by column: public, and the same whatever the table holds. */
export interface Domain {
  readonly schema: PublicSchema
  readonly attributes: readonly Attribute[]
  /** How many groups there are: the most attributes that anybody can have. */
  readonly groups: number
  readonly groupOf: Int32Array
}

/** Coded facts: per person the attributes they have, ascending. */
export interface FactTable {
  readonly domain: Domain
  readonly persons: number
  /** `values[starts[p]]` to `values[starts[p + 1] - 2]` are the attributes of person p; each list ends with -1. */
  readonly starts: Int32Array
  readonly values: Int32Array
}

export const end = -1

export function domainOf(schema: PublicSchema): Domain {
  const attributes: Attribute[] = []
  let groups = 0
  schema.columns.forEach((column, at) => {
    for (const value of column.values) {
      attributes.push({ column: at, value, group: groups })
      if (several(column)) groups++
    }
    if (!several(column)) groups++
  })
  return { schema, attributes, groups, groupOf: Int32Array.from(attributes, each => each.group) }
}

export const several = (column: PublicColumn): boolean => column.delimiter !== undefined

/** A table of these persons. The attributes of a person are sorted and taken once. */
export function tableOf(domain: Domain, persons: readonly (readonly number[])[]): FactTable {
  const sorted = persons.map(person => [...new Set(person)].sort((a, b) => a - b))
  const starts = new Int32Array(persons.length + 1)
  const values = new Int32Array(sorted.reduce((sum, each) => sum + each.length + 1, 0))
  let at = 0
  sorted.forEach((person, p) => {
    values.set(person, at)
    at += person.length
    values[at++] = end
    starts[p + 1] = at
  })
  return { domain, persons: persons.length, starts, values }
}

/** The attributes of one person, ascending. */
export function attributesOf(table: FactTable, person: number): Int32Array {
  return table.values.subarray(table.starts[person] ?? 0, (table.starts[person + 1] ?? 1) - 1)
}

/** The table as bytes, for its fingerprint: the lists of values with their end marks tell the persons apart. */
export function bytesOf({ values }: FactTable): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

/** "gender:Female;ageBroad:18--20", as combinations are written everywhere. */
export function written(domain: Domain, combination: Iterable<number>): string {
  const parts: string[] = []
  for (const attribute of combination) {
    const { column = 0, value = '' } = domain.attributes[attribute] ?? {}
    parts.push(`${domain.schema.columns[column]?.name ?? ''}:${value}`)
  }
  return parts.join(';')
}
