import { isReserved } from './answer.ts'
import { codeOf, type Dictionary, fieldOf } from './dictionary.ts'
import type { ExtensionProblem, ExtensionProblemCode } from './extension-problem.ts'
import type { Extension, OwnField, OwnQuestionnaire } from './extension-schema.ts'
import { type Condition, questionnaireKey } from './questionnaire.ts'

/**
 * Why an extension does not fit the dictionary; empty when it does. Own things may be published again with other words,
 * never with another meaning: kind, list and class of a field stand, because records already hold its values.
 */
export function extensionFaults(d: Dictionary, extension: Extension): ExtensionProblem[] {
  return [
    ...listFaults(d, extension),
    ...extension.fields.flatMap((field, i) => fieldFaults(d, extension, field, `fields.${i}`)),
    ...repeated(
      extension.fields.map(f => `${f.type}.${f.id}`),
      'fields',
    ),
    ...dimensionFaults(d, extension),
    ...extension.questionnaires.flatMap((q, i) => questionnaireFaults(d, extension, q, `questionnaires.${i}`)),
    ...repeated(extension.questionnaires.map(questionnaireKey), 'questionnaires'),
    ...hiddenFaults(d, extension),
  ]
}

const fault = (code: ExtensionProblemCode, at: string): ExtensionProblem => ({ code, at })
const when = (wrong: boolean, code: ExtensionProblemCode, at: string): ExtensionProblem[] =>
  wrong ? [fault(code, at)] : []

function repeated(ids: readonly string[], at: string): ExtensionProblem[] {
  return ids.flatMap((id, i) => when(ids.indexOf(id) !== i, 'extension_redefines', `${at}.${i}`))
}

const own = (id: string): boolean => id.startsWith('own_')

function listFaults(d: Dictionary, extension: Extension): ExtensionProblem[] {
  const made = new Set(extension.lists.map(l => l.id))
  return [
    ...repeated(
      extension.lists.map(l => l.id),
      'lists',
    ),
    ...extension.lists.flatMap((list, i) => [
      ...list.codes.flatMap((c, j) => when(isReserved(c.code), 'extension_redefines', `lists.${i}.codes.${j}`)),
      ...repeated(
        list.codes.map(c => c.code),
        `lists.${i}.codes`,
      ),
    ]),
    ...extension.codes.flatMap((c, i) => [
      ...when(!d.lists.has(c.list) && !made.has(c.list), 'extension_unknown_list', `codes.${i}.list`),
      ...when(
        !own(c.code) && codeOf(d, c.list, c.code) !== undefined && !own(c.list),
        'extension_redefines',
        `codes.${i}`,
      ),
      ...when(
        !own(c.code) && codeOf(d, c.list, c.code) === undefined && !own(c.list),
        'extension_not_own',
        `codes.${i}`,
      ),
      ...when(isReserved(c.code), 'extension_redefines', `codes.${i}`),
      ...groupFaults(d, c.list, c.group, `codes.${i}.group`),
    ]),
    ...repeated(
      extension.codes.map(c => `${c.list}.${c.code}`),
      'codes',
    ),
  ]
}

/** A code of a grouped list that names no group would be missing in every figure of the groups. */
function groupFaults(d: Dictionary, list: string, group: string | undefined, at: string): ExtensionProblem[] {
  const groups = d.lists.get(list)?.groupedBy
  if (groups === undefined) return when(group !== undefined, 'extension_unknown_list', at)
  return when(group === undefined || codeOf(d, groups, group) === undefined, 'extension_unknown_target', at)
}

const chosen: ReadonlySet<string> = new Set(['code', 'codes', 'marks'])

