import type { Chance } from '#dictionary/chance.ts'
import type { Day } from '../dates/calendar.ts'

/**
 * A date of birth as a clerk writes it down, with the doubts of migration: a day (75 in 100), 1 January when only the year is known (8), the year
 * (4), an age that is a year or two off, counted from the day of registration (4), nothing (6), day and month exchanged (1), a slip (2). In
 * Cambodia, Laos and Thailand one in ten is in the Buddhist era.
 */
export function writtenBirth(dice: Chance, birth: Day, o: { registered: Day; mission: string }): string {
  const way = dice.weighted<'day' | 'january' | 'year' | 'age' | 'none' | 'exchanged' | 'slip'>([
    ['day', 75],
    ['january', 8],
    ['year', 4],
    ['age', 4],
    ['none', 6],
    ['exchanged', 1],
    ['slip', 2],
  ])
  const era = ['KH', 'LA', 'TH'].includes(o.mission) && dice.yes(0.1) ? 543 : 0
  const year = birth.year + era
  switch (way) {
    case 'day':
      return dayText({ ...birth, year })
    case 'january':
      return dayText({ year: year + (dice.yes(0.15) ? dice.int(-1, 1) : 0), month: 1, day: 1 })
    case 'year':
      return String(year)
    case 'age':
      return `${o.registered.year - ageOn(birth, o.registered) + dice.int(-1, 1)}~`
    case 'exchanged':
      return birth.day <= 12 ? dayText({ year, month: birth.day, day: birth.month }) : dayText({ ...birth, year })
    case 'slip':
      return dayText({
        year: year + (dice.yes(0.3) ? dice.pick([-10, 10, -1, 1]) : 0),
        month: birth.month,
        day: (birth.day % 28) + 1,
      })
    case 'none':
      return ''
  }
}

function ageOn(birth: Day, on: Day): number {
  const had = on.month > birth.month || (on.month === birth.month && on.day >= birth.day)
  return on.year - birth.year - (had ? 0 : 1)
}

export const dayText = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
