import { ctdcNames, ctdcSchema } from './ctdc-schema.ts'
import { type Line, readFacts } from './read-facts.ts'
import type { PublicSchema } from './schema.ts'

/**
 * The schema by which files are compared inside when none is given: the first CTDC schema that can read them all, else columns and
 * values as they stand in the files. Never for a release: whoever takes the lists of a release from the table tells what
 * is in the table.
 */
export async function listsFor(files: readonly (readonly Line[])[], lastYear: number): Promise<PublicSchema> {
  for (const name of ctdcNames) {
    const schema = ctdcSchema(name, lastYear)
    if (await reads(schema, files)) return schema
  }
  return listsOf(files)
}

async function reads(schema: PublicSchema, files: readonly (readonly Line[])[]): Promise<boolean> {
  try {
    for (const file of files) await readFacts(file, schema)
    return true
  } catch {
    return false
  }
}

function listsOf(files: readonly (readonly Line[])[]): PublicSchema {
  const [first] = files[0] ?? []
  const names = (first?.cells ?? []).map(name => name.replace(/^\uFEFF/, '').trim())
  const found = new Map(names.map(name => [name, new Set<string>()]))
  for (const [header, ...rows] of files) {
    const columns = (header?.cells ?? []).map(name => found.get(name.replace(/^\uFEFF/, '').trim()))
    for (const { cells } of rows) {
      columns.forEach((values, at) => {
        const value = (cells[at] ?? '').trim()
        if (value !== '') values?.add(value)
      })
    }
  }
  const columns = [...found].map(([name, values]) => ({ name, values: [...values].sort(), missing: [''] }))
  return { name: 'as in the files', columns: columns.filter(column => column.values.length > 0) }
}
