import type { Chance } from '#dictionary/chance.ts'

const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** One slip of a hand on a keyboard: two letters exchanged, one left out, one twice, or its neighbour. The first letter is mostly kept. */
export function slip(dice: Chance, text: string): string {
  const letters = [...text]
  if (letters.length < 3) return text
  const at = dice.int(dice.yes(0.9) ? 1 : 0, letters.length - 2)
  const here = letters[at] ?? ''
  switch (dice.int(0, 3)) {
    case 0:
      letters.splice(at, 2, letters[at + 1] ?? '', here)
      break
    case 1:
      letters.splice(at, 1)
      break
    case 2:
      letters.splice(at, 0, here)
      break
    default:
      letters[at] = neighbour(dice, here)
  }
  return letters.join('')
}

/** The key beside; a letter that is on no key stays. */
function neighbour(dice: Chance, letter: string): string {
  const row = keys.find(each => each.includes(letter.toLowerCase()))
  if (row === undefined) return letter
  const at = row.indexOf(letter.toLowerCase())
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (dice.yes(0.5) ? 1 : -1)] ?? letter
}
