import { annualReport } from './annual/annual.ts'
import { donorKind } from './donor/kind.ts'
import type { ReportKind } from './kind.ts'
import { snapshotKind } from './snapshot/kind.ts'
import { ReportProblem } from './problem.ts'
import { situationKind } from './situation/kind.ts'
import { yearTables } from './year/year.ts'

/** Every kind of report. One entry is all it takes. */
export const reportKinds: readonly ReportKind[] = [yearTables, situationKind, donorKind, snapshotKind, annualReport]

/** @throws ReportProblem unknown_kind, with what exists. */
export function kindNamed(id: string): ReportKind {
  const found = reportKinds.find(each => each.id === id)
  if (found) return found
  const ids = reportKinds.map(each => each.id).join(', ')
  throw new ReportProblem('unknown_kind', `There is no report ${id}. There are: ${ids}.`)
}
