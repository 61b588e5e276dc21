import type { Code, CodeList } from './code-list.ts'
import { type Dictionary, fieldOf } from './dictionary.ts'
import { dimensionsOf } from './dimensions.ts'
import { extensionFaults } from './extension-check.ts'
import { ExtensionError, type ExtensionProblem } from './extension-problem.ts'
import { Extension, type OwnCode, type OwnField, type OwnQuestionnaire } from './extension-schema.ts'
import type { Field } from './field.ts'
import { type Questionnaire, questionnaireKey } from './questionnaire.ts'
import type { RecordType } from './record-type.ts'

export type { ExtensionProblem } from './extension-problem.ts'
export type { Extension } from './extension-schema.ts'

export type CheckedExtension =
  | { readonly ok: true; readonly extension: Extension }
  | { readonly ok: false; readonly problems: readonly ExtensionProblem[] }

/** Whether some JSON is an extension of this dictionary, with every reason when it is not. */
export function checkExtension(d: Dictionary, unknown: unknown): CheckedExtension {
  const read = Extension.safeParse(unknown)
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map(i => ({ code: shapeProblem(i.path), at: i.path.join('.') })) }
  }
  const problems = extensionFaults(d, read.data)
  return problems.length === 0 ? { ok: true, extension: read.data } : { ok: false, problems }
}

/**
 * The dictionary with the extensions laid over it in order, as version `version`. The base is left as it is.
 * @throws ExtensionError when an extension does not fit: a built-in is redefined, a list is missing.
 */
export function withExtensions(base: Dictionary, extensions: readonly Extension[], version: number): Dictionary {
  return { ...extensions.reduce(withExtension, base), version }
}

/** Label of a field in a language (`fr`, `fr-CA`): own fields carry theirs, built-in ones are English here. */
export function fieldLabel(d: Dictionary, type: string, field: string, language: string): string {
  const declared = fieldOf(d, type, field)
  if (declared === undefined) return `${type}.${field}`
  return inLanguage(declared.labels, language) ?? declared.label
}

/** Text of a language or of its parent language; undefined when there is none. */
export function inLanguage(labels: Readonly<Record<string, string>> | undefined, language: string): string | undefined {
  return labels?.[language] ?? labels?.[language.split('-')[0] ?? language]
}

const shapeProblem = (path: readonly PropertyKey[]): ExtensionProblem['code'] =>
  path.at(-1) === 'id' && path.length === 3 ? 'extension_not_own' : 'extension_shape'

function withExtension(d: Dictionary, extension: Extension): Dictionary {
  const problems = extensionFaults(d, extension)
  if (problems.length > 0) throw new ExtensionError(problems)
  const lists = withLists(d.lists, extension)
  const recordTypes = withFields(d.recordTypes, extension.fields)
  const questionnaires = new Map(d.questionnaires)
  for (const own of extension.questionnaires) questionnaires.set(questionnaireKey(own), toQuestionnaire(own))
  return {
    version: d.version,
    recordTypes,
    lists,
    questionnaires,
    dimensions: dimensionsOf(recordTypes, lists),
    hidden: new Set([...d.hidden].filter(id => !extension.shown.includes(id)).concat(extension.hidden)),
  }
}

function withFields(types: Dictionary['recordTypes'], own: readonly OwnField[]): Dictionary['recordTypes'] {
  const next = new Map<string, RecordType>(types)
  for (const field of own) {
    const type = next.get(field.type)
    if (type !== undefined) next.set(type.id, { ...type, fields: { ...type.fields, [field.id]: toField(field) } })
  }
  return next
}

function withLists(lists: Dictionary['lists'], extension: Extension): Dictionary['lists'] {
  const next = new Map<string, CodeList>(lists)
  for (const own of extension.lists) {
    const before = next.get(own.id)?.codes ?? []
    next.set(own.id, {
      id: own.id,
      label: own.label.en,
      labels: own.label,
      codes: merged(before, own.codes.map(toCode)),
    })
  }
  for (const { list, ...code } of extension.codes) {
    const known = next.get(list)
    if (known !== undefined) next.set(list, { ...known, codes: merged(known.codes, [toCode(code)]) })
  }
  return next
}

/** A code that exists keeps its place and takes the new wording; none is ever lost, records may hold it. */
function merged(before: readonly Code[], own: readonly Code[]): readonly Code[] {
  const codes = new Map(before.map(c => [c.code, c]))
  for (const code of own) codes.set(code.code, code)
  return [...codes.values()]
}

function toCode({ label, ...rest }: OwnCode): Code {
  return { ...rest, label: label.en, labels: label }
}

function toField({ type: _type, id, label, help, dimension, section, ...rest }: OwnField): Field {
  return {
    ...rest,
    label: label.en,
    labels: label,
    section: section ?? 'own',
    ...(help === undefined ? {} : { help: help.en, helps: help }),
    ...(dimension === undefined ? {} : { dimension: id }),
  }
}

function toQuestionnaire(own: OwnQuestionnaire): Questionnaire {
  return {
    ...own,
    sections: own.sections.map(section => ({
      ...section,
      questions: section.questions.map(({ label, ...rest }) => ({ ...rest, label: label.en, labels: label })),
    })),
  }
}
