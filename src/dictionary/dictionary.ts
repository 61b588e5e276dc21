import { isReserved } from './answer.ts'
import type { Code, CodeList, Schema } from './code-list.ts'
import { reservedLabels } from './data/reserved.ts'
import { type Dimension, dimensionsOf } from './dimensions.ts'
import type { Field } from './field.ts'
import { allLists } from './lists/all.ts'
import { type Questionnaire, questionnaireKey } from './questionnaire.ts'
import { allQuestionnaires } from './questionnaires/all.ts'
import type { RecordType } from './record-type.ts'
import { allRecords } from './records/all.ts'

/** All words of the register at one version: what can be recorded, with which answers, and what it is counted by. */
export interface Dictionary {
  /** 0: built-in only; else the number of the organisation's latest published extension. */
  readonly version: number
  readonly recordTypes: ReadonlyMap<string, RecordType>
  readonly lists: ReadonlyMap<string, CodeList>
  /** Key `id@version`. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>
  readonly dimensions: ReadonlyMap<string, Dimension>
  /** Built-ins an organisation does not offer: `type.field`, `list.code` or `questionnaire@version`. Old records keep them. */
  readonly hidden: ReadonlySet<string>
}

const recordTypes: ReadonlyMap<string, RecordType> = new Map(allRecords.map(t => [t.id, t]))
const lists: ReadonlyMap<string, CodeList> = new Map(allLists.map(l => [l.id, l]))

export const builtIn: Dictionary = {
  version: 0,
  recordTypes,
  lists,
  questionnaires: new Map(allQuestionnaires.map(q => [questionnaireKey(q), q])),
  dimensions: dimensionsOf(recordTypes, lists),
  hidden: new Set(),
}

export function fieldOf(d: Dictionary, type: string, field: string): Field | undefined {
  const fields = d.recordTypes.get(type)?.fields
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined
}

export function listOf(d: Dictionary, list: string): CodeList | undefined {
  return d.lists.get(list)
}

const codesByList = new WeakMap<CodeList, ReadonlyMap<string, Code>>()

/** One code of a list, found in constant time; undefined when the list or the code is unknown. */
export function codeOf(d: Dictionary, list: string, code: string): Code | undefined {
  const found = d.lists.get(list)
  if (found === undefined) return undefined
  let index = codesByList.get(found)
  if (index === undefined) {
    index = new Map(found.codes.map(c => [c.code, c]))
    codesByList.set(found, index)
  }
  return index.get(code)
}

/** English label of a code or of a reserved answer; an unknown code is its own label. */
export function labelOf(d: Dictionary, list: string, code: string): string {
  return codeOf(d, list, code)?.label ?? (isReserved(code) ? reservedLabels[code] : code)
}

/**
 * The code that an outside name stands for, or undefined. Names that several codes share are read back as the one code
 * that has them without `exportOnly`, or not at all: a composite never proves a member. Case and blanks around are ignored.
 */
export function codeFor(d: Dictionary, list: string, schema: Schema, name: string): string | undefined {
  const wanted = name.trim().toLowerCase()
  return d.lists
    .get(list)
    ?.codes.find(c => c[schema]?.toLowerCase() === wanted && c.exportOnly?.includes(schema) !== true)?.code
}

/** Codes offered for new records: neither hidden by the organisation nor withdrawn. */
export function offeredCodes(d: Dictionary, list: string): readonly Code[] {
  return d.lists.get(list)?.codes.filter(c => c.until === undefined && !d.hidden.has(`${list}.${c.code}`)) ?? []
}

/** Fields offered in forms, in the declared order; hidden ones are left out. */
export function offeredFields(d: Dictionary, type: string): readonly (readonly [string, Field])[] {
  return Object.entries(d.recordTypes.get(type)?.fields ?? {}).filter(([name]) => !d.hidden.has(`${type}.${name}`))
}
