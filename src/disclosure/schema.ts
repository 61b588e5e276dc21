import { z } from 'zod'
import { DisclosureProblem } from './problem.ts'

/** A column of the public schema. Its values are public: they come from a code list, never from the table that is protected. */
export interface PublicColumn {
  readonly name: string
  readonly values: readonly string[]
  /** Cells that say nothing. The empty cell always does. */
  readonly missing: readonly string[]
  /** Parts the values of a cell that may hold several; absent when a person has at most one. */
  readonly delimiter?: string
  /** Publicly known to be filled for everybody, so that its counts sum to the persons. */
  readonly required?: boolean
  /** What else may stand in a cell for a value of the list, by the spelling. */
  readonly spellings?: ReadonlyMap<string, string>
}

export interface PublicSchema {
  readonly name: string
  readonly columns: readonly PublicColumn[]
  /** Column with the id of the person; absent when every row is another person. */
  readonly subject?: string
}

const mostValues = 20_000
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const Column = z.strictObject({
  name: z.string().min(1).max(200),
  values: z.array(scalar).min(1).optional(),
  range: z.tuple([z.int(), z.int()]).optional(),
  missing: z.array(scalar).default([]),
  delimiter: z.string().length(1).optional(),
  required: z.boolean().default(false),
})

const Listed = z.strictObject({
  name: z.string().max(100).optional(),
  columns: z.array(Column).min(1),
  subject: z.string().min(1).optional(),
  missing: z.array(scalar).default([]),
})

const Named = z.strictObject({
  name: z.string().max(100).optional(),
  columns: z.record(z.string().min(1).max(200), z.array(scalar).min(1)),
  subject: z.string().min(1).optional(),
  missing: z.array(scalar).default([]),
})

/**
 * The public schema of a JSON text: `{"columns": [{"name", "values" or "range", "missing", "delimiter", "required"}], "subject",
 * "missing"}`, or `{"columns": {"name": ["value", …]}}`. Throws DisclosureProblem.
 */
export function readSchema(text: string, name: string): PublicSchema {
  const parsed = z.union([Listed, Named]).safeParse(json(text))
  if (!parsed.success) throw new DisclosureProblem('schema_unreadable', { reason: firstIssue(parsed.error) })
  const { columns, subject, missing } = parsed.data
  const listed = Array.isArray(columns)
    ? columns
    : Object.entries(columns).map(([column, values]) => Column.parse({ name: column, values }))
  return checked({
    name: parsed.data.name ?? name,
    columns: listed.map(column => publicColumn(column, missing)),
    ...(subject === undefined ? {} : { subject }),
  })
}

function publicColumn(column: z.infer<typeof Column>, missing: readonly string[]): PublicColumn {
  const { name, values, range, delimiter, required } = column
  if ((values === undefined) === (range === undefined)) {
    throw new DisclosureProblem('schema_unreadable', { reason: `column ${name} needs either "values" or "range"` })
  }
  return {
    name,
    values: values ?? numbers(name, range ?? [0, 0]),
    missing: ['', ...missing, ...column.missing].filter(each => !values?.includes(each)),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(required ? { required } : {}),
  }
}

function numbers(column: string, [from, to]: readonly [number, number]): string[] {
  if (to < from || to - from >= mostValues) {
    throw new DisclosureProblem('schema_unreadable', { reason: `the range of column ${column} is empty or too long` })
  }
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
}

/** The schema, if it can be published under: names and values once each, none that would break a combination apart. */
export function checked(schema: PublicSchema): PublicSchema {
  const names = new Set<string>()
  let count = 0
  for (const { name, values } of schema.columns) {
    if (names.has(name) || name === schema.subject) throw new DisclosureProblem('schema_column_twice', { column: name })
    names.add(name)
    if (new Set(values).size < values.length) throw new DisclosureProblem('schema_value_twice', { column: name })
    if ([name, ...values].some(text => /[:;\r\n]/.test(text) || text.trim() !== text || text === '')) {
      throw new DisclosureProblem('schema_reserved_mark', { column: name })
    }
    count += values.length
  }
  if (count > mostValues) throw new DisclosureProblem('schema_too_wide', { count, limit: mostValues })
  return schema
}

/** The schema with only these columns, in the order of the schema. */
export function only(schema: PublicSchema, names: ReadonlySet<string>): PublicSchema {
  return { ...schema, columns: schema.columns.filter(column => names.has(column.name)) }
}

/** What of a schema decides a release, for its fingerprint. */
export const publicColumns = ({ columns }: PublicSchema) =>
  columns.map(({ name, values, delimiter, required }) => ({
    name,
    values,
    delimiter: delimiter ?? null,
    required: required === true,
  }))

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DisclosureProblem('schema_unreadable', { reason: 'it is not JSON' })
  }
}

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0]
  return issue === undefined ? 'it has another form' : `${issue.path.join('.') || 'the whole'}: ${issue.message}`
}
