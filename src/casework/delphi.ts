import { marked, type Value } from '#dictionary/answer.ts'
import type { Questionnaire } from '#dictionary/questionnaire.ts'

/**
 * The strength rule of the ILO/EC operational indicators (Delphi survey, 2009), as the literature reports it: screening
 * support, not a legal determination. The rule is known second-hand; each list carries its own provenance.
 */
export type Strength = 'S' | 'M' | 'W'
/** 1 deceptive recruitment, 2 coercive recruitment, 3 abuse of vulnerability at recruitment, 4 exploitation,
 * 5 coercion at destination, 6 abuse of vulnerability at destination. */
export type Dimension = 1 | 2 | 3 | 4 | 5 | 6
export const delphiDimensions = [1, 2, 3, 4, 5, 6] as const

export interface WeightedIndicator {
  readonly code: string
  readonly dimension: Dimension
  readonly strength: Strength
}

/** One list of the questionnaire for one profile (adult/child, labour/sexual). */
export interface IndicatorList {
  readonly id: string
  readonly version: string
  readonly provenance: string
  readonly verified: boolean
  readonly indicators: readonly WeightedIndicator[]
}

/** The weighted indicators of a questionnaire; one that is not of its list, or of unknown strength, weighs nothing. */
export function indicatorListOf(questionnaire: Questionnaire): IndicatorList {
  const { id, version, provenance, verified, sections } = questionnaire
  const indicators = sections
    .flatMap(section => section.questions)
    .flatMap((question): WeightedIndicator[] => {
      const { dimension, strength } = question
      if (dimension === undefined || (strength !== 'S' && strength !== 'M' && strength !== 'W')) return []
      return [{ code: question.field?.code ?? question.id, dimension, strength }]
    })
  return { id, version, provenance, verified, indicators }
}

export interface DimensionReading {
  readonly positive: boolean
  /** Indicators marked yes, in the order of the list. */
  readonly rests: readonly string[]
  /** Indicators without a yes or a no: the dimension may still become positive. */
  readonly unanswered: readonly string[]
}

export type DelphiResult = 'none' | 'exploited' | 'deceived_and_exploited' | 'trafficking_indicated'

export interface DelphiReading {
  readonly result: DelphiResult
  readonly dimensions: Readonly<Record<Dimension, DimensionReading>>
  /** Indicators of the positive dimensions that carry the result. */
  readonly rests: readonly string[]
  readonly provenance: {
    readonly engine: 'delphi/1'
    readonly list: string
    readonly source: string
    readonly verified: boolean
  }
  /** Always true: shown beside every result. */
  readonly screeningOnly: true
}

/** Two strong; or one strong and any other; or three medium; or two medium and one weak. */
export function isPositive(s: number, m: number, w: number): boolean {
  return s >= 2 || (s >= 1 && s + m + w >= 2) || m >= 3 || (m >= 2 && w >= 1)
}

/**
 * @param indicators marks of the list `indicator`
 * @param of child: at the time it happened; act: an act was told (for a child, act and exploitation suffice)
 */
export function readDelphi(
  list: IndicatorList,
  indicators: Value | undefined,
  of: { readonly child: boolean; readonly act: boolean },
): DelphiReading {
  const yes = new Set(marked(indicators))
  const no = new Set(marked(indicators, 'no'))
  const dimensions = Object.fromEntries(
    delphiDimensions.map(dimension => [dimension, readDimension(list, dimension, { yes, no })]),
  ) as Record<Dimension, DimensionReading>
  const positive = (dimension: Dimension) => dimensions[dimension].positive
  const { result, carriers } = combine(positive, of)
  return {
    result,
    dimensions,
    rests: carriers.filter(positive).flatMap(dimension => dimensions[dimension].rests),
    provenance: {
      engine: 'delphi/1',
      list: `${list.id}@${list.version}`,
      source: list.provenance,
      verified: list.verified,
    },
    screeningOnly: true,
  }
}

function readDimension(
  list: IndicatorList,
  dimension: Dimension,
  answers: { readonly yes: ReadonlySet<string>; readonly no: ReadonlySet<string> },
): DimensionReading {
  const mine = list.indicators.filter(indicator => indicator.dimension === dimension)
  const held = mine.filter(({ code }) => answers.yes.has(code))
  const count = (strength: Strength) => held.filter(indicator => indicator.strength === strength).length
  return {
    positive: isPositive(count('S'), count('M'), count('W')),
    rests: held.map(({ code }) => code),
    unanswered: mine.map(({ code }) => code).filter(code => !answers.yes.has(code) && !answers.no.has(code)),
  }
}

/**
 * Adult: exploitation, coercion at destination, and deceptive or coercive recruitment together; abuse of vulnerability
 * (3 or 6) stands in for the recruitment. A combination without a row of its own counts as the weaker row.
 */
function combine(
  positive: (dimension: Dimension) => boolean,
  of: { readonly child: boolean; readonly act: boolean },
): { readonly result: DelphiResult; readonly carriers: readonly Dimension[] } {
  if (!positive(4)) return { result: 'none', carriers: [] }
  if (of.child && of.act) return { result: 'trafficking_indicated', carriers: [1, 2, 3, 4, 5, 6] }
  const means = positive(1) || positive(2) || positive(3) || positive(6)
  if (means && positive(5)) return { result: 'trafficking_indicated', carriers: [1, 2, 3, 4, 5, 6] }
  if (positive(1)) return { result: 'deceived_and_exploited', carriers: [1, 4] }
  return { result: 'exploited', carriers: [4] }
}
