import { expect } from 'vitest'
import type { Content } from '#dictionary/answer.ts'
import { migrants, type Registration } from '#linkage/synthetic/migrants.ts'
import { type Asker, newId } from '../server/house.ts'

/** An invented registration as the register takes it. */
export const contentOf = (r: Registration): Content => ({
  givenNames: r.given_name,
  ...(r.middle_name ? { middleNames: r.middle_name } : {}),
  ...(r.family_name ? { familyNames: r.family_name } : {}),
  ...(r.previous_family_name ? { otherNames: r.previous_family_name } : {}),
  ...(r.sex === 'female' || r.sex === 'male' ? { sex: r.sex } : {}),
  ...(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(r.birth_date) ? { birthDate: r.birth_date } : {}),
  ...(/^[A-Z]{2}$/.test(r.nationality) ? { nationality: [r.nationality] } : {}),
  ...(r.document ? { identityNumber: r.document } : {}),
})

export const invented = (persons: number, seed: number) => [...migrants({ persons, seed })]

/** Sends changes as somebody, and gives what became of each. */
export type Send = (changes: readonly object[]) => Promise<{ results: readonly { status: string }[] }>

export const sendAs =
  (worker: Asker): Send =>
  async changes =>
    (await worker.ask('POST', '/changes', { changes })).json() as Awaited<ReturnType<Send>>

/** Registers them at an office, each with a case. @returns the ids of the person records, in order. */
export async function registered(send: Send, office: string, people: readonly Content[]): Promise<string[]> {
  const ids: string[] = []
  const changes = people.flatMap(set => {
    const [person, file] = [newId(), newId()]
    ids.push(person)
    const of = { office, person, base: 0, madeAt: '2026-03-01T10:00:00Z', dictionary: 0 }
    return [
      { ...of, id: newId(), type: 'person', record: person, case: null, set },
      { ...of, id: newId(), type: 'case', record: file, case: file, set: { registeredOn: '2011-05' } },
    ]
  })
  for (let at = 0; at < changes.length; at += 100) {
    const { results } = await send(changes.slice(at, at + 100))
    expect(results.filter(({ status }) => status !== 'accepted')).toEqual([])
  }
  return ids
}
