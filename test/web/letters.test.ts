import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compared } from '#web/review/letters.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', 'Я', '😀'), maxLength: 12 })
const whole = (pieces: readonly { text: string }[]) => pieces.map(piece => piece.text).join('')
const common = (pieces: readonly { text: string; differs: boolean }[]) =>
  whole(pieces.filter(({ differs }) => !differs)).toLowerCase()

test('nothing of a text is lost, and what is not marked is the same on both sides', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = compared(a, b)
      expect([whole(left), whole(right)]).toEqual([a, b])
      const marked = [...left, ...right].some(({ differs }) => differs)
      if (marked) expect(common(left)).toBe(common(right))
      else
        expect([...a.toLowerCase()].some(letter => b.toLowerCase().includes(letter))).toBe(
          a.toLowerCase() === b.toLowerCase() && a !== '',
        )
    }),
  )
})

test('one letter that differs is marked, a capital is not, and two scripts are not', () => {
  expect(compared('Natalia', 'nataliya')).toEqual([
    [{ text: 'Natalia', differs: false }],
    [
      { text: 'natali', differs: false },
      { text: 'y', differs: true },
      { text: 'a', differs: false },
    ],
  ])
  expect(compared('Sunita', 'सुनिता')[0]).toEqual([{ text: 'Sunita', differs: false }])
})
