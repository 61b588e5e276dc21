import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { confidentialityOf } from '#casework/rights/confidentiality.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Sensitivity } from '#dictionary/field.ts'
import * as calls from '../api/calls.ts'
import type { Place } from '../api/push.ts'
import { usePermissions } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'

export interface OpenCase {
  readonly id: string
  readonly file: CaseFile
  readonly conflicts: readonly calls.Conflict[]
  readonly otherCases: readonly RecordView[]
  /** Name of a member of staff who appears in the file; empty when unknown. */
  staffName(id: string): string
  readonly place: Place
  readable(type: string): ReadonlySet<Sensitivity>
  writable(type: string): ReadonlySet<Sensitivity>
}

/** One case with its person and records, and what this reader may see and write of them. */
export function useCase(id: string): { open: OpenCase | null; error: unknown } {
  const me = useMe()
  const permissions = usePermissions()
  const { data, error } = useQuery({ queryKey: ['case', id], queryFn: () => calls.caseFile(id) })
  const open = useMemo((): OpenCase | null => {
    if (!data) return null
    const reply = data
    const file: CaseFile = { person: reply.person, case: reply.case, records: reply.records } as CaseFile
    const own =
      file.case.author === me.id ||
      file.case.content.caseworker === me.id ||
      confidentialityOf(file).named.some(({ content }) => content.who === me.id)
    const shared = [file.case.office, ...reply.otherCases.map(other => other.office)]
    const target = (type: string) =>
      type === 'person' && file.person
        ? { office: file.person.office, shared, own: own || file.person.author === me.id }
        : { office: file.case.office, own }
    return {
      id,
      file,
      conflicts: reply.conflicts,
      otherCases: reply.otherCases as readonly RecordView[],
      staffName: account => reply.people[account] ?? (account === me.id ? me.name : ''),
      place: { office: file.case.office, person: file.case.person, case: file.case.id },
      readable: type => permissions.readable(type, target(type)),
      writable: type => permissions.writable(type, target(type)),
    }
  }, [data, id, me, permissions])
  return { open, error }
}

/** What to call the person on this page, or null when no name is recorded or may be seen. */
export function callName(person: RecordView | null): string | null {
  const text = (field: string) => {
    const value = person?.content[field]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const full = [text('givenNames'), text('familyNames')].filter(Boolean).join(' ')
  return text('preferredName') ?? (full || null)
}
