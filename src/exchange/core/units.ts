import { createHash } from 'node:crypto'
import type { Content } from '#dictionary/answer.ts'
import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import type { Gathered, PersonLines } from './gather.ts'
import type { PersonLine, TotalLine } from './line.ts'
import { type HeldCase, mergeCase, mergePerson } from './merge.ts'

export interface CoreTarget {
  /** Id of an office by its code. */
  officeId(code: string): string
  /** Deterministic id of an outside reference (Keys.reference). */
  reference(kind: string, value: string): string
  /** What the register holds of a case; null when it has never seen it. */
  held(caseId: string, person: string): Promise<HeldCase | null>
}

/** One unit per person with all cases, one per counted line. Ids follow from the references, else from the content. */
export async function* coreUnits(gathered: Gathered, o: CoreTarget): AsyncGenerator<ImportUnit> {
  const seen = new Map<string, number>()
  /** The n-th line of one content is the same line in every file: order and re-import do not matter. */
  const numbered = (content: unknown): string => {
    const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
    const n = (seen.get(digest) ?? 0) + 1
    seen.set(digest, n)
    return `${digest}/${n}`
  }
  for (const person of gathered.persons) yield personUnit(person, o, await heldOf(person, o), numbered)
  for (const total of gathered.totals) yield totalUnit(total, o, numbered)
}

type Numbered = (content: unknown) => string

async function heldOf(person: PersonLines, o: CoreTarget): Promise<ReadonlyMap<string, HeldCase>> {
  const held = new Map<string, HeldCase>()
  if (person.key === null) return held
  for (const { key } of person.cases) {
    if (key === null) continue
    const found = await o.held(o.reference('core-case', key), o.reference('core-person', person.key))
    if (found !== null) held.set(key, found)
  }
  return held
}

function personUnit(
  person: PersonLines,
  o: CoreTarget,
  held: ReadonlyMap<string, HeldCase>,
  numbered: Numbered,
): ImportUnit {
  const lines = person.cases.flatMap(each => each.lines)
  const first = lines.reduce((a, b) => (b.year < a.year || (b.year === a.year && b.office < a.office) ? b : a))
  const own = person.key === null ? `l/${numbered(contentOf(first))}` : person.key
  const personId = o.reference('core-person', own)
  const known = [...held.values()][0]?.person ?? null
  const records: RecordDraft[] = [
    {
      type: 'person',
      id: personId,
      office: o.officeId(first.office),
      person: personId,
      case: null,
      set: mergePerson(lines, known),
    },
  ]
  for (const each of person.cases) {
    const key = each.key ?? `${each.office}/${own}`
    records.push(
      ...caseRecords({ key, person: personId, office: o.officeId(each.office) }, each.lines, held.get(key) ?? null, o),
    )
  }
  return { line: Math.min(...lines.map(line => line.line)), records }
}

function caseRecords(
  of: { readonly key: string; readonly person: string; readonly office: string },
  lines: readonly PersonLine[],
  held: HeldCase | null,
  o: CoreTarget,
): RecordDraft[] {
  const id = o.reference('core-case', of.key)
  const at = { office: of.office, person: of.person, case: id }
  const merged = mergeCase(lines, held)
  const records: RecordDraft[] = [{ type: 'case', id, ...at, set: merged.case }]
  if (Object.keys(merged.episode).length > 0) {
    records.push({ type: 'episode', id: o.reference('core-episode', of.key), ...at, set: merged.episode })
  }
  const service = (year: number, type: string): RecordDraft => ({
    type: 'service',
    id: o.reference('core-service', `${of.key}/${year}/${type}`),
    ...at,
    set: { type, deliveredOn: String(year) },
  })
  for (const [year, types] of [...merged.services].sort(([a], [b]) => a - b)) {
    for (const type of types) records.push(service(year, type))
    // Nobody said what was given, only that help was given in that year.
    const unnamed = service(year, 'unknown')
    const others = held?.services.some(each => each.year === year && each.id !== unnamed.id) ?? false
    if (types.length === 0 && !others) records.push(unnamed)
  }
  return records
}

function totalUnit(total: TotalLine, o: CoreTarget, numbered: Numbered): ImportUnit {
  const key =
    total.caseReference === null
      ? `l/${numbered([total.office, sorted(total.set)])}`
      : `c/${total.office}/${total.caseReference}`
  const id = o.reference('core-total', key)
  return {
    line: total.line,
    records: [{ type: 'aggregate', id, office: o.officeId(total.office), person: null, case: null, set: total.set }],
  }
}

const contentOf = (line: PersonLine): unknown => [
  line.office,
  line.year,
  sorted(line.contents.person),
  sorted(line.contents.case),
  sorted(line.contents.episode),
  line.services,
]

const sorted = (content: Content): readonly (readonly [string, unknown])[] =>
  Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))