function fieldFaults(d: Dictionary, extension: Extension, field: OwnField, at: string): ExtensionProblem[] {
  const before = fieldOf(d, field.type, field.id)
  const listed = field.list !== undefined && (d.lists.has(field.list) || extension.lists.some(l => l.id === field.list))
  return [
    ...when(!d.recordTypes.has(field.type), 'extension_unknown_type', `${at}.type`),
    ...when(
      before !== undefined &&
        (before.kind !== field.kind || before.list !== field.list || before.class !== field.class),
      'extension_redefines',
      at,
    ),
    ...when(chosen.has(field.kind) && field.list === undefined, 'extension_needs_list', `${at}.list`),
    ...when(field.list !== undefined && !listed, 'extension_unknown_list', `${at}.list`),
    ...when(field.list !== undefined && !chosen.has(field.kind), 'extension_shape', `${at}.list`),
    ...when(field.kind === 'reference' && !targets(d).has(field.to ?? ''), 'extension_unknown_type', `${at}.to`),
    ...when(field.min !== undefined && field.max !== undefined && field.min > field.max, 'extension_range', at),
    ...when(
      field.dimension === true && (field.class !== 'open' || !chosen.has(field.kind)),
      'extension_dimension',
      `${at}.dimension`,
    ),
  ]
}

const targets = (d: Dictionary): ReadonlySet<string> => new Set([...d.recordTypes.keys(), 'office', 'user'])

/** Columns of the fact tables are named by dimension alone: one id, one meaning, over all kinds of record. */
function dimensionFaults(d: Dictionary, extension: Extension): ExtensionProblem[] {
  const dimensions = extension.fields.map((f, i) => ({ ...f, i })).filter(f => f.dimension === true)
  return dimensions.flatMap(field => {
    const source = d.dimensions.get(field.id)?.source
    const taken = source !== undefined && !('type' in source && source.type === field.type && source.field === field.id)
    const twice = dimensions.some(other => other.id === field.id && other.i < field.i)
    return when(taken || twice, 'extension_redefines', `fields.${field.i}.dimension`)
  })
}

function questionnaireFaults(d: Dictionary, extension: Extension, q: OwnQuestionnaire, at: string): ExtensionProblem[] {
  const asked = new Set<string>()
  const found = when(d.questionnaires.has(questionnaireKey(q)), 'extension_redefines', at)
  for (const [i, section] of q.sections.entries()) {
    for (const [j, question] of section.questions.entries()) {
      const here = `${at}.sections.${i}.questions.${j}`
      const { list, field } = question
      const listed = list !== undefined && (d.lists.has(list) || extension.lists.some(l => l.id === list))
      const added = extension.fields.some(f => f.type === field?.type && f.id === field.field)
      found.push(
        ...when(asked.has(question.id), 'extension_redefines', here),
        ...when(chosen.has(question.kind) && list === undefined, 'extension_needs_list', here),
        ...when(list !== undefined && !listed, 'extension_unknown_list', here),
        ...when(
          field !== undefined && !added && fieldOf(d, field.type, field.field) === undefined,
          'extension_unknown_target',
          `${here}.field`,
        ),
        ...when(
          question.relevant !== undefined && !namedBy(question.relevant).every(id => asked.has(id)),
          'extension_unknown_question',
          `${here}.relevant`,
        ),
      )
      asked.add(question.id)
    }
  }
  return found
}

/** The questions a condition looks at. */
export function namedBy(condition: Condition): string[] {
  if ('is' in condition) return [condition.is[0]]
  if ('marked' in condition) return [condition.marked[0]]
  if ('answered' in condition) return [condition.answered]
  if ('all' in condition) return condition.all.flatMap(namedBy)
  if ('any' in condition) return condition.any.flatMap(namedBy)
  return namedBy(condition.not)
}

function hiddenFaults(d: Dictionary, extension: Extension): ExtensionProblem[] {
  const exists = (id: string): boolean => {
    const dot = id.indexOf('.')
    const [before, after] = dot < 0 ? [id, ''] : [id.slice(0, dot), id.slice(dot + 1)]
    return d.questionnaires.has(id) || fieldOf(d, before, after) !== undefined || codeOf(d, before, after) !== undefined
  }
  return [
    ...extension.hidden.flatMap((id, i) => when(!exists(id), 'extension_unknown_target', `hidden.${i}`)),
    ...extension.shown.flatMap((id, i) => when(!exists(id), 'extension_unknown_target', `shown.${i}`)),
  ]
}
