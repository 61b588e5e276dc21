import type { ImportUnit } from '#register/import-unit.ts'
import { type ImportCount, importUnits } from '#register/import.ts'
import { loadOffices, type OfficeRow } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import type { Register } from '#register/register.ts'
import { inWork, systemActor, type Work } from '#register/work.ts'
import { ImportProblem } from './problem.ts'

export interface StoreOptions {
  readonly origin: string
  readonly dryRun: boolean
  onProgress?(done: number): void
}

/** Carries the count of a rehearsal out of a transaction that must not be kept. */
class Rehearsed extends Error {
  readonly count: ImportCount
  constructor(count: ImportCount) {
    super('rehearsed')
    this.count = count
  }
}

/**
 * One import is one transaction: offices that are missing are added, then the units. A rehearsal (dry run) does all of it and
 * takes it back, so that its counts are true.
 */
export async function store(
  register: Register,
  o: StoreOptions,
  prepare: (work: Work) => Promise<(work: Work) => AsyncIterable<ImportUnit>>,
): Promise<ImportCount> {
  try {
    return await inWork(register, systemActor, async work => {
      const units = await prepare(work)
      // Offices added a moment ago are not yet in the directory that the work began with.
      const now: Work = { ...work, offices: await loadOffices(work.client) }
      const { onProgress } = o
      const count = await importUnits(now, units(now), {
        origin: o.origin,
        ...(onProgress === undefined ? {} : { onProgress }),
      })
      if (o.dryRun) throw new Rehearsed(count)
      return count
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.count
    throw error
  } finally {
    await register.refresh()
  }
}

/** The office that stands for an outside source; made when there is none with this code. */
export async function outsideOffice(work: Work, code: string, name: string): Promise<OfficeRow> {
  const found = work.offices.byCode(code)
  if (found !== undefined) {
    if (found.kind !== 'outside_source') throw new ImportProblem('office_not_outside', { office: code })
    return found
  }
  const top = work.offices.all().find(office => office.parent === null && office.kind === 'headquarters')
  return addOffice(work, { code, name, kind: 'outside_source', parent: top?.id ?? null, country: null, region: null })
}

/** An office by its code. @throws ImportProblem office_unknown */
export function officeByCode(work: Pick<Work, 'offices'>, code: string): OfficeRow {
  const found = work.offices.byCode(code)
  if (found === undefined) throw new ImportProblem('office_unknown', { office: code })
  return found
}
