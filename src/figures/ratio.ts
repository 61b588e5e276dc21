import type { Figure } from './figure-shape.ts'
import { FigureProblem } from './problem.ts'
import { grouped } from './words.ts'

/**
 * A ratio of two units is a thing of its own, declared here: no other pair of indicators can be divided, and the result
 * is no number of either.
 */
export interface Ratio {
  readonly id: string
  readonly label: string
  readonly definition: string
  /** Ids of indicators. */
  readonly of: string
  readonly by: string
}

export const ratios: ReadonlyMap<string, Ratio> = new Map(
  (
    [
      {
        id: 'consultations_per_call',
        label: 'Consultations per call',
        definition: 'Topics answered for each contact of a hotline; a contact may hold none, one or several.',
        of: 'consultations',
        by: 'calls',
      },
      {
        id: 'instances_per_person',
        label: 'Instances of assistance per person',
        definition: 'How often a person assisted was counted: by several missions, or in several years.',
        of: 'instances',
        by: 'persons',
      },
    ] satisfies Ratio[]
  ).map(each => [each.id, each]),
)

export interface RatioFigure {
  readonly id: string
  readonly label: string
  readonly definition: string
  /** Two decimals, half up, exact; null where either number is not available or the lower one is 0. */
  readonly value: string | null
  readonly text: string
  readonly of: Figure
  readonly by: Figure
}

/**
 * Divides two figures as a declared ratio does.
 * @throws FigureProblem unit_mismatch when they are other indicators, periods or conditions than the ratio asks for.
 */
export function ratioFigure(ratio: Ratio, of: Figure, by: Figure): RatioFigure {
  if (of.indicator !== ratio.of || by.indicator !== ratio.by)
    throw new FigureProblem('unit_mismatch', `${ratio.label} is ${ratio.of} by ${ratio.by} and nothing else.`)
  if (of.period.label !== by.period.label || JSON.stringify(of.where) !== JSON.stringify(by.where))
    throw new FigureProblem(
      'unit_mismatch',
      'The two numbers of a ratio are of one period and under the same conditions.',
    )
  const value = ratioOf(of.base.n, by.base.n)
  const text =
    value === null
      ? `${ratio.label}: not available`
      : `${ratio.label}: ${value} (${grouped(of.base.n ?? 0)} / ${grouped(by.base.n ?? 0)})`
  return { id: ratio.id, label: ratio.label, definition: ratio.definition, value, text, of, by }
}

/** Quotient with two decimals, half up, in integers; null where there is none. */
export function ratioOf(of: number | null, by: number | null): string | null {
  if (of === null || by === null || by === 0) return null
  const hundredths = (200n * BigInt(of) + BigInt(by)) / (2n * BigInt(by))
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}
