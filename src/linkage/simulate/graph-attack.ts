/**
 * Graph matching (after Vidanage and others 2020): whoever has the encodings, and a list of people of whom some are in them, needs no key. The
 * list is encoded with a key of one's own; whom a record is alike, and how much, is nearly the same under any key. Records with the same view
 * of the whole are matched first; the surest of them become anchors, and the others are matched by how alike they are to the anchors.
 */
export interface Graph {
  readonly size: number
  /** 0 to 1; symmetric. */
  readonly alike: (a: number, b: number) => number
}

const bins = 24
const rounds = 5
const mostAnchors = 80

/** For each node of `target` the node of `known` that it is taken for; null where the attacker is not sure. */
export function matchGraphs(target: Graph, known: Graph): (number | null)[] {
  const [a, b] = [matrixOf(target), matrixOf(known)]
  let matched = mutual(profiles(a, target.size), profiles(b, known.size))
  for (let round = 1; round <= rounds; round++) {
    const most = Math.min(mostAnchors, Math.ceil((target.size * round) / rounds / 2))
    const anchors = [...matched].sort((x, y) => x.doubt - y.doubt).slice(0, Math.max(5, most))
    matched = mutual(
      towards(
        a,
        target.size,
        anchors.map(each => each.from),
      ),
      towards(
        b,
        known.size,
        anchors.map(each => each.to),
      ),
    )
  }
  const found: (number | null)[] = Array.from({ length: target.size }, () => null)
  for (const { from, to, doubt } of matched) if (doubt < 0.9) found[from] = to
  return found
}

function matrixOf({ size, alike }: Graph): Float32Array {
  const matrix = new Float32Array(size * size)
  for (let x = 0; x < size; x++)
    for (let y = 0; y < x; y++) {
      const value = alike(x, y)
      matrix[x * size + y] = value
      matrix[y * size + x] = value
    }
  return matrix
}

/** The view of a node: its likenesses from the largest down, thinned out. */
function profiles(matrix: Float32Array, size: number): Float32Array[] {
  return Array.from({ length: size }, (_, at) => {
    const sorted = matrix
      .slice(at * size, (at + 1) * size)
      .sort()
      .reverse()
    return Float32Array.from({ length: bins }, (__, k) => sorted[Math.floor((size - 1) * (k / bins) ** 2)] ?? 0)
  })
}

const towards = (matrix: Float32Array, size: number, anchors: readonly number[]): Float32Array[] =>
  Array.from({ length: size }, (_, at) => Float32Array.from(anchors, anchor => matrix[at * size + anchor] ?? 0))

interface Match {
  readonly from: number
  readonly to: number
  /** Distance of the best by that of the second best: 0 sure, 1 a toss. */
  readonly doubt: number
}

/** Pairs that are each other's nearest. */
function mutual(left: readonly Float32Array[], right: readonly Float32Array[]): Match[] {
  const backBest = new Float64Array(right.length).fill(Number.POSITIVE_INFINITY)
  const back = new Int32Array(right.length).fill(-1)
  const forward = left.map((view, from) => {
    let [best, second, to] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1]
    right.forEach((other, at) => {
      const distance = apart(view, other)
      if (distance < best) [second, best, to] = [best, distance, at]
      else if (distance < second) second = distance
      if (distance < (backBest[at] ?? 0)) {
        backBest[at] = distance
        back[at] = from
      }
    })
    return { from, to, doubt: second === 0 ? 1 : best / second }
  })
  return forward.filter(({ from, to }) => back[to] === from)
}

function apart(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) {
    const gap = (a[k] ?? 0) - (b[k] ?? 0)
    sum += gap * gap
  }
  return sum
}
