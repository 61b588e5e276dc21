import { type Content, plainText } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import type { RecordView } from '#changes/change.ts'
import { escapeFormula } from '../formula.ts'
import { readHtcdsCell, writeHtcdsCell, writeOwnCell } from './cell.ts'
import { type HtcdsType, htcdsTargets, htcdsTypes, idKey, ownColumnName, personColumn, template } from './columns.ts'
import { keptAnswers } from './kept.ts'

/** A case with everything the standard or our own columns can say about it. */
export interface ExportCase {
  readonly person: RecordView | null
  readonly case: RecordView
  readonly records: readonly RecordView[]
}

export interface SheetOptions {
  /** Names, contacts, places and narratives too. Health and justice never leave. */
  readonly withIdentity: boolean
}

/**
 * The sheet: ids, labels, then one row a case. Official columns hold labels of the standard; what they cannot hold
 * stands in columns of our own behind them. Rows are ordered by what they say, so that the same cases give the same sheet.
 */
export function htcdsSheet(d: Dictionary, cases: readonly ExportCase[], o: SheetOptions): string[][] {
  const rows = cases.map(each => rowOf(d, each, o))
  const own = [...new Set(rows.flatMap(row => [...row.own.keys()]))].sort()
  rows.sort((a, b) => compare(sortKey(a, own), sortKey(b, own)))
  const persons = personNumbers(rows)
  const hasPersons = persons.size > 0
  const labels = own.map(name => labelOf(d, name))
  return [
    ['', ...template.map(column => column.id), ...own, ...(hasPersons ? [personColumn] : [])],
    ['', ...template.map(column => column.label), ...labels, ...(hasPersons ? [personColumn] : [])],
    ...rows.map((row, i) => [
      String(i + 1),
      ...row.official,
      ...own.map(name => row.own.get(name) ?? ''),
      ...(hasPersons ? [persons.get(row.person ?? '') ?? ''] : []),
    ]),
  ]
}

interface SheetRow {
  readonly person: string | null
  readonly official: readonly string[]
  readonly own: ReadonlyMap<string, string>
}

function rowOf(d: Dictionary, file: ExportCase, o: SheetOptions): SheetRow {
  const targets = htcdsTargets(d)
  const ofType = new Map(htcdsTypes.map(type => [type, contentsOf(d, file, type)]))
  const kept = keptOf(file, o)
  const official = template.map(({ id }) => {
    const key = idKey(id)
    if (key === 'conconsent') return consentOf(file)
    const target = targets.get(key)
    if (target === undefined) return escapeFormula(kept.get(id) ?? '')
    if (!mayLeave(target.declared, o)) return ''
    return writeHtcdsCell(d, target.declared, ofType.get(target.type)?.[0]?.[target.field])
  })
  const inTemplate = new Map(
    template.flatMap(({ id }, i) => {
      const target = targets.get(idKey(id))
      return target === undefined ? [] : [[`${target.type}.${target.field}`, official[i] ?? ''] as const]
    }),
  )
  const own = new Map<string, string>()
  for (const [type, contents] of ofType) {
    contents.forEach((content, i) => {
      for (const [field, value] of Object.entries(content)) {
        const declared = fieldOf(d, type, field)
        if (declared === undefined || !mayLeave(declared, o) || assigned.has(`${type}.${field}`)) continue
        const cell = writeOwnCell(declared, value)
        const said = i === 0 ? inTemplate.get(`${type}.${field}`) : undefined
        if (cell !== '' && cell !== saidBy(d, declared, said)) own.set(ownColumnName({ type, nth: i + 1, field }), cell)
      }
    })
  }
  return { person: file.person?.id ?? null, official, own }
}

/** Given by the register anew wherever the case arrives. */
const assigned = new Set(['case.number'])

const never = new Set(['health', 'justice'])

function mayLeave(field: Field, o: SheetOptions): boolean {
  if (field.kind === 'reference' || never.has(field.class)) return false
  return field.class === 'open' || o.withIdentity
}

/** What the official cell reads back as, in the spelling of our own columns. */
function saidBy(d: Dictionary, declared: Field, cell: string | undefined): string {
  const read = cell === undefined ? null : readHtcdsCell(d, declared, cell)
  return read === null || !read.ok ? '' : writeOwnCell(declared, read.value)
}

/** Contents of a type, the latest first; undated ones by how much they say, never by id or time of entry. */
function contentsOf(d: Dictionary, file: ExportCase, type: HtcdsType): Content[] {
  if (type === 'person') return file.person === null ? [] : [file.person.content]
  if (type === 'case') return [file.case.content]
  const on = d.recordTypes.get(type)?.on ?? ''
  const keyOf = (content: Content) => {
    const said = JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
    return [plainText(content[on]), String(said.length).padStart(8, '0'), said]
  }
  return file.records
    .filter(record => record.type === type)
    .map(record => record.content)
    .sort((a, b) => compare(keyOf(b), keyOf(a)))
}

/** The latest answer on storing personal data. */
function consentOf(file: ExportCase): string {
  const asked = file.records.filter(record => record.type === 'consent' && record.content['purpose'] === 'data')
  const latest = asked
    .sort((a, b) =>
      compare([plainText(a.content['givenOn']), a.createdAt], [plainText(b.content['givenOn']), b.createdAt]),
    )
    .at(-1)
  const decision = latest?.content['withdrawnOn'] ? 'no' : latest?.content['decision']
  if (decision === 'yes') return 'Yes'
  return decision === 'no' ? 'No' : typeof decision === 'string' ? decision : ''
}

function keptOf(file: ExportCase, o: SheetOptions): ReadonlyMap<string, string> {
  const notes = file.records.filter(record => record.type === 'note').map(record => keptAnswers(record.content['text']))
  const found = notes.find(answers => answers !== null)
  return o.withIdentity && found ? found : new Map()
}

/** P1, P2 ... for persons with several rows, in the order of the rows: no id of ours leaves. */
function personNumbers(rows: readonly SheetRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const { person } of rows) if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1)
  const numbers = new Map<string, string>()
  for (const { person } of rows) {
    if (person !== null && (counts.get(person) ?? 0) > 1 && !numbers.has(person))
      numbers.set(person, `P${numbers.size + 1}`)
  }
  return numbers
}

const sortKey = (row: SheetRow, own: readonly string[]): string[] => [
  row.own.get('case.registeredOn') ?? '',
  ...row.official,
  ...own.map(name => row.own.get(name) ?? ''),
]

function compare(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x = '', y = ''] = [a[i], b[i]]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

function labelOf(d: Dictionary, name: string): string {
  const [type = '', field = ''] = name.replace(/~\d+/, '').split('.')
  return fieldOf(d, type, field)?.label ?? name
}
