import { caseNumber } from '#changes/case-number.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { CarriedFile } from './carried.ts'

/**
 * The small caseload that is shown under duress: three invented people with everyday needs, nothing of exploitation, nothing
 * of anybody real. Dates lie in the last weeks, so that it does not look forgotten.
 */
export function shownFiles(o: {
  readonly office: string
  readonly officeCode: string
  readonly author: string
  readonly authorName: string
  readonly dictionary: number
  /** yyyy-mm-dd */
  readonly today: string
  /** 0..1; chance enough that two devices do not show the same three. */
  chance(): number
  newId(): string
}): readonly CarriedFile[] {
  const from = Math.floor(o.chance() * people.length)
  return [0, 1, 2].map(i => {
    const [givenNames, familyNames, sex, year] = people[(from + i) % people.length] ?? people[0]
    const person = o.newId()
    const id = o.newId()
    const registered = dayBefore(o.today, 12 + 9 * i + Math.floor(o.chance() * 5))
    const view = (type: string, record: string, on: string | null, content: Content, day: string): RecordView => ({
      type,
      id: record,
      office: o.office,
      person,
      case: on,
      version: 1,
      content,
      dictionary: o.dictionary,
      author: o.author,
      createdAt: `${day}T09:1${i}:00.000Z`,
      updatedAt: `${day}T09:1${i}:00.000Z`,
    })
    const running = 200 + Math.floor(o.chance() * 700)
    const number = caseNumber(o.officeCode, Number(registered.slice(0, 4)), running)
    const visit = dayBefore(o.today, 3 + i)
    return {
      person: view('person', person, null, { givenNames, familyNames, sex, birthDate: year }, registered),
      case: view(
        'case',
        id,
        id,
        { number, registeredOn: registered, caseworker: o.author, status: 'open' },
        registered,
      ),
      records: [
        view('note', o.newId(), id, { notedOn: visit, text: notes[i] ?? '' }, visit),
        view('task', o.newId(), id, { kind: 'follow_up', dueOn: dayBefore(o.today, -4 - 3 * i) }, visit),
      ],
      otherCases: [],
      conflicts: [],
      people: { [o.author]: o.authorName },
    }
  })
}

const people = [
  ['Maria', 'Costa', 'female', '1988'],
  ['Ivan', 'Petrov', 'male', '1979'],
  ['Amina', 'Hassan', 'female', '1995'],
  ['Carlos', 'Rivera', 'male', '1983'],
  ['Elena', 'Popova', 'female', '1991'],
  ['Yusuf', 'Ali', 'male', '1986'],
  ['Rosa', 'Mendes', 'female', '1974'],
] as const

const notes = [
  'Asked about language classes. Gave the timetable of the community centre.',
  'Needs winter clothes for two children; the parish store is open on Thursday.',
  'Came for the bus pass. Says the flat is fine and work goes on.',
]

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
