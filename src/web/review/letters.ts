/** Letters of a text, marked where the other text has none in the same order. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/** Longer texts are shown without marks: names are short. */
const most = 200

/**
 * Both texts in pieces: what stands in both in the same order (longest common subsequence), and what does not. Texts without a letter in
 * common, as in two scripts, are left unmarked.
 */
export function compared(a: string, b: string): readonly [readonly Piece[], readonly Piece[]] {
  const [left, right] = [[...a], [...b]]
  if (left.length > most || right.length > most) return [[{ text: a, differs: false }], [{ text: b, differs: false }]]
  const fold = (letter: string) => letter.toLowerCase()
  const width = right.length + 1
  const length = new Int32Array((left.length + 1) * width)
  const at = (i: number, j: number) => length[i * width + j] as number
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      length[i * width + j] =
        fold(left[i] as string) === fold(right[j] as string)
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1))
  if (at(0, 0) === 0) return [[{ text: a, differs: false }], [{ text: b, differs: false }]]
  const [mine, theirs]: [boolean[], boolean[]] = [[], []]
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    const both = i < left.length && j < right.length
    if (both && fold(left[i] as string) === fold(right[j] as string)) {
      mine[i++] = false
      theirs[j++] = false
    } else if (j >= right.length || (both && at(i + 1, j) >= at(i, j + 1))) mine[i++] = true
    else theirs[j++] = true
  }
  return [pieces(left, mine), pieces(right, theirs)]
}

function pieces(letters: readonly string[], differs: readonly boolean[]): Piece[] {
  const found: Piece[] = []
  for (const [i, letter] of letters.entries()) {
    const last = found.at(-1)
    if (last && last.differs === differs[i]) found[found.length - 1] = { ...last, text: last.text + letter }
    else found.push({ text: letter, differs: differs[i] === true })
  }
  return found
}
