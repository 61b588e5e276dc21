import { chance } from '#dictionary/chance.ts'

/** Id of record number `place` of unit number `index`. Place 0 is the person, 1 the case. */
export type DemoIds = (index: number, place: number) => string

/** First instant of the demo's ids: 2019-01-01, one second a unit, one millisecond a record (up to 1,000 a unit). */
const opening = 1_546_300_800_000

/**
 * UUIDs of version 7 from a seed: the same seed gives the same ids. They sort by unit, which keeps the pages of an index that
 * a bulk load fills next to each other.
 */
export function demoIds(seed: number): DemoIds {
  let known = -1
  let random = ''
  return (index, place) => {
    if (index !== known) {
      const dice = chance(seed ^ 0x6a09e667, index)
      random = dice.bits().toString(16).padStart(8, '0') + dice.bits().toString(16).padStart(8, '0')
      known = index
    }
    const at = (opening + index * 1_000 + place).toString(16).padStart(12, '0')
    const variant = '89ab'.charAt(place % 4)
    return `${at.slice(0, 8)}-${at.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 16)}${place
      .toString(16)
      .padStart(2, '0')
      .slice(-2)}`
  }
}
