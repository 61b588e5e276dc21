import { countCombinations } from './count.ts'
import { type Judged, judged, type Utility, utility } from './evaluate.ts'
import type { Domain, FactTable } from './facts.ts'

/** How a release stands against the people it was made from. For inside only: it is computed from them without noise. */
export interface UtilityCard {
  readonly note: string
  readonly sensitivePersons: number
  /** Records, or persons as the counts say. */
  readonly releasedPersons: number
  readonly lengths: readonly Utility[]
  /** Single values that few persons have, such as small countries: how many there are, and how many the release shows with a count above 0. */
  readonly small: { readonly below: number; readonly of: number; readonly told: number }
}

/** Fewer persons than this make a small country. */
const smallBelow = 50

/** The card of records, or of the counts of an aggregates.csv (`read-aggregates.ts`). */
export async function utilityCard(
  sensitive: FactTable,
  released: FactTable | Judged,
  length: number,
  signal?: AbortSignal,
): Promise<UtilityCard> {
  const longest = Math.min(length, sensitive.domain.groups)
  const exact = await countCombinations(sensitive, longest, { signal })
  const shown = 'persons' in released ? judged(await countCombinations(released, longest, { signal })) : released
  return {
    note: 'Computed from the persons themselves, without noise. Keep it inside: to publish it is a release of its own.',
    sensitivePersons: sensitive.persons,
    releasedPersons: shown.count([]) ?? 0,
    lengths: utility(exact, shown, possibleCombinations(sensitive.domain, longest)),
    small: smallValues(sensitive.domain, judged(exact), shown),
  }
}

function smallValues({ attributes }: Domain, exact: Judged, shown: Judged): UtilityCard['small'] {
  const few = [...attributes.keys()].filter(each => {
    const n = exact.count([each]) ?? 0
    return n > 0 && n < smallBelow
  })
  return { below: smallBelow, of: few.length, told: few.filter(each => (shown.count([each]) ?? 0) > 0).length }
}

/** How many combinations of each length the public lists allow: sums over choices of groups of the products of their sizes. */
export function possibleCombinations({ groupOf, groups }: Domain, longest: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0)
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1
  const possible = [1, ...Array.from({ length: longest }, () => 0)]
  for (const size of sizes) {
    for (let l = longest; l > 0; l--) possible[l] = (possible[l] ?? 0) + (possible[l - 1] ?? 0) * size
  }
  return possible
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

/** The card as a table for people. */
export function cardText({ note, sensitivePersons, releasedPersons, lengths, small }: UtilityCard): string {
  const header = [
    'values',
    'combinations',
    'mean count',
    'error',
    'error of all',
    'suppressed',
    'as none',
    'fabricated',
    'of released',
    'by count',
    'rare shown',
    'zeros right',
  ]
  const rows = lengths.map(each => [
    each.length === 0 ? 'all' : String(each.length),
    String(each.sensitive),
    each.meanCount.toFixed(2),
    each.error.toFixed(2),
    each.errorOfAll.toFixed(2),
    percent(each.suppressedShare),
    percent(each.sensitive === 0 ? 0 : each.shownAsNone / each.sensitive),
    percent(each.fabricatedOfSensitive),
    percent(each.fabricatedOfReleased),
    percent(each.fabricatedByCount),
    String(each.rareShown),
    each.zeros === 0 ? '-' : percent(each.zerosRight / each.zeros),
  ])
  const table = [header, ...rows]
  const widths = header.map((_, at) => Math.max(...table.map(row => (row[at] ?? '').length)))
  const lines = table.map(row => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '))
  return [
    `${sensitivePersons} persons, ${releasedPersons} in the release.`,
    ...lines,
    `Single values (such as countries) that fewer than ${small.below} persons have: ${small.of}, of which the release shows ${small.told}.`,
    note,
  ].join('\n')
}
