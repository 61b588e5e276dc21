import { isReserved } from '#dictionary/answer.ts'
import { type Dictionary, labelOf, listOf } from '#dictionary/dictionary.ts'
import type { Dimension } from '#dictionary/dimensions.ts'
import type { OfficeDirectory } from '#register/office-directory.ts'
import { byWay } from './accumulation.ts'
import type { Indicator } from './indicators/indicator.ts'
import { FigureProblem } from './problem.ts'
import { missingKeys } from './rows.ts'
import { say } from './words.ts'

/** Names that files and people use for a dimension. `gender` is none of them: it is a dimension beside `sex`. */
const aliases: Readonly<Record<string, string>> = { citizenship: 'nationality' }

/** What labels and values are looked up in. */
export interface Words {
  readonly dictionary: Dictionary
  readonly offices: OfficeDirectory
}

/** The dimensions an indicator can be counted by, in the order of the dictionary. */
export function dimensionsFor(dictionary: Dictionary, indicator: Indicator): readonly Dimension[] {
  return [...dictionary.dimensions.values()].filter(each => each.facts.includes(indicator.facts))
}

/**
 * May rows along this dimension be added? Where each unit has one value, and the units are rows that are summed: a person may
 * stand in several rows, and numbers counted in different ways over time have no sum.
 */
export const addsAlong = ({ measure, oneAnswer, distinct }: Indicator, { id, multiple }: Dimension): boolean =>
  (measure === 'count' || measure === 'usd') &&
  distinct === undefined &&
  (!multiple || oneAnswer === true) &&
  id !== byWay

/** @throws FigureProblem unknown_dimension or dimension_not_for_indicator, with what exists. */
export function dimensionNamed(dictionary: Dictionary, indicator: Indicator, name: string): Dimension {
  const id = aliases[name.trim().toLowerCase()] ?? name.trim().toLowerCase()
  const choices = dimensionsFor(dictionary, indicator)
  const found = choices.find(each => each.id === id)
  if (found) return found
  const ids = choices.map(each => each.id)
  if (dictionary.dimensions.has(id))
    throw new FigureProblem(
      'dimension_not_for_indicator',
      `${indicator.id} cannot be counted by ${id}. They can be counted by: ${ids.join(', ')}.`,
      ids,
    )
  throw new FigureProblem('unknown_dimension', `There is no dimension ${name}. There are: ${ids.join(', ')}.`, ids)
}

/** Codes and labels of a dimension's known values; null where they are not a list (years). */
export function valuesOf(words: Words, dimension: Dimension): readonly { code: string; label: string }[] | null {
  if (dimension.id === 'office') return words.offices.all().map(({ code, name }) => ({ code, label: name }))
  if (dimension.list === null) return null
  const codes = listOf(words.dictionary, dimension.list)?.codes
  return codes ? codes.map(({ code, label }) => ({ code, label })) : null
}

/**
 * The value as the facts hold it: the code of the list whatever its case, `unknown` and its kin, a year.
 * @throws FigureProblem unknown_value, with what exists.
 */
export function valueNamed(words: Words, dimension: Dimension, name: string): string {
  const wanted = name.trim()
  const missing = wanted.toLowerCase()
  if (missingKeys.includes(missing) && dimension.id !== 'office') return missing
  if (dimension.id === 'year') {
    if (/^[12]\d{3}$/.test(wanted)) return wanted
    throw new FigureProblem('unknown_value', `${name} is not a year.`)
  }
  if (dimension.id === 'month') {
    if (/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(wanted)) return wanted
    throw new FigureProblem('unknown_value', `${name} is not a month. Write 2022-05.`)
  }
  const values = valuesOf(words, dimension)
  if (values === null) return wanted
  const found =
    values.find(each => each.code === wanted) ?? values.find(each => each.code.toLowerCase() === wanted.toLowerCase())
  if (found) return found.code
  const codes = values.map(each => each.code)
  throw new FigureProblem(
    'unknown_value',
    `${dimension.id} has no value ${name}. It has: ${[...codes, 'unknown'].join(', ')}.`,
    codes,
  )
}

/** The label of a row; offices by name, years as they are. */
export function labelOfValue(words: Words, dimension: Dimension, key: string): string {
  if (key === 'none_recorded') return say('none_recorded')
  if (dimension.id === 'office') return words.offices.byCode(key)?.name ?? say('unknown_office')
  if (isReserved(key) || dimension.list !== null) return labelOf(words.dictionary, dimension.list ?? '', key)
  return key
}
