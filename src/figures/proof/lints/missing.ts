import type { Book } from '../book.ts'
import type { Claim, Measure } from '../claim.ts'
import type { Found, Lint } from '../finding.ts'
import type { ProofSentence } from '../sentences.ts'
import { cellsIn } from '../words.ts'

const numbers: ReadonlySet<Measure> = new Set(['count', 'share', 'change', 'average', 'crossover', 'threshold'])

/** What must be printed beside a number. One finding lists all claims that lack the same. */
export const missing: readonly Lint[] = [
  /** R05: the base is stored and printed with every share and average. */
  lint('no_base', 'R05', lacksBase),
  /** R05: a count of some among others says how many there were in all. Ends of a change are compared, not shared. */
  lint(
    'no_whole',
    'R05',
    (claim, _, compared) =>
      claim.measure === 'count' &&
      claim.dimension !== null &&
      claim.category !== null &&
      claim.partOf === null &&
      claim.base === null &&
      !compared.has(claim.id),
  ),
  /** R25: every number is of a period or a day. */
  lint('no_period', 'R25', claim => numbers.has(claim.measure) && claim.period === null),
  /** R25: what is counted to date says since when, or that nobody knows. */
  lint(
    'no_start',
    'R25',
    ({ accumulation, period }) =>
      (accumulation === 'to_date' || accumulation === 'since') &&
      period?.from === null &&
      period.beginning !== 'unknown',
  ),
  /** R01: an indicator has exactly one unit. */
  lint('no_unit', 'R01', claim => claim.measure === 'count' && claim.unit === null),
  /** R18: what is taken from elsewhere stands with its citation. */
  lint('no_source', 'R18', claim => claim.measure === 'external' && claim.source === null),
]

/** A base that is withheld from the public is not lacking. */
function lacksBase(claim: Claim, book: Book): boolean {
  const whole = book.byId(claim.base) ?? book.byId(claim.partOf)
  const owed = claim.measure === 'share' || claim.measure === 'average'
  return owed && book.baseOf(claim) === null && whole?.value?.kind !== 'suppressed'
}

type Lacks = (claim: Claim, book: Book, compared: ReadonlySet<string>) => boolean

function lint(code: ProofSentence, rule: string, lacks: Lacks): Lint {
  return {
    id: code,
    rule,
    weight: 'gap',
    find(book): Found[] {
      const compared = new Set(
        book.claims.flatMap(({ changeFrom, changeTo }) => [changeFrom ?? [], changeTo ?? []].flat()),
      )
      const claims = book.claims.filter(claim => isPrinted(claim) && lacks(claim, book, compared))
      return claims.length === 0 ? [] : [{ code, claims, values: { cells: cellsIn(claims) } }]
    },
  }
}

const isPrinted = ({ value }: Claim): boolean => value?.kind === 'number' || value?.kind === 'range'
