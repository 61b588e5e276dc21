import type { Dictionary } from '#dictionary/dictionary.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { Row } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import {
  type HtcdsTarget,
  htcdsTargets,
  idKey,
  type OwnColumn,
  parseOwnColumn,
  personColumn,
  referenceColumn,
  template,
} from './columns.ts'

/** What a column of a file is. `kept` ids belong to the standard but have no field: they are kept in a note. */
export type SheetColumn =
  | { readonly kind: 'target'; readonly name: string; readonly target: HtcdsTarget }
  | { readonly kind: 'own'; readonly name: string; readonly own: OwnColumn }
  | { readonly kind: 'consent'; readonly name: string }
  | { readonly kind: 'kept'; readonly name: string; readonly id: string }
  | { readonly kind: 'person' | 'reference'; readonly name: string }
  | { readonly kind: 'ignored'; readonly name: string }

export interface Layout {
  readonly columns: readonly SheetColumn[]
  /** Names for the refused file and for messages. */
  readonly names: readonly string[]
}

const searched = 5
const prefix = /^(org|prs|vic|per|cas|cco|hte|spl|con)_\w/i
const misspelt = new Map([['victraffickinstatusdecisionmakingorg', 'victraffickingstatusdecisionmakingorg']])
/** Written by the survey tools around every answer. */
const surveyTools = new Set(['start', 'end', '__version__', '_id', '_uuid', '_submission_time', '_index'])

/**
 * Finds the header among the first rows: a row of ids, a row of labels, or both in any order. The address columns of the
 * published sheets stand under wrong ids: there the label counts. A column without id is known by its label.
 */
export function layoutOf(d: Dictionary, first: readonly Row[]): { layout: Layout; skip: number } {
  const top = first.slice(0, searched)
  const ids = top.findIndex(row => row.cells.filter(cell => prefix.test(cell.trim())).length >= 2)
  const labels = top.findIndex((row, i) => i !== ids && row.cells.filter(cell => labelIds.has(words(cell))).length >= 2)
  if (ids < 0 && labels < 0) throw new ImportProblem('htcds_no_header', { rows: searched })
  const idRow = ids < 0 ? [] : (top[ids]?.cells ?? [])
  const labelRow = labels < 0 ? [] : (top[labels]?.cells ?? [])
  const targets = htcdsTargets(d)
  const taken = new Set<string>()
  const columns = Array.from({ length: Math.max(idRow.length, labelRow.length) }, (_, i): SheetColumn => {
    const id = (idRow[i] ?? '').trim()
    const label = (labelRow[i] ?? '').trim()
    const column = columnOf(d, targets, id, label, taken)
    if (column.kind === 'target' || column.kind === 'kept') taken.add(column.name)
    return column
  })
  return { layout: { columns, names: columns.map(column => column.name) }, skip: Math.max(ids, labels) + 1 }
}

function columnOf(
  d: Dictionary,
  targets: ReadonlyMap<string, HtcdsTarget>,
  id: string,
  label: string,
  taken: ReadonlySet<string>,
): SheetColumn {
  const name = id === '' ? label : id
  if (name === personColumn) return { kind: 'person', name }
  if (name === referenceColumn) return { kind: 'reference', name }
  const own = parseOwnColumn(name)
  if (own !== null && fieldOf(d, own.type, own.field) !== undefined) return { kind: 'own', name, own }
  const key = keyOf(id, label, taken)
  if (key === null) return { kind: 'ignored', name }
  if (key === 'conconsent') return { kind: 'consent', name: 'con_Consent' }
  const target = targets.get(key)
  const official = idsByKey.get(key) ?? id
  return target === undefined
    ? { kind: 'kept', name: official, id: official }
    : { kind: 'target', name: target.declared.htcds ?? official, target }
}

/** The id a column stands for: by label in the address and where no id is given, by id everywhere else. */
function keyOf(id: string, label: string, taken: ReadonlySet<string>): string | null {
  const byLabel = labelIds.get(words(label === '' && !prefix.test(id) ? id : label))
  const spelt = misspelt.get(idKey(id)) ?? idKey(id)
  if (byLabel?.startsWith('prsmailing') === true) return byLabel
  if (prefix.test(id)) return spelt
  if (surveyTools.has(id.toLowerCase())) return null
  // The survey form calls its Title "Second Name" too: of two columns with that label the second is the title.
  if (byLabel === 'prssecondname' && taken.has('prs_SecondName')) return 'prstitle'
  return byLabel ?? null
}

const words = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const idsByKey: ReadonlyMap<string, string> = new Map(template.map(({ id }) => [idKey(id), id]))

const labelIds: ReadonlyMap<string, string> = new Map([
  ...template.map(({ id, label }) => [words(label), idKey(id)] as const),
  ...(
    [
      ['street', 'prs_MailingStreet'],
      ['city', 'prs_MailingCity'],
      ['state', 'prs_MailingState'],
      ['state province', 'prs_MailingState'],
      ['mailing state', 'prs_MailingState'],
      ['zip', 'prs_MailingPostalCode'],
      ['zip postal code', 'prs_MailingPostalCode'],
      ['postal code', 'prs_MailingPostalCode'],
      ['mailing zip', 'prs_MailingPostalCode'],
      ['country', 'prs_MailingCountry'],
      ['trafficking status decision making organisation', 'vic_TraffickingStatusDecisionMakingOrg'],
    ] as const
  ).map(([label, id]) => [label, idKey(id)] as const),
])
