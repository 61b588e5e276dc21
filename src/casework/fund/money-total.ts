/** Sums of money lines of one project or fund, over every case. */
export interface MoneyTotal {
  readonly source: string
  /** `request`, `payment` or `delivery`. */
  readonly kind: string
  readonly state: string
  readonly currency: string
  /** Decimal text, in `currency`. */
  readonly amount: string
  /** The same through its stored rates; null when none is stored. */
  readonly based: string | null
  /** Lines without a rate. */
  readonly unrated: number
}
