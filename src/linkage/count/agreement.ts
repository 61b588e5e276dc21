/** Two people judged the same things: how often they agreed, and how much more often than two who guess would. */
export interface Agreement {
  readonly pairs: number
  readonly agreed: number
  /**
   * Cohen’s kappa (Cohen 1960): (p − e) / (1 − e), p the share on which they agree, e the share on which they would by chance, from how often
   * each said each. Null when it says nothing: nobody judged twice, or both always said the same one thing.
   */
  readonly kappa: number | null
}

/** @param met how many things the first judged as `first` and the second as `second` */
export function agreementOf(
  met: readonly { readonly first: string; readonly second: string; readonly pairs: number }[],
): Agreement {
  const sum = (of: (each: (typeof met)[number]) => boolean) =>
    met.reduce((total, each) => total + (of(each) ? each.pairs : 0), 0)
  const pairs = sum(() => true)
  const agreed = sum(({ first, second }) => first === second)
  const said = [...new Set(met.flatMap(({ first, second }) => [first, second]))]
  const byChance = said.reduce(
    (total, each) => total + sum(({ first }) => first === each) * sum(({ second }) => second === each),
    0,
  )
  const expected = pairs === 0 ? 1 : byChance / pairs ** 2
  return { pairs, agreed, kappa: expected >= 1 ? null : (agreed / pairs - expected) / (1 - expected) }
}
