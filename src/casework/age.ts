import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, isReserved, type Value } from '#dictionary/answer.ts'
import { protectiveDisputes } from './assessment/age-dispute.ts'
import { ofType } from './latest.ts'
import { dayOf, youngestAge } from './when.ts'

/** Age is taken at the event, never today. A child is a person under eighteen (Palermo Protocol, Art. 3 d). */
export type AgeGroup = 'child' | 'adult'

const adultFrom = 18
const bands = ['0--8', '9--17', '18--20', '21--23', '24--26', '27--29', '30--38', '39--47', '48+'] as const
export type AgeBand = (typeof bands)[number]

export const groupOfAge = (years: number): AgeGroup => (years < adultFrom ? 'child' : 'adult')

export function bandOfAge(years: number): AgeBand {
  const band = bands.findLast(each => Number.parseInt(each, 10) <= years)
  return band ?? '0--8'
}

export function groupOfBand(band: string): AgeGroup | null {
  const known = bands.find(each => each === band)
  return known ? groupOfAge(Number.parseInt(known, 10)) : null
}

/** Whole years in a field; null when it holds no number. */
export const yearsIn = (value: Value | undefined): number | null =>
  typeof value === 'number' && value >= 0 ? value : null

/** The group a figure counts: declared, else from the age, else from the band, else the reserved word, else null. */
export function ageGroupCounted(content: Content): string | null {
  const { ageGroup, ageAtAssistance, ageBand } = content
  if (isAnswered(ageGroup) && typeof ageGroup === 'string') return ageGroup
  const years = yearsIn(ageAtAssistance)
  if (years !== null) return groupOfAge(years)
  const group = typeof ageBand === 'string' ? groupOfBand(ageBand) : null
  return group ?? wordIn(ageGroup, ageAtAssistance, ageBand)
}

/** The band a figure counts: declared, else from the age, else the reserved word, else null. */
export function ageBandCounted(content: Content): string | null {
  const { ageBand, ageAtAssistance } = content
  if (isAnswered(ageBand) && typeof ageBand === 'string') return ageBand
  const years = yearsIn(ageAtAssistance)
  return years === null ? wordIn(ageBand, ageAtAssistance) : bandOfAge(years)
}

const wordIn = (...values: (Value | undefined)[]): string | null => values.find(isReserved) ?? null

/** What a reading of childhood rests on: record type, record and field. */
export interface AgeGround {
  readonly type: string
  readonly record: string
  readonly field: string
}

export interface ChildReading {
  readonly child: boolean
  /** How the age is known (code of `age_basis`), null when nobody said. */
  readonly basis: string | null
  readonly rests: readonly AgeGround[]
}

/**
 * Is the person a child for this case? Any sign of an age under 18 is protective: a declared adult with an age of 17, a
 * band below 18, a birth date, or a dispute about the age (on the case, or a doubt that is open or undecided) keeps the reading "child" until the sign is taken back.
 * Partial birth dates are read at the youngest possible age on the day of registration.
 */
export function readChild(file: CaseFile): ChildReading {
  const { content } = file.case
  const rests: AgeGround[] = []
  const sign = (record: RecordView, field: string, holds: boolean) => {
    if (holds) rests.push({ type: record.type, record: record.id, field })
  }
  const years = yearsIn(content.ageAtAssistance)
  sign(file.case, 'ageAtAssistance', years !== null && groupOfAge(years) === 'child')
  sign(file.case, 'ageGroup', content.ageGroup === 'child')
  sign(file.case, 'ageBand', typeof content.ageBand === 'string' && groupOfBand(content.ageBand) === 'child')
  sign(file.case, 'ageDisputed', content.ageDisputed === 'yes')
  for (const dispute of protectiveDisputes(file)) sign(dispute, 'state', true)
  const born = dayOf(file.person?.content.birthDate)
  const at = dayOf(content.registeredOn) ?? file.case.createdAt.slice(0, 10)
  if (file.person) sign(file.person, 'birthDate', born !== null && groupOfAge(youngestAge(born, at)) === 'child')
  const basis = isAnswered(content.ageBasis) && typeof content.ageBasis === 'string' ? content.ageBasis : null
  return { child: rests.length > 0, basis, rests }
}

export const isChild = (file: CaseFile): boolean => readChild(file).child

/** Was the person a child when it happened? A child now was one then; an adult now may have been one in an episode. */
export function readChildThen(file: CaseFile): ChildReading {
  const now = readChild(file)
  const then = ofType(file, 'episode').flatMap(({ id, type, content }): AgeGround[] => {
    const age = yearsIn(content.ageAtEntry)
    const signs = {
      ageAtEntry: age !== null && groupOfAge(age) === 'child',
      majorityAtEntry: content.majorityAtEntry === 'child',
      majorityAtExploitation: content.majorityAtExploitation === 'child',
    }
    return Object.entries(signs)
      .filter(([, holds]) => holds)
      .map(([field]) => ({ type, record: id, field }))
  })
  return { child: now.child || then.length > 0, basis: now.basis, rests: [...now.rests, ...then] }
}
