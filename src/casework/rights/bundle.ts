import { type Marks, type Money, plainText, type Value } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import { dayOf } from '../when.ts'
import type { CopyWords } from './copy-words/copy-words.ts'
import { blot, isKeptBack, mayPlaceChild, namedIn, redactor } from './redaction.ts'

/** The copy that a person may ask for: every field that is kept, where it came from, why it is kept. */

/** One change of one record, oldest first in `BundleSource.changes`. */
export interface KeptChange {
  readonly record: string
  readonly type: string
  readonly office: string
  readonly author: string
  /** ISO instant. */
  readonly at: string
  readonly origin: string
  readonly set: Readonly<Record<string, Value>>
}

export interface BundleSource {
  readonly changes: readonly KeptChange[]
  /** Names of staff who appear: blotted out of texts. */
  readonly staff: readonly string[]
  /** What labels and coded answers are written in. */
  readonly words: CopyWords
  /** A colleague as a function with a number: `caseworker 2`. */
  hand(account: string): string
  /** What to call an office. */
  office(id: string): string
}

export interface Said {
  /** Null when it is kept back. */
  readonly value: Value
  /** In words; the blot when it is kept back. */
  readonly shown: string
  readonly by: string
  readonly office: string
  /** yyyy-mm-dd. */
  readonly on: string
  readonly origin: string
}

export interface BundleField {
  readonly field: string
  readonly label: string
  /** The language of the label: English where the catalogue of the copy has no word for it. */
  readonly labelIn: string
  readonly keptBack: boolean
  readonly now: Said
  /** What stood there before, oldest first. */
  readonly earlier: readonly Said[]
}

export interface BundleRecord {
  readonly type: string
  readonly label: string
  readonly record: string
  /** Code of `consent_purpose`: what it is kept for. */
  readonly purpose: string
  readonly fields: readonly BundleField[]
}

const purposes: Readonly<Record<string, string>> = {
  person: 'data',
  rights_request: 'data',
  screening: 'interview',
  determination: 'interview',
  episode: 'interview',
  leg: 'interview',
  actor: 'interview',
  tie: 'interview',
  counselling: 'return',
  guardian: 'return',
  movement: 'return',
  movement_leg: 'return',
  journey_step: 'return',
  disclosure: 'sharing',
  referral: 'sharing',
  withdrawal_notice: 'sharing',
}

/** Every record with every field that was ever set in it, in the order in which they were written. Pure. */
export function bundleRecords(d: Dictionary, source: BundleSource): readonly BundleRecord[] {
  const { words, languageOf } = source.words
  const clean = redactorOf(source)
  const since = looksForChildSince(source.changes)
  const records = Map.groupBy(source.changes, change => change.record)
  return [...records.entries()].map(([record, changes]) => {
    const type = changes[0]?.type ?? ''
    const fields = [...new Set(changes.flatMap(({ set }) => Object.keys(set)))].flatMap((field): BundleField[] => {
      const keptBack = isKeptBack(d, type, field)
      const said = changes
        .filter(({ set }) => field in set)
        .map((change): Said => {
          const value = change.set[field] ?? null
          const places = since !== null && change.at.slice(0, 10) >= since && mayPlaceChild(d, type, field)
          return {
            ...(keptBack || places
              ? { value: null, shown: blot }
              : shownOf({ d, words, type, field, source, clean }, value)),
            by: source.hand(change.author),
            office: source.office(change.office),
            on: change.at.slice(0, 10),
            origin: change.origin,
          }
        })
      const now = said.at(-1)
      const key = `field.${type}.${field}`
      if (!now) return []
      const label = { label: words[key] ?? field, labelIn: languageOf(key) }
      return [{ field, ...label, keptBack, now, earlier: said.slice(0, -1) }]
    })
    return { type, label: words[`type.${type}`] ?? type, record, purpose: purposes[type] ?? 'service', fields }
  })
}

/**
 * The day since which this person looks for a child: when it was asked, or written down if that was earlier; null: they look for none.
 * Whoever is not said to be grown up is taken for a child.
 */
export function looksForChildSince(changes: readonly KeptChange[]): string | null {
  const requests = Map.groupBy(
    changes.filter(({ type }) => type === 'tracing_request'),
    ({ record }) => record,
  )
  const days = [...requests.values()].flatMap(all => {
    const { requester, soughtAge, requestedOn } = Object.assign({}, ...all.map(({ set }) => set)) as KeptChange['set']
    const [first] = all
    if (requester !== 'person' || soughtAge === 'adult' || !first) return []
    const written = first.at.slice(0, 10)
    const asked = dayOf(requestedOn)
    return [asked !== null && asked < written ? asked : written]
  })
  return days.toSorted()[0] ?? null
}

interface Saying {
  readonly d: Dictionary
  readonly words: Readonly<Record<string, string>>
  readonly type: string
  readonly field: string
  readonly source: BundleSource
  clean(text: string): string
}

function shownOf(on: Saying, value: Value): Pick<Said, 'value' | 'shown'> {
  const { words } = on
  const declared = fieldOf(on.d, on.type, on.field)
  const code = (text: string) => words[`answer.${text}`] ?? words[`list.${declared?.list ?? ''}.${text}`] ?? text
  if (value === null) return { value, shown: '–' }
  if (Array.isArray(value)) return { value, shown: value.map(each => code(String(each))).join(', ') }
  if (typeof value === 'number') return { value, shown: String(value) }
  if (typeof value === 'string') {
    const known = words[`answer.${value}`]
    if (known !== undefined) return { value, shown: known }
    // The id of a colleague is a name to whoever has the list.
    if (declared?.to === 'user') return { value: on.source.hand(value), shown: on.source.hand(value) }
    if (declared?.to === 'office') return { value, shown: on.source.office(value) }
    if (declared?.to !== undefined) return { value, shown: words[`type.${declared.to}`] ?? value }
    const coded = code(value)
    return coded === value ? { value: on.clean(value), shown: on.clean(value) } : { value, shown: coded }
  }
  if (isMoney(value)) return { value, shown: `${value.amount} ${value.currency}` }
  const marks = Object.entries(value as Marks).map(([mark, answer]) => {
    const said = words[`list.yes_no.${answer}`] ?? words[`answer.${answer}`] ?? answer
    return `${code(mark)}: ${said}`
  })
  return { value, shown: marks.join('; ') }
}

const isMoney = (value: Value): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value

const ownNames = ['givenNames', 'middleNames', 'familyNames', 'preferredName', 'otherNames']

function redactorOf({ changes, staff }: BundleSource): (text: string) => string {
  const texts = (wanted: (type: string, field: string) => boolean) =>
    changes.flatMap(({ type, set }) =>
      Object.entries(set).flatMap(([field, value]) => (wanted(type, field) ? [plainText(value)] : [])),
    )
  return redactor({
    names: [...staff, ...texts((type, field) => namedIn(type, field) === 'name')],
    descriptions: texts((type, field) => namedIn(type, field) === 'description'),
    own: texts((type, field) => type === 'person' && ownNames.includes(field)),
  })
}
