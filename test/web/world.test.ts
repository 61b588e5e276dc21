import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countries } from '#dictionary/data/countries.ts'
import { type Countries, projectionOf, worldOf } from '#web/figures/map/geometry.ts'
import { marksOf } from '#web/figures/map/marks.ts'

/** The map: every country and region has its place, what is no place has none, and circles say how many. */
const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json')
const world = worldOf(JSON.parse(readFileSync(file, 'utf8')) as Countries)
const regions = [...new Set(countries.map(([, , region]) => region))]

test('each of the countries and regions has a place on the globe', () => {
  for (const code of [...countries.map(([alpha2]) => alpha2), ...regions]) {
    const [longitude, latitude] = world.placeOf(code) ?? [Number.NaN, Number.NaN]
    expect(Math.abs(longitude), code).toBeLessThanOrEqual(180)
    expect(Math.abs(latitude), code).toBeLessThanOrEqual(90)
  }
  for (const [code, at] of [
    ['UA', [31, 49]],
    ['FR', [2, 47]],
    ['HT', [-73, 19]],
    ['MT', [14, 36]],
    ['XK', [21, 43]],
  ] as const) {
    const place = world.placeOf(code) ?? [0, 0]
    expect(Math.hypot(place[0] - at[0], place[1] - at[1]), code).toBeLessThan(2.5)
  }
})

test('what is not known, not asked or no country has no place', () => {
  for (const code of ['unknown', 'not_asked', 'did_not_say', 'none_recorded', 'stateless', '_others', 'HQ', ''])
    expect(world.placeOf(code), code).toBeNull()
})

test('the close map holds all its places, and never magnifies a single one without end', () => {
  const places = countries.map(([code]) => world.placeOf(code) ?? ([0, 0] as const))
  const frame = { width: 360, height: 240, margin: 40 }
  const whole = projectionOf([], frame).scale()
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 8 }), some => {
      const projection = projectionOf(some, frame)
      expect(projection.scale()).toBeGreaterThanOrEqual(whole * 0.999)
      expect(projection.scale()).toBeLessThanOrEqual(whole * 8.001)
      if (projection.scale() <= whole * 1.001) return
      for (const [x, y] of some) {
        const [left, top] = projection([x, y]) ?? [Number.NaN, Number.NaN]
        expect(left >= 0 && left <= frame.width && top >= 0 && top <= frame.height).toBe(true)
      }
    }),
  )
})

test('areas grow with the numbers; texts lie on no other text and on no other circle', () => {
  const aPlace = fc.record({
    code: fc.constantFrom(...countries.map(([code]) => code)),
    n: fc.integer({ min: 1, max: 5000 }),
  })
  const projection = projectionOf([], { width: 900, height: 420, margin: 40 })
  const some = fc.uniqueArray(aPlace, { selector: ({ code }) => code, maxLength: 40 })
  fc.assert(
    fc.property(some, values => {
      const placed = values.map(({ code, n }) => ({
        code,
        label: code,
        n,
        at: world.placeOf(code) ?? ([0, 0] as const),
      }))
      const marks = marksOf(placed, projection, { width: 900, format: String })
      expect(marks).toHaveLength(values.length)
      for (const [at, { n, radius }] of marks.entries()) {
        const next = marks[at + 1]
        if (next) expect(n >= next.n && radius >= next.radius).toBe(true)
      }
      const inside = marks.filter(({ text }) => text?.inside)
      for (const { x, y, code } of inside)
        for (const other of marks)
          if (other.code !== code) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(other.radius * 0.5)
    }),
    { numRuns: 60 },
  )
})
