import { type Content, isAnswered, type Value } from '#dictionary/answer.ts'
import { type CtdcSchema, ctdcHeaders } from '#dictionary/ctdc.ts'
import { codeOf, type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import type { Register } from '#register/register.ts'
import { casesOf, type ExportReport, outputKind, writeTable } from '../htcds/export.ts'
import type { ExportCase } from '../htcds/sheet-rows.ts'
import { phrase } from '../messages.ts'
import { isCountry } from './cell.ts'
import { type CtdcColumn, ctdcColumns, ctdcTypes } from './columns.ts'

export interface CtdcExport {
  readonly file: string
  readonly office: string | null
  readonly schema: 'a' | 'b' | 'c'
  readonly replace: boolean
}

const schemas = { a: 'ctdcA', b: 'ctdcB', c: 'ctdcC' } as const

/**
 * Writes cases in the columns of a CTDC release. Flags: schema A 1, 0 or -99; B and C 1 or empty. A composite is 1 when at
 * least one of its members is said to be true. Countries are written as alpha-3: `NA` would be read as missing.
 */
export async function exportCtdc(register: Register, o: CtdcExport): Promise<ExportReport> {
  const kind = outputKind(o.file, o.replace)
  const schema = schemas[o.schema]
  const d = register.dictionary()
  const { cases, leftOut } = await casesOf(register, o.office)
  const rows = cases.map(each => ctdcRow(d, schema, each)).sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1))
  await writeTable(o.file, kind, [[...ctdcHeaders[schema]], ...rows])
  const notes = [
    phrase('note.cases_written', { count: cases.length, file: o.file }),
    phrase('note.ctdc_not_anonymised'),
    ...leftOut,
  ]
  return { cases: cases.length, file: o.file, notes }
}

/** One case as the cells of a schema, in the order of its header. */
export function ctdcRow(d: Dictionary, schema: CtdcSchema, file: ExportCase): string[] {
  const episode = mergedEpisode(file.records.filter(record => record.type === 'episode').map(record => record.content))
  const contents: Readonly<Record<string, Content>> = {
    person: file.person?.content ?? {},
    case: file.case.content,
    episode,
  }
  const known = ctdcColumns(d)
  const missing = schema === 'ctdcA' ? '-99' : ''
  return ctdcHeaders[schema].map(name => {
    const column = known.get(name.toLowerCase())
    if (column === undefined || column.kind === 'repeats' || column.kind === 'unknown_recruiter')
      return repeated(name, missing)
    if (column.kind === 'field') return fieldCell(d, schema, column, contents, missing)
    const members = column.kind === 'both' ? [] : membersOf(d, schema, name)
    const marks = members.map(member => markIn(contents, member))
    if (column.kind === 'both') return bothCell(contents, missing)
    if (marks.includes('yes')) return '1'
    // No: said of the code that is read back from this column, and contradicted or left open by none that share it.
    const no = column.kind === 'flag' && column.sets.every(set => markIn(contents, set) === 'no')
    return schema === 'ctdcA' && no && marks.every(mark => mark === 'no' || mark === undefined) ? '0' : missing
  })
}

const repeated = (name: string, missing: string): string =>
  /Concatenated$|^RecruiterRelationship$/.test(name) ? '' : missing

/** All episodes of a case seen together: a mark is yes when it is yes in one of them. */
function mergedEpisode(episodes: readonly Content[]): Content {
  const merged: Record<string, Value> = {}
  for (const episode of episodes) {
    for (const [field, value] of Object.entries(episode)) {
      const before = merged[field]
      if (before === undefined || !isAnswered(before)) merged[field] = value
      else if (isMarks(before) && isMarks(value)) {
        merged[field] = {
          ...before,
          ...Object.fromEntries(Object.entries(value).filter(([code, mark]) => mark === 'yes' || !(code in before))),
        }
      }
    }
  }
  return merged
}

const isMarks = (value: Value): value is Record<string, 'yes' | 'no' | 'unknown'> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !('currency' in value)

interface Member {
  readonly type: string
  readonly field: string
  readonly code: string
}

/** Every code that is counted under a column of the schema, whether or not it is read back from it. */
function membersOf(d: Dictionary, schema: CtdcSchema, name: string): Member[] {
  return ctdcTypes.flatMap(type =>
    Object.entries(d.recordTypes.get(type)?.fields ?? {}).flatMap(([field, declared]) =>
      declared.kind !== 'marks'
        ? []
        : (d.lists.get(declared.list ?? '')?.codes ?? [])
            .filter(code => code[schema] === name)
            .map(code => ({ type, field, code: code.code })),
    ),
  )
}

function markIn(contents: Readonly<Record<string, Content>>, { type, field, code }: Member): string | undefined {
  const value = contents[type]?.[field]
  return value !== undefined && isMarks(value) ? value[code] : undefined
}

function bothCell(contents: Readonly<Record<string, Content>>, missing: string): string {
  const [labour, sexual] = ['forced_labour', 'sexual'].map(code =>
    markIn(contents, { type: 'episode', field: 'exploitation', code }),
  )
  if (labour === 'yes' && sexual === 'yes') return '1'
  return labour === 'no' || sexual === 'no' ? '0' : missing
}

function fieldCell(
  d: Dictionary,
  schema: CtdcSchema,
  column: Extract<CtdcColumn, { kind: 'field' }>,
  contents: Readonly<Record<string, Content>>,
  missing: string,
): string {
  const field = fieldOf(d, column.type, column.field)
  const value = contents[column.type]?.[column.field]
  if (field === undefined || value === undefined || value === null) return missing
  const single = Array.isArray(value) ? value[0] : value
  if (single === 'redacted' && isCountry(field)) return schema === 'ctdcA' ? '0' : missing
  if (!isAnswered(single as Value)) return missing
  if (field.kind === 'date') return String(single).slice(0, 4)
  return field.list === undefined ? String(single) : (nameOf(d, schema, field, String(single)) ?? missing)
}

function nameOf(d: Dictionary, schema: CtdcSchema, field: Field, code: string): string | undefined {
  const known = codeOf(d, field.list ?? '', code)
  if (isCountry(field)) return known?.ctdcC
  if (field.list === 'age_group') return { adult: 'Adult', child: 'Minor' }[code]
  return known?.[schema]
}
