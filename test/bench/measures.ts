import { plainText } from '#dictionary/answer.ts'
// What is measured, through HTTP as a signed-in member of staff. Every loop has an end in number and in time.

import { uuidv7 } from 'uuidv7'
import { type Chance, chance } from '#dictionary/chance.ts'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import { nameOf } from '#casework/person-name.ts'
import type { Client } from './client.ts'
import { type Timing, timingOf } from './timing.ts'

/** A case of the register, and the caseworker who opens it. */
export interface Sample {
  readonly id: string
  readonly office: string
  readonly person: string
  readonly version: number
  readonly client: Client
}

interface CaseFile {
  readonly person: RecordView | null
  readonly case: RecordView
}

const dice = chance(20_261_122)

/** Opens each case once, one after the other, after a warm-up. */
export async function openCases(samples: readonly Sample[]): Promise<{ timing: Timing; files: CaseFile[] }> {
  const times: number[] = []
  const files: CaseFile[] = []
  for (const [place, { client, id }] of samples.entries()) {
    const { value, ms } = await client.call<CaseFile>('GET', `/api/cases/${id}?purpose=follow_up`)
    if (place >= 50) times.push(ms)
    files.push(value)
  }
  return { timing: timingOf(times), files }
}

/** Persons who are known, described anew as somebody would register them: who may be the same? */
export async function askPossiblySame(files: readonly CaseFile[], clients: ReadonlyMap<string, Client>, times: number) {
  const taken: number[] = []
  let found = 0
  for (const { person, case: file } of files.slice(0, times)) {
    const client = clients.get(file.office)
    if (!client || !person) continue
    const { givenNames, familyNames, birthDate, sex, nationality } = person.content
    const { value, ms } = await client.call<{ items: { match: { person: string } }[] }>(
      'POST',
      '/api/persons/possibly-same',
      { givenNames, familyNames, birthDate, sex, ...(Array.isArray(nationality) ? { nationality } : {}) },
    )
    taken.push(ms)
    if (value.items.some(({ match }) => match.person === person.id)) found += 1
  }
  return { timing: timingOf(taken), found: found / Math.max(1, taken.length) }
}

export interface Writing {
  readonly accepted: number
  /** Why, change by change: status and the codes of its problems. */
  readonly refused: readonly string[]
  readonly perSecond: number
  readonly timing: Timing
}

/** `writers` people at once, each sending the next change when the last is answered: notes, services, edits of the case. */
export async function writeChanges(
  samples: readonly Sample[],
  o: { writers: number; seconds: number },
): Promise<Writing> {
  const times: number[] = []
  const versions = new Map<string, number>()
  const refused: string[] = []
  const began = performance.now()
  const ends = began + o.seconds * 1_000
  const writer = async (): Promise<void> => {
    while (performance.now() < ends && times.length < 60_000) {
      const sample = dice.pick(samples)
      const change = changeFor(dice, sample, versions.get(sample.id) ?? sample.version)
      const { value, ms } = await sample.client.call<{ results: ChangeResult[] }>('POST', '/api/changes', {
        changes: [change],
      })
      const result = value.results[0]
      if (result?.status === 'accepted' || result?.status === 'merged') {
        times.push(ms)
        if (change.record === sample.id && result.version !== null) versions.set(sample.id, result.version)
      } else refused.push(`${change.type}: ${result?.status} ${result?.problems.map(each => each.code).join(', ')}`)
    }
  }
  await Promise.all(Array.from({ length: o.writers }, writer))
  const seconds = (performance.now() - began) / 1_000
  return { accepted: times.length, refused, perSecond: times.length / seconds, timing: timingOf(times) }
}

function changeFor(from: Chance, sample: Sample, version: number) {
  const base = {
    id: uuidv7(),
    office: sample.office,
    person: sample.person,
    case: sample.id,
    madeAt: new Date().toISOString(),
    dictionary: 1,
  }
  const today = base.madeAt.slice(0, 10)
  const added = { ...base, record: uuidv7(), base: 0 }
  return from.weighted([
    [
      {
        ...added,
        type: 'note',
        set: { notedOn: today, text: 'Spoke by telephone. The next visit is on Friday, papers are on the way.' },
      },
      4,
    ],
    [
      {
        ...added,
        type: 'service',
        set: {
          type: from.pick(['legal', 'medical', 'transport', 'shelter']),
          deliveredOn: today,
          provider: 'own',
          cost: { amount: '40.00', currency: 'USD' },
        },
      },
      4,
    ],
    [
      {
        ...base,
        type: 'case',
        record: sample.id,
        base: version,
        set: { legalStatus: from.pick(['citizen', 'irregular', 'asylum_seeker']) },
      },
      2,
    ],
  ])
}

export interface Searching {
  readonly timing: Timing
  /** Share of the searches whose person was among the first twenty. */
  readonly found: number
  /** Share of the searches that were answered with twenty others of exactly that name: a mission of the demo has dozens of each. */
  readonly namesakes: number
}

/** The full name with one letter missing, two swapped or one wrong; by a caseworker of the office. */
export async function searchNames(
  files: readonly CaseFile[],
  clients: ReadonlyMap<string, Client>,
  count: number,
): Promise<Searching> {
  const named = files.filter(file => typeof file.person?.content['familyNames'] === 'string')
  const times: number[] = []
  let found = 0
  let namesakes = 0
  for (const file of named.slice(0, count + 5)) {
    const client = clients.get(file.case.office)
    const content = file.person?.content
    if (!client || !content) continue
    const text = `${plainText(content['givenNames'])} ${misspelt(dice, plainText(content['familyNames']))}`
    const { value, ms } = await client.call<{ matches: { person: string; name: string | null }[] }>(
      'POST',
      '/api/find',
      { text, limit: 20 },
    )
    times.push(ms)
    if (value.matches.some(match => match.person === file.person?.id)) found += 1
    else if (value.matches.length === 20 && value.matches.every(match => match.name === nameOf(file.person)))
      namesakes += 1
  }
  return { timing: timingOf(times.slice(5)), found: found / times.length, namesakes: namesakes / times.length }
}

/** Works on characters as people see them, so that a Khmer name stays writable. */
function misspelt(from: Chance, name: string): string {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].map(each => each.segment)
  if (letters.length < 4) return name
  const at = from.int(1, letters.length - 2)
  const kind = from.pick(['missing', 'swapped', 'wrong'] as const)
  if (kind === 'missing') letters.splice(at, 1)
  else if (kind === 'swapped') letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
  else letters[at] = from.pick(letters)
  return letters.join('')
}
