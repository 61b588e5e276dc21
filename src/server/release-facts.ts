import { type CtdcName, ctdcSchema } from '#disclosure/ctdc-schema.ts'
import { type Line, readFacts } from '#disclosure/read-facts.ts'
import type { PublicSchema } from '#disclosure/schema.ts'
import { ctdcPersons } from '#exchange/ctdc/persons.ts'
import type { Register } from '#register/register.ts'

const schemas = { 'ctdc-a': 'ctdcA', 'ctdc-b': 'ctdcB', 'ctdc-c': 'ctdcC' } as const

/**
 * The persons of the register as lines of a file, without columns that the schema has not. A value that its public lists have not (a year before them)
 * is left out; `unlisted` says how often.
 */
export async function registerLines(
  register: Register,
  o: { readonly name: CtdcName; readonly schema: PublicSchema; readonly office: string | null },
): Promise<{ readonly lines: readonly Line[]; readonly leftOut: readonly string[]; readonly unlisted: number }> {
  const { lines, leftOut } = await ctdcPersons(register, { office: o.office, schema: schemas[o.name] })
  const columns = new Map(o.schema.columns.map(column => [column.name.toLowerCase(), column]))
  const header = lines[0]?.cells ?? []
  const kept = header.flatMap((name, at) => {
    const column = columns.get(name.toLowerCase())
    return column ? [{ at, column }] : []
  })
  let unlisted = 0
  const taken = lines.map(({ line, cells }, row) => ({
    line,
    cells: kept.map(({ at, column }) => {
      const cell = cells[at] ?? ''
      const { values, missing, spellings } = column
      if (row === 0 || cell === '' || values.includes(cell) || missing.includes(cell) || spellings?.has(cell))
        return cell
      unlisted += 1
      return ''
    }),
  }))
  return { lines: taken, leftOut, unlisted }
}

/** The coded facts of the register in some columns of a schema; the last year is that of the register’s clock. */
export async function registerFacts(register: Register, name: CtdcName, columns: readonly string[]) {
  const schema = ctdcSchema(name, register.now().getUTCFullYear(), register.dictionary())
  const { lines } = await registerLines(register, { name, schema, office: null })
  return readFacts(lines, schema, { columns })
}
