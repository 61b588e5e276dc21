import type { Figure } from './figure-shape.ts'
import { indicators } from './indicators/all.ts'
import { FigureProblem } from './problem.ts'

/**
 * The sum of figures in one unit whose conditions exclude each other, such as two regions in one year. Null as soon as one
 * of them is not available: what is missing is not 0.
 * @throws FigureProblem unit_mismatch across units, or where they are not one indicator; not_additive where one unit may
 *   stand in both: persons are counted together, never added.
 */
export function sumOf(figures: readonly Figure[]): number | null {
  const [first] = figures
  if (!first) return 0
  for (const each of figures) {
    if (each.unit !== first.unit) throw mismatch(`${each.unit}s and ${first.unit}s cannot be added.`)
    if (each.indicator !== first.indicator)
      throw mismatch(`${each.label} and ${first.label} are not one indicator and cannot be added.`)
  }
  const { measure, label } = indicators.get(first.indicator) ?? { measure: 'person', label: first.label }
  if (measure !== 'count' && measure !== 'usd')
    throw new FigureProblem('not_additive', `${label}: one may be in several figures. Ask for them together.`)
  for (const [at, a] of figures.entries())
    for (const b of figures.slice(at + 1))
      if (!apart(a, b))
        throw new FigureProblem('not_additive', `${label}: nothing says that the figures do not overlap.`)
  return figures.reduce<number | null>((sum, { base }) => (sum === null || base.n === null ? null : sum + base.n), 0)
}

/** Some condition of one value each tells them apart. A dimension of several answers does not: one unit may fit both. */
function apart(a: Figure, b: Figure): boolean {
  return Object.entries(a.where).some(([id, values]) => {
    const others = b.where[id]
    return oneValued.has(id) && others !== undefined && !values.some(value => others.includes(value))
  })
}

/** Dimensions that hold one value for whatever is counted, in every fact table but that of projects. */
const oneValued: ReadonlySet<string> = new Set(['year', 'office', 'region', 'sex', 'age_group', 'age_band'])

const mismatch = (message: string) => new FigureProblem('unit_mismatch', message)
