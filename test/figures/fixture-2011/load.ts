import { importCore } from '#exchange/core/import.ts'
import { newId } from '#register/append.ts'
import { pushChanges } from '#register/push.ts'
import type { Register } from '#register/register.ts'
import { inWork, systemActor } from '#register/work.ts'
import { scratchFolder } from '../../exchange/scratch.ts'
import { regions, silentOffices } from './regions.ts'
import { type FixtureReturn, returnsOf2011 } from './returns.ts'
import { type FixtureRow, rowsBefore2008, rowsOf2008, rowsOf2010, rowsOf2011 } from './rows.ts'

/**
 * Loads what the sources say of 2011 into an empty register: instances by the import of core variables, returns and what
 * followed them as records of these cases. Nobody in it is real.
 */
export async function loadFixture2011(register: Register): Promise<void> {
  const rows = [...rowsOf2011(), ...rowsOf2008(), ...rowsOf2010(), ...rowsBefore2008()]
  await importRows(register, rows)
  await recordReturns(register, returnsOf2011(rows))
}

/** The same door as any mission's file. */
export async function importRows(register: Register, rows: readonly FixtureRow[]): Promise<void> {
  const folder = scratchFolder()
  try {
    await importCore(register, {
      file: folder.file('core.csv', coreCsv(rows)),
      offices: folder.file('offices.csv', officesCsv()),
      acceptValid: false,
      refused: folder.path('refused.csv'),
      dryRun: false,
    })
  } finally {
    folder.remove()
  }
}

function coreCsv(rows: readonly FixtureRow[]): string {
  const header =
    'office,year,case_reference,person_reference,sex,age_group,nationality,country_of_destination,trafficking_type,exploitation'
  const lines = rows.map(row =>
    [
      row.office,
      row.year,
      row.reference,
      row.reference,
      row.sex,
      row.ageGroup,
      row.nationality,
      row.destination,
      row.type,
      row.exploitation,
    ].join(','),
  )
  return `${[header, ...lines].join('\n')}\n`
}

function officesCsv(): string {
  const lines = regions.flatMap(({ code, offices }) =>
    Object.keys(offices).map(office => [office, `Mission ${office}`, code === '' ? '' : office, code].join(',')),
  )
  const silent = silentOffices.map(office => [office, `Mission ${office}`, office, 'AP'].join(','))
  return `${['code,name,country,region', ...lines, ...silent].join('\n')}\n`
}

async function recordReturns(register: Register, returns: readonly FixtureReturn[]): Promise<void> {
  const changes = returns.flatMap(({ row, to, services }) => {
    const { reference } = register.keys
    const person = reference('core-person', `p/${row.reference}`)
    const file = reference('core-case', `${row.office}/p/${row.reference}`)
    const office = register.offices().byCode(row.office)?.id ?? ''
    const of = { office, person, case: file, base: 0, madeAt: '2012-01-31T10:00:00Z', dictionary: 0 }
    const journey = { stage: 'completed', arrivedOn: '2011-08-15', ...(to === null ? {} : { to }) }
    return [
      { ...of, id: newId(), type: 'movement', record: newId(), set: journey },
      ...services.map(type => ({
        ...of,
        id: newId(),
        type: 'service',
        record: newId(),
        set: { type, deliveredOn: '2011-10-15' },
      })),
    ]
  })
  for (let at = 0; at < changes.length; at += 500) {
    const results = await inWork(register, systemActor, work => pushChanges(work, changes.slice(at, at + 500)))
    const refused = results.filter(({ status }) => status !== 'accepted')
    if (refused.length > 0) throw new Error(`${refused.length} refused: ${JSON.stringify(refused.slice(0, 2))}`)
  }
}
