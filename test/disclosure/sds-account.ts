/** What SDS's accounting gives, written from its description: only for comparison at equal epsilon and delta. */

interface Row {
  readonly epsilon: number
  readonly persons: number
  readonly length: number
  readonly delta: number
  readonly weights: readonly number[]
  readonly rho: number
  readonly epsilonQ: number
  readonly sigmas: readonly number[]
  readonly firstThreshold: number
}

const long = (length: number) => Array.from({ length }, (_, at) => 1 / (at + 1))
const short = (length: number) => long(length).reverse()
const own = (persons: number) => 1 / (persons * Math.log(persons))

function row(
  [epsilon, persons, length]: readonly [number, number, number],
  [rho, epsilonQ, firstThreshold]: readonly [number, number, number],
  sigmas: readonly number[],
  weights = long(length),
): Row {
  return { epsilon, persons, length, delta: own(persons), weights, rho, epsilonQ, sigmas, firstThreshold }
}

/** Golden vectors: parameters recomputed independently and matched with the log of SDS's own build. */
export const golden: readonly Row[] = [
  row([4, 6000, 4], [0.29394, 0.03834, 109.12], [7.1796, 3.5898, 2.3932, 1.7949]),
  row([4, 6000, 4], [0.29394, 0.03834, 28.03], [1.7949, 2.3932, 3.5898, 7.1796], short(4)),
  row([12, 21_194, 3], [1.93279, 0.11351, 31.46], [1.9127, 0.9563, 0.6376]),
  row([12, 17_600, 4], [1.95508, 0.09887, 44.99], [2.7839, 1.3919, 0.928, 0.696]),
  row([1, 156_000, 3], [0.01584, 0.01028, 364.4], [21.128, 10.564, 7.0427]),
  row([4, 206_000, 3], [0.22804, 0.03899, 97.71], [5.5684, 2.7842, 1.8561]),
  row([12, 222_000, 4], [1.69227, 0.09199, 53.1], [2.9922, 1.4961, 0.9974, 0.7481]),
  row([4, 1000, 1], [0.34625, 0.08322, 17.56], [1.2077]),
]

/** rho by Bun and Steinke's conversion at half of delta, the share of the percentile, and the first threshold at 10 values a person. */
export function sdsAccount({ epsilon, delta, length, sigmas }: Row) {
  const log = Math.log(2 / delta)
  const rho = (Math.sqrt(epsilon * 0.995 + log) - Math.sqrt(log)) ** 2
  const epsilonQ = Math.sqrt((2 * rho * 0.01) / length)
  const most = 10
  const quantile = normalQuantile(-Math.log1p(-delta / 2) / most)
  return { rho, epsilonQ, firstThreshold: 1 + (sigmas[0] ?? 0) * Math.sqrt(most) * quantile }
}

/** z whose upper tail is p, by halving. */
function normalQuantile(p: number): number {
  let [low, high] = [0, 12]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    let fraction = 0
    for (let k = 300; k > 0; k--) fraction = k / (middle + fraction)
    const tail = Math.exp((-middle * middle) / 2) / Math.sqrt(2 * Math.PI) / (middle + fraction)
    if (tail > p) low = middle
    else high = middle
  }
  return low
}
