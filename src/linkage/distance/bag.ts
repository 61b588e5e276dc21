import { jaroWinkler } from './jaro-winkler.ts'

/**
 * How alike two names are as bags of words: words are paired, the most alike first, whatever their order, and Jaro-Winkler of the
 * pairs is weighed by their length. Words that find no partner count as nothing alike, but only at half weight: a document
 * that leaves out the patronymic still names the same person. 0 to 1; symmetric; two empty bags are equal.
 */
export function bagSimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 && right.length === 0) return 1
  const pairs = left
    .flatMap((a, i) => right.map((b, j) => ({ i, j, alike: jaroWinkler(a, b), weight: a.length + b.length, a, b })))
    .sort((x, y) => y.alike - x.alike || y.weight - x.weight || order(x, y))
  const [lonelyLeft, lonelyRight] = [new Set(left.keys()), new Set(right.keys())]
  let [sum, weight] = [0, 0]
  for (const pair of pairs) {
    if (!lonelyLeft.has(pair.i) || !lonelyRight.has(pair.j)) continue
    lonelyLeft.delete(pair.i)
    lonelyRight.delete(pair.j)
    sum += pair.alike * pair.weight
    weight += pair.weight
  }
  for (const i of lonelyLeft) weight += (left[i]?.length ?? 0) / 2
  for (const j of lonelyRight) weight += (right[j]?.length ?? 0) / 2
  return weight === 0 ? 0 : sum / weight
}

type Pair = { readonly a: string; readonly b: string }

/** The same pairing from both sides: words of a pair in alphabetical order. */
function order(x: Pair, y: Pair): number {
  const text = ({ a, b }: Pair) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  return text(x) < text(y) ? -1 : text(x) > text(y) ? 1 : 0
}
