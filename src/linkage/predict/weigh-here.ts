import { damerauLevenshtein } from '../distance/damerau.ts'
import { jaroWinkler } from '../distance/jaro-winkler.ts'
import { levenshtein } from '../distance/levenshtein.ts'
import type { Cell } from '../engine/engine.ts'
import type { Model } from '../model.ts'
import { type Row, written } from '../prepare/one-record.ts'
import { preparationOf } from '../prepare/preparations.ts'
import { type Condition, columnsOf } from '../settings/condition.ts'
import type { Comparison, Settings } from '../settings/settings.ts'
import { patternOf } from '../sql/compare.ts'
import { frequencyColumns } from '../train/frequencies.ts'
import { type Candidate, weighed } from './weigh.ts'

/**
 * One record held against a few, without an engine: what `compareSql` says in SQL said again in plain code, for a server that weighs a
 * dozen candidates while somebody types. That both give the same weights is tested.
 */
/** @returns a candidate for each of the known, the likeliest first. */
export function weighHere(
  model: Model,
  row: Row,
  known: readonly { readonly id: string; readonly row: Row }[],
): Candidate[] {
  const { settings } = model
  const mine = preparedOf(settings, row)
  const theirs = known.map(each => preparedOf(settings, each.row))
  const patterns = theirs.map(other =>
    patternOf(
      settings.compare,
      settings.compare.map(comparison => digitOf(comparison, mine, other)),
    ),
  )
  const frequencies = frequencyColumns(settings).flatMap(column => [
    theirs.map(() => mine.get(column) ?? null),
    theirs.map(other => other.get(column) ?? null),
  ])
  const at = known.map((_, i) => i + 1)
  return weighed(model, [at, patterns, known.map(() => ''), known.map(({ id }) => id), ...frequencies])
}

type Prepared = ReadonlyMap<string, Cell>

/** The prepared columns of one record; null where nothing was written. */
function preparedOf(settings: Settings, row: Row): Prepared {
  return new Map(
    settings.prepare.flatMap(entry => {
      const made = preparationOf(entry).prepare({ order: entry.order, roles: entry.roles })(
        entry.from.map(column => written(settings, row, column)),
      )
      return Object.entries(made).map(
        ([suffix, cell]) => [suffix === '' ? entry.as : `${entry.as}_${suffix}`, cell ?? null] as const,
      )
    }),
  )
}

/** 0: the comparison says nothing; then its levels, best first; then "different". */
function digitOf(comparison: Comparison, a: Prepared, b: Prepared): number {
  const missing = comparison.of.some(column => isNull(a, column) || isNull(b, column))
  if (missing || (comparison.neutral && holds(comparison.neutral, a, b))) return 0
  const level = comparison.levels.findIndex(({ when }) => holds(when, a, b))
  return level < 0 ? comparison.levels.length + 1 : level + 1
}

const isNull = (record: Prepared, column: string): boolean => (record.get(column) ?? null) === null

function holds(condition: Condition, a: Prepared, b: Prepared): boolean {
  if ('all' in condition) return condition.all.every(each => holds(each, a, b))
  if ('any' in condition) return condition.any.some(each => holds(each, a, b))
  const text = (record: Prepared, column: string): string | null => {
    const value = record.get(column) ?? null
    return value === null || typeof value === 'object' ? null : String(value)
  }
  const both = (column: string): readonly [string, string] | null => {
    const [left, right] = [text(a, column), text(b, column)]
    return left === null || right === null ? null : [left, right]
  }
  if ('either' in condition) return [a, b].some(record => text(record, condition.either) === condition.is)
  if ('equal' in condition)
    return columnsOf(condition).every(column => {
      const sides = both(column)
      return sides !== null && sides[0] === sides[1]
    })
  if ('crossed' in condition) {
    const [one, other] = condition.crossed
    const [mine, theirs] = [
      [text(a, one), text(a, other)],
      [text(b, other), text(b, one)],
    ]
    return mine.every((value, i) => value !== null && value === theirs[i])
  }
  if ('share' in condition) {
    const [mine, theirs] = [a, b].map(record => record.get(condition.share))
    if (!isList(mine) || !isList(theirs)) return false
    return [...new Set(mine)].filter(item => theirs.includes(item)).length >= condition.atLeast
  }
  if ('near' in condition) {
    const sides = both(condition.near)
    return sides !== null && Math.abs(Number(sides[0]) - Number(sides[1])) <= condition.within
  }
  const sides = both('similar' in condition ? condition.similar : condition.distance)
  if (sides === null) return false
  const [left, right] = sides
  // Sums of thirds that come to 0.7 come to a little less in another order.
  if ('similar' in condition) return (left === right ? 1 : jaroWinkler(left, right)) >= condition.atLeast - 1e-9
  return left === right || distance(condition.by, left, right) <= condition.atMost
}

const isList = (value: Cell | undefined): value is readonly string[] => typeof value === 'object' && value !== null

function distance(by: 'levenshtein' | 'damerau' | 'digits', left: string, right: string): number {
  switch (by) {
    case 'levenshtein':
      return levenshtein(left, right)
    case 'damerau':
      return damerauLevenshtein(left, right)
    case 'digits':
      return left.length === right.length ? [...left].filter((letter, i) => letter !== right[i]).length : 99
    default:
      return by satisfies never
  }
}
