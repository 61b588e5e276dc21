import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth, wrapped } from '#reports/charts/text-width.ts'

const word = fc.stringMatching(/^[A-Za-zА-яÀ-ž]{1,24}$/)

test('a name that was given its own width stands whole, in whatever unit the width was worked out', () => {
  fc.assert(
    fc.property(
      word,
      fc.double({ min: 6, max: 40, noNaN: true }),
      fc.integer({ min: 0, max: 200 }),
      (name, size, more) => {
        const room = (textWidth(name) * size + more - more) / size
        expect(wrapped(name, room, 2)).toEqual([name])
      },
    ),
  )
})

test('what does not fit ends in an ellipsis and fits', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.double({ min: 2, max: 10, noNaN: true }),
      (words, room) => {
        const lines = wrapped(words.join(' '), room, 2)
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(room + 0.91)
      },
    ),
  )
})
