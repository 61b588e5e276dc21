import { codeOf, type Dictionary } from '#dictionary/dictionary.ts'
import type { FieldKind, Sensitivity } from '#dictionary/field.ts'

/** What an administrator types for an own field, and the extension it becomes. Pure. */
export interface FieldDraft {
  readonly type: string
  readonly label: string
  readonly help: string
  readonly kind: FieldKind
  /** An existing list, or null for a new one made of `answers`. */
  readonly list: string | null
  /** One answer a line. */
  readonly answers: string
  readonly class: Sensitivity
  readonly dimension: boolean
  readonly language: string
  readonly translation: string
}

export const chosenKinds: readonly FieldKind[] = ['code', 'codes', 'marks']
export const offeredKinds: readonly FieldKind[] = [
  'code',
  'codes',
  'marks',
  'text',
  'long_text',
  'date',
  'integer',
  'money',
]

export const isChosen = (kind: FieldKind): boolean => chosenKinds.includes(kind)

/** Only open answers that are chosen from a list can be counted. */
export const canBeCounted = (draft: FieldDraft): boolean => isChosen(draft.kind) && draft.class === 'open'

/** `Type of shelter` -> `type_of_shelter`; letters outside a-z are written in their plain form or left out. */
export function slug(text: string, longest = 32): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, longest)
    .replace(/^_+|_+$/g, '')
}

/** An id that nothing has yet: the words of the label, or `field`, with a number where it is taken. */
export function freeId(label: string, taken: (id: string) => boolean): string {
  const base = `own_${slug(label) || 'field'}`
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}_${n}`
    if (!taken(id)) return id
  }
}

export const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  ),
]

/** Labels as codes, each its own; a label without Latin letters gets a number. */
export function codesOf(labels: readonly string[], o: { own: boolean; taken: (code: string) => boolean }) {
  const given = new Set<string>()
  const free = (code: string) => !given.has(code) && !o.taken(code)
  return labels.map((label, at) => {
    const base = `${o.own ? 'own_' : ''}${slug(label, 50) || `answer_${at + 1}`}`
    let code = base
    for (let n = 2; !free(code); n += 1) code = `${base}_${n}`
    given.add(code)
    return { code, label: { en: label } }
  })
}

const reserved: ReadonlySet<string> = new Set(['unknown', 'did_not_say', 'not_asked', 'not_applicable', 'redacted'])

export function extensionOf(d: Dictionary, draft: FieldDraft): Readonly<Record<string, unknown>> {
  const isTaken = (id: string) =>
    d.dimensions.has(id) || [...d.recordTypes.values()].some(type => Object.hasOwn(type.fields, id))
  const id = freeId(draft.label, isTaken)
  const makesList = isChosen(draft.kind) && draft.list === null
  const list = makesList ? freeId(draft.label, each => d.lists.has(each)) : draft.list
  const label = { en: draft.label.trim(), ...translated(draft) }
  return {
    note: draft.label.trim(),
    fields: [
      {
        type: draft.type,
        id,
        kind: draft.kind,
        ...(isChosen(draft.kind) && list !== null ? { list } : {}),
        label,
        ...(draft.help.trim() === '' ? {} : { help: { en: draft.help.trim() } }),
        class: draft.class,
        ...(canBeCounted(draft) && draft.dimension ? { dimension: true } : {}),
      },
    ],
    ...(makesList
      ? {
          lists: [
            {
              id: list,
              label,
              codes: codesOf(linesOf(draft.answers), { own: false, taken: code => reserved.has(code) }),
            },
          ],
        }
      : {}),
  }
}

const translated = ({ language, translation }: FieldDraft): Record<string, string> =>
  language === '' || translation.trim() === '' ? {} : { [language]: translation.trim() }

/** Answers added to a list that exists; those of a built-in list begin with own_. */
export function answersExtension(
  d: Dictionary,
  o: { list: string; answers: string; group: string | null },
): Readonly<Record<string, unknown>> {
  const made = codesOf(linesOf(o.answers), {
    own: !o.list.startsWith('own_'),
    taken: code => reserved.has(code) || codeOf(d, o.list, code) !== undefined,
  })
  return {
    note: made.map(each => each.label.en).join(', '),
    codes: made.map(each => ({ list: o.list, ...each, ...(o.group === null ? {} : { group: o.group }) })),
  }
}
