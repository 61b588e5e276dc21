import { randomFrom } from '#linkage/train/random.ts'

export interface Made {
  readonly id: string
  readonly person: number
  readonly cells: readonly string[]
}

const syllables = ['ka', 'ri', 'mo', 'ta', 'ne', 'lu', 'sha', 'vi', 'dor', 'an', 'bel', 'ish', 'ov', 'en', 'gra', 'til']
const places = [
  'Odesa',
  'Kyiv',
  'Lviv',
  'Chisinau',
  'Minsk',
  'Tbilisi',
  'Osh',
  'Bishkek',
  'Hanoi',
  'Phnom Penh',
  'Manila',
  'Lagos',
]

/** Records of imagined persons with slips of the pen: header, and a truth beside. Seeded. */
export function people(
  persons: number,
  { seed = 1, repeated = 0.4, errors = 0.15 } = {},
): { header: readonly string[]; records: readonly Made[] } {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const word = (length: number) => Array.from({ length }, () => pick(syllables)).join('')
  const given = Array.from({ length: 150 }, () => word(2))
  const family = Array.from({ length: 700 }, () => word(3))
  const skewed = (from: readonly string[]) => from[Math.floor(random() ** 2 * from.length)] as string
  const slip = (text: string): string => {
    if (random() > errors || text.length < 2) return text
    if (random() < 0.2) return ''
    const at = 1 + Math.floor(random() * (text.length - 1))
    return /\d/.test(text[at] ?? '')
      ? text.slice(0, at) + String(Math.floor(random() * 10)) + text.slice(at + 1)
      : text.slice(0, at) + pick([...'aeinorst']) + text.slice(at + (random() < 0.5 ? 1 : 0))
  }
  const records: Made[] = []
  for (let person = 0; person < persons; person++) {
    const born = `${1955 + Math.floor(random() * 50)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    const truth = [skewed(given), skewed(family), born, pick(places), String(100_000 + Math.floor(random() * 900_000))]
    let times = 1
    while (times < 4 && random() < repeated) times++
    for (let time = 0; time < times; time++)
      records.push({
        id: `r${String(Math.floor(random() * 1e9)).padStart(9, '0')}-${records.length}`,
        person,
        cells: time === 0 ? truth : truth.map(slip),
      })
  }
  return {
    header: ['number', 'given name', 'family name', 'born', 'place', 'phone'],
    records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

export const lines = (header: readonly string[], records: readonly Made[]): string[] => [
  header.join(','),
  ...records.map(record => [record.id, ...record.cells].join(',')),
]
