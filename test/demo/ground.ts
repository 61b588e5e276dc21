import { demoIds } from '#demo/ids.ts'
import { demoOffices, demoStaff } from '#demo/organisation.ts'
import { type DemoOptions, demoUnits } from '#demo/persons.ts'
import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import type { CaseFile, Change, RecordView } from '#changes/change.ts'

/** The demo organisation with ids, as a register would have given them. */
const ids = demoIds(4_711)
export const offices = demoOffices.map((office, i) => ({ id: ids(i, 0), code: office.code }))
const officeId = new Map(offices.map(office => [office.code, office.id]))
export const staff = demoStaff.map((member, i) => ({
  id: ids(100 + i, 0),
  role: member.role,
  office: officeId.get(member.office) ?? '',
}))
export const today = '2026-11-22'

export const unitsOf = (o: Partial<DemoOptions> & Pick<DemoOptions, 'persons' | 'seed'>): ImportUnit[] => [
  ...demoUnits({ today, offices, staff, ...o }),
]

export const viewOf = (draft: RecordDraft): RecordView => ({
  type: draft.type,
  id: draft.id,
  office: draft.office,
  person: draft.person,
  case: draft.case,
  version: 1,
  content: draft.set,
  dictionary: 1,
  author: draft.office,
  createdAt: `${today}T00:00:00.000Z`,
  updatedAt: `${today}T00:00:00.000Z`,
})

export const changeOf = (draft: RecordDraft): Change => ({
  id: draft.id,
  type: draft.type,
  record: draft.id,
  base: 0,
  office: draft.office,
  person: draft.person,
  case: draft.case,
  set: draft.set,
  madeAt: `${today}T00:00:00.000Z`,
  dictionary: 1,
})

/** The case file that a unit says; null for lines of offices. */
export function fileOf(unit: ImportUnit): CaseFile | null {
  const views = unit.records.map(viewOf)
  const home = views.find(view => view.type === 'case')
  if (!home) return null
  return {
    person: views.find(view => view.type === 'person') ?? null,
    case: home,
    records: views.filter(view => view.case === home.id && view.id !== home.id),
  }
}
