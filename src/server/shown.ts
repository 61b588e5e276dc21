import type { z } from 'zod'
import { nameOf, realWordIn as real, wordIn as word } from '#casework/person-name.ts'
import { workLines } from '#casework/work-line.ts'
import type { Match as Found } from '#register/find.ts'
import type { TodayView } from '#register/today.ts'
import type { Match, TodayItem } from './contract/register.ts'
import type { Out } from './route.ts'

/** Lines of lists from masked records: what the reader may not see is not in the record, and becomes null here. */

export function matchView({ person, cases, score, why }: Found): Out<z.output<typeof Match>> {
  const { birthDate, sex, nationality, otherNames } = person.content
  return {
    person: person.id,
    name: nameOf(person),
    otherNames: real(otherNames),
    birthYear: real(birthDate)?.slice(0, 4) ?? null,
    sex: word(sex),
    nationality: Array.isArray(nationality) ? (nationality as string[]) : [],
    cases: cases.map(({ id, office, content }) => ({
      id,
      office,
      number: word(content['number']),
      category: word(content['category']),
      registeredOn: word(content['registeredOn']),
    })),
    score,
    why,
  }
}

type Item = Out<z.output<typeof TodayItem>>

/** Open work in the order of urgency, then conflicts, then leads nobody has looked at. */
export function todayItems({ cases, conflicts, leads }: TodayView): Item[] {
  const work: Item[] = cases.flatMap(workLines)
  const known = new Map(cases.map(each => [each.case.id, each]))
  const met = conflicts.map((conflict): Item => {
    const home = conflict.case === null ? undefined : known.get(conflict.case)
    return {
      kind: 'conflict',
      record: conflict.record,
      type: conflict.type,
      case: conflict.case,
      caseNumber: word(home?.case.content['number']),
      person: conflict.person,
      name: nameOf(home?.person ?? null),
      what: 'conflict',
      dueOn: null,
      late: false,
    }
  })
  const fresh = leads.map(
    (lead): Item => ({
      kind: 'lead',
      record: lead.id,
      type: 'lead',
      case: null,
      caseNumber: null,
      person: null,
      name: null,
      what: 'lead',
      dueOn: null,
      late: false,
    }),
  )
  return [...work, ...met, ...fresh]
}
