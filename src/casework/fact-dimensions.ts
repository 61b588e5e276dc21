import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Value } from '#dictionary/answer.ts'
import { codeOf, type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { type ComputedDimension, type Dimension, type FactKind, factKinds } from '#dictionary/dimensions.ts'
import { ageBandCounted, ageGroupCounted } from './age.ts'
import { categoryCounted } from './category.ts'
import { conclusionInForce, determinationInForce } from './determination.ts'
import { exploitationTypeCounted } from './exploitation-type.ts'
import { readMany, readOne } from './fact-value.ts'
import { inOrder, ofType } from './latest.ts'
import { routeOf } from './source.ts'
import { dayOf } from './when.ts'

/** The values of a fact's dimensions, built from the dictionary's declarations. */

/** One code; several codes, sorted and unique; null when nothing is recorded. Reserved words stand as they are. */
export type DimensionValue = string | readonly string[] | null

export interface OfficeFact {
  readonly id: string
  readonly region: string | null
  /** An outside source: what its cases say is asserted, also where they do not name their route. */
  readonly external: boolean
}

export type FactSource =
  | {
      readonly kind: 'file'
      readonly file: CaseFile
      readonly office: OfficeFact
      readonly year: number | null
      /** The services this fact is about: of the year, or the one. */
      readonly services: readonly RecordView[]
      /** Of a return: the journey. */
      readonly journey?: RecordView
      /** Of reintegration: the areas in which something was received. */
      readonly received?: readonly string[]
    }
  | { readonly kind: 'line'; readonly line: RecordView; readonly office: OfficeFact; readonly year: number | null }
  | { readonly kind: 'call'; readonly call: RecordView; readonly office: OfficeFact; readonly year: number | null }
  | {
      readonly kind: 'output'
      readonly number: RecordView
      /** Of which it is a number; null where it is not there (yet). */
      readonly activity: RecordView | null
      readonly office: OfficeFact
      readonly year: number | null
    }

/** A service fact also says for whom, so that services can be read by sex, age and nationality. */
const ofThePerson: ReadonlySet<string> = new Set(['sex', 'age_group', 'nationality'])

export function dimensionsOf(
  d: Dictionary,
  fact: FactKind,
  source: FactSource,
): Readonly<Record<string, DimensionValue>> {
  return Object.fromEntries(wantedOf(d, fact).map(dimension => [dimension.id, valueOf(d, dimension, source)]))
}

const wanted = new WeakMap<Dictionary, ReadonlyMap<FactKind, readonly Dimension[]>>()

/** Dimensions of a kind of fact by id. Kept per dictionary: an import derives facts of hundreds of thousands of cases. */
function wantedOf(d: Dictionary, fact: FactKind): readonly Dimension[] {
  const known = wanted.get(d) ?? new Map(factKinds.map(kind => [kind, select(d, kind)]))
  wanted.set(d, known)
  return known.get(fact) ?? []
}

const select = (d: Dictionary, fact: FactKind): readonly Dimension[] =>
  [...d.dimensions.values()]
    .filter(({ id, facts }) => facts.includes(fact) || (fact === 'service' && ofThePerson.has(id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

function valueOf(d: Dictionary, dimension: Dimension, source: FactSource): DimensionValue {
  if ('computed' in dimension.source) return computed(d, dimension.source.computed, source)
  // A field, but one that is understood where it is empty: most cases are case files and nobody says so.
  if (dimension.id === 'record_route') return routeOf(headOf(source))
  const { type, field: name, grouped } = dimension.source
  const at = source.kind === 'line' ? 'aggregate' : type
  const field = fieldOf(d, at, name)
  // Figures may never see anything but open codes, whatever a declaration says.
  if (field?.class !== 'open' || field.list === undefined) return null
  const { list } = field
  const as = (code: string) => (grouped ? codeOf(d, list, code)?.group : undefined) ?? code
  const values = recordsOf(d, type, source).map(record => record.content[name])
  return dimension.multiple ? readMany(values, as) : readOne(values, as)
}

/** The records a declared dimension reads, oldest first. */
function recordsOf(d: Dictionary, type: string, source: FactSource): readonly RecordView[] {
  if (source.kind === 'line') return [source.line]
  if (source.kind === 'call') return [source.call]
  if (source.kind === 'output') return type !== 'activity' ? [source.number] : source.activity ? [source.activity] : []
  const { file } = source
  switch (type) {
    case 'person':
      return file.person ? [file.person] : []
    case 'case':
      return [file.case]
    case 'service':
      return source.services
    case 'movement':
      return source.journey ? [source.journey] : []
    case 'determination': {
      const inForce = determinationInForce(file)
      return inForce ? [inForce] : []
    }
    default:
      return inOrder(ofType(file, type), d.recordTypes.get(type)?.on ?? '')
  }
}

function computed(d: Dictionary, id: ComputedDimension, source: FactSource): DimensionValue {
  const { content } = headOf(source)
  switch (id) {
    case 'year':
      return source.year === null ? null : String(source.year)
    case 'month':
      return monthIn(source.kind === 'output' ? content.to : content.receivedOn)
    case 'office':
      return source.office.id
    case 'region':
      return source.office.region
    case 'age_group':
      return ageGroupCounted(content)
    case 'age_band':
      return ageBandCounted(content)
    case 'category':
      // Missions that share totals count assisted trafficked persons: the line itself is the assertion.
      if (source.kind === 'output') return readOne([content.category], code => code)
      return source.kind === 'file' ? categoryCounted(source.file) : 'trafficked'
    case 'determination':
      return source.kind === 'file' ? conclusionInForce(source.file) : null
    case 'exploitation_type':
      return exploitationTypeCounted(readMany(exploitationValues(d, source), groupIn(d)))
    case 'services':
      return readMany(serviceValues(source), code => code)
    case 'reintegration':
      return source.kind === 'file' ? readMany(source.received ?? [], code => code) : null
    case 'money_source':
    case 'project':
    case 'donor':
    case 'rated':
      // Of projects and their money: they are no case, and say so themselves.
      return null
    default:
      return id satisfies never
  }
}

const exploitationValues = (d: Dictionary, source: FactSource): readonly (Value | undefined)[] =>
  recordsOf(d, 'episode', source).map(({ content }) => content.exploitation)

const groupIn = (d: Dictionary) => (code: string) => codeOf(d, 'exploitation', code)?.group ?? code

const serviceValues = (source: FactSource): readonly (Value | undefined)[] =>
  source.kind === 'file' ? source.services.map(service => service.content.type) : [headOf(source).content.services]

/** The record whose own answers a fact rests on: the case, the counted line, the call, the number. */
function headOf(source: FactSource): RecordView {
  switch (source.kind) {
    case 'file':
      return source.file.case
    case 'line':
      return source.line
    case 'call':
      return source.call
    case 'output':
      return source.number
    default:
      return source satisfies never
  }
}

/** yyyy-mm of a date; null where only its year is known. */
function monthIn(date: Value | undefined): string | null {
  const day = dayOf(date)
  return day !== null && day.length >= 7 ? day.slice(0, 7) : null
}
