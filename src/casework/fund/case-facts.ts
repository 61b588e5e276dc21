import type { CaseFile } from '#changes/change.ts'
import { isAnswered, type Value } from '#dictionary/answer.ts'
import { ageGroupCounted, yearsIn } from '../age.ts'
import { conclusionInForce } from '../determination.ts'
import { latest, ofType } from '../latest.ts'
import { suggestTraffickingType } from '../trafficking-type.ts'

/** The coded facts of a case that rules of funds ask about. */

/** An answer that a reading rests on. */
export interface Ground {
  readonly type: string
  readonly field: string
  readonly value: Value | undefined
}

/** What a fact is, and what it rests on; `value` null: nobody knows. */
export interface Fact<T> {
  readonly value: T | null
  readonly restsOn: readonly Ground[]
}

const fact = <T>(value: T | null, type: string, field: string, content: Value | undefined): Fact<T> => ({
  value,
  restsOn: [{ type, field, value: content }],
})

const words = (value: Value | undefined): readonly string[] | null =>
  isAnswered(value) && Array.isArray(value) ? (value as readonly string[]) : null
const word = (value: Value | undefined): string | null =>
  isAnswered(value) && typeof value === 'string' ? value : null

export const nationalityOf = ({ person }: CaseFile): Fact<readonly string[]> =>
  fact(words(person?.content.nationality), 'person', 'nationality', person?.content.nationality)

export const sexOf = ({ person }: CaseFile): Fact<string> =>
  fact(word(person?.content.sex), 'person', 'sex', person?.content.sex)

/** Where the journey leads: of the latest movement that was not called off. */
export function destinationOf(file: CaseFile): Fact<string> {
  const movements = ofType(file, 'movement').filter(({ content }) => content.stage !== 'cancelled' && word(content.to))
  const to = latest(movements, 'departedOn')?.content.to
  return fact(word(to), 'movement', 'to', to)
}

/** As recorded, else as the countries of the episodes say. */
export function traffickingTypeOf(file: CaseFile): Fact<string> {
  const { traffickingType } = file.case.content
  if (isAnswered(traffickingType)) return fact(word(traffickingType), 'case', 'traffickingType', traffickingType)
  const { type, countries } = suggestTraffickingType(file)
  return type === null
    ? fact<string>(null, 'case', 'traffickingType', traffickingType)
    : fact(type, 'episode', 'countryOfExploitation', countries)
}

/** Trafficked across a border; somebody who was found not to be trafficked was not. */
export function acrossBorder(file: CaseFile): Fact<boolean> {
  const conclusion = conclusionInForce(file)
  if (conclusion === 'not_trafficked') return fact(false, 'determination', 'conclusion', conclusion)
  const { value, restsOn } = traffickingTypeOf(file)
  return { value: value === null ? null : value === 'cross_border' || value === 'both', restsOn }
}

export function strandedOf({ case: { content } }: CaseFile): Fact<boolean> {
  const { stranded } = content
  return fact(stranded === 'yes' ? true : stranded === 'no' ? false : null, 'case', 'stranded', stranded)
}

/** Completed years at first assistance as the youngest and oldest that the answers allow. */
export function ageOf({ case: { content } }: CaseFile): Fact<{ readonly from: number; readonly to: number }> {
  const years = yearsIn(content.ageAtAssistance)
  if (years !== null) return fact({ from: years, to: years }, 'case', 'ageAtAssistance', years)
  const group = ageGroupCounted(content)
  const span = group === 'child' ? { from: 0, to: 17 } : group === 'adult' ? { from: 18, to: 120 } : null
  return fact(span, 'case', 'ageGroup', content.ageGroup)
}
