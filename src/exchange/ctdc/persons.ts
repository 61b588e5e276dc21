import { type CtdcSchema, ctdcHeaders } from '#dictionary/ctdc.ts'
import { rootsOf } from '#register/links.ts'
import type { Register } from '#register/register.ts'
import { inWork, systemActor } from '#register/work.ts'
import { casesOf } from '../htcds/export.ts'
import { ctdcRow } from './export.ts'

/** A line of a table: the number that people see, and the cells. */
export interface PersonLine {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The register in the columns of a CTDC schema, one line a person: cases of records that people linked are one. Of each column what was recorded first
 * stands; a flag is 1 when any of the cases says so. Confidential cases are left out. @returns header first; `leftOut` says what is not there.
 */
export async function ctdcPersons(
  register: Register,
  o: { readonly office: string | null; readonly schema: CtdcSchema },
): Promise<{ readonly lines: readonly PersonLine[]; readonly leftOut: readonly string[] }> {
  const d = register.dictionary()
  const { cases, leftOut } = await casesOf(register, o.office)
  const roots = await inWork(register, systemActor, rootsOf)
  const header = ctdcHeaders[o.schema]
  const byPerson = Map.groupBy(cases, each => {
    const person = each.person?.id ?? each.case.person
    return person === null ? each.case.id : (roots.get(person) ?? person)
  })
  const rows = [...byPerson.values()].map(own =>
    own
      .toSorted((a, b) =>
        a.case.createdAt < b.case.createdAt
          ? -1
          : a.case.createdAt > b.case.createdAt
            ? 1
            : a.case.id < b.case.id
              ? -1
              : 1,
      )
      .map(each => ctdcRow(d, o.schema, each))
      .reduce((sofar, next) => sofar.map((cell, i) => joined(cell, next[i] ?? ''))),
  )
  // In an order that says nothing of when anybody came.
  rows.sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1))
  return { lines: [[...header], ...rows].map((cells, i) => ({ line: i + 1, cells })), leftOut }
}

const silent = new Set(['', '-99'])

const joined = (first: string, next: string): string =>
  silent.has(first) || (first === '0' && next === '1') ? (silent.has(next) ? first : next) : first
