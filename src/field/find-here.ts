import { nameOf, realWordIn, wordIn } from '#casework/person-name.ts'
import { readCaseNumber } from '#changes/case-number.ts'
import { nameSkeletons, trigrams } from '#dictionary/skeleton.ts'
import type { CarriedFile } from './carried.ts'

/** A person among those carried who may be the one looked for; the same shape as the server's answer. */
export interface FoundHere {
  readonly person: string
  readonly name: string | null
  readonly otherNames: string | null
  readonly birthYear: string | null
  readonly sex: string | null
  readonly nationality: readonly string[]
  readonly cases: readonly {
    readonly id: string
    readonly office: string
    readonly number: string | null
    readonly category: string | null
    readonly registeredOn: string | null
  }[]
  readonly score: number
  readonly why: 'name' | 'case_number'
}

/** As on the server: a name with one wrong letter still holds about this share of the query's pieces. */
const leastLikeness = 0.4

/** Searches the carried files by a name in any spelling or a case number. All in memory; nothing is indexed on the device. */
export function findHere(files: readonly CarriedFile[], text: string, limit: number): readonly FoundHere[] {
  const number = readCaseNumber(text)
  const pieces = new Set(nameSkeletons(text).flatMap(trigrams))
  const persons = Map.groupBy(files, file => file.case.person ?? file.case.id)
  const found = [...persons.values()].flatMap((own): FoundHere[] => {
    const [first] = own
    if (!first) return []
    if (number !== null && own.some(file => wordIn(file.case.content['number']) === number))
      return [line(first, own, 1, 'case_number')]
    const score = likeness(first, pieces)
    return score >= leastLikeness ? [line(first, own, score, 'name')] : []
  })
  return found.toSorted((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1)).slice(0, limit)
}

const nameFields = ['givenNames', 'middleNames', 'familyNames', 'preferredName', 'otherNames'] as const

function likeness({ person }: CarriedFile, pieces: ReadonlySet<string>): number {
  if (!person || pieces.size < 3) return 0
  const said = nameFields.flatMap(field => nameSkeletons(wordIn(person.content[field]) ?? ''))
  const held = new Set(said.flatMap(trigrams))
  return [...pieces].filter(piece => held.has(piece)).length / pieces.size
}

function line(first: CarriedFile, own: readonly CarriedFile[], score: number, why: FoundHere['why']): FoundHere {
  const content = first.person?.content ?? {}
  const { nationality } = content
  return {
    person: first.case.person ?? first.case.id,
    name: nameOf(first.person),
    otherNames: realWordIn(content['otherNames']),
    birthYear: realWordIn(content['birthDate'])?.slice(0, 4) ?? null,
    sex: wordIn(content['sex']),
    nationality: Array.isArray(nationality) ? (nationality as readonly string[]) : [],
    cases: own.map(({ case: { id, office, content: file } }) => ({
      id,
      office,
      number: wordIn(file['number']),
      category: wordIn(file['category']),
      registeredOn: wordIn(file['registeredOn']),
    })),
    score,
    why,
  }
}
