import { uuidv7 } from 'uuidv7'
import { firstDay, lastDay, parsePartialDate } from '#dictionary/partial-date.ts'
import type { OfficeRow } from './office-directory.ts'
import { RegisterProblem } from './problem.ts'
import type { Work } from './work.ts'

type Dates = Pick<OfficeRow, 'opened' | 'closed'>

/** An office before it is there; dates that are left out are not recorded. */
export interface NewOffice extends Omit<OfficeRow, 'id' | 'version' | keyof Dates> {
  readonly id?: string
  readonly opened?: string | null | undefined
  readonly closed?: string | null | undefined
}

/** @throws RegisterProblem not_allowed, taken (code in use), invalid (no such parent; a second top office). */
export async function addOffice(work: Work, o: NewOffice): Promise<OfficeRow> {
  const { rows: others } = await work.client.query<{ id: string }>('select id from office limit 1')
  if (o.parent === null) {
    if (others.length > 0 && work.actor.kind !== 'system')
      throw new RegisterProblem('invalid', 'A new office needs a parent office.', { field: 'parent' })
  } else if (!work.permissions.may('manage_offices', { office: o.parent })) {
    throw new RegisterProblem('not_allowed', 'You may add offices only below your own.')
  } else if (!(await exists(work, o.parent))) {
    throw new RegisterProblem('invalid', 'The parent office does not exist.', { field: 'parent' })
  }
  const row: OfficeRow = {
    ...o,
    opened: o.opened ?? null,
    closed: o.closed ?? null,
    id: o.id ?? uuidv7(),
    version: 1,
  }
  checkDates(row)
  const inserted = await work.client.query(
    `insert into office (id, code, name, kind, parent, country, region, opened, closed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict on constraint office_code_taken do nothing`,
    [row.id, row.code, row.name, row.kind, row.parent, row.country, row.region, row.opened, row.closed],
  )
  if (inserted.rowCount === 0)
    throw new RegisterProblem('taken', 'This office code is already in use.', { field: 'code' })
  return row
}

/** Guarded by version: @throws stale when somebody else edited it since, not_found, not_allowed, invalid (a loop). */
export async function editOffice(
  work: Work,
  id: string,
  base: number,
  patch: Partial<Omit<OfficeRow, 'id' | 'version'>>,
): Promise<OfficeRow> {
  const current = work.offices.byId(id)
  if (!current || !work.permissions.may('manage_offices', { office: id }))
    throw new RegisterProblem('not_found', 'No such office, or it is not yours to change.')
  const next = { ...current, ...patch }
  if (next.parent !== current.parent) {
    if (next.parent === null || work.offices.tree.below(id).includes(next.parent))
      throw new RegisterProblem('invalid', 'An office cannot stand below itself.', { field: 'parent' })
    if (!work.permissions.may('manage_offices', { office: next.parent }))
      throw new RegisterProblem('not_allowed', 'You may move offices only below your own.')
  }
  checkDates(next)
  const { rows } = await work.client.query<OfficeRow>(
    `update office set code = $3, name = $4, kind = $5, parent = $6, country = $7, region = $8, opened = $9, closed = $10, version = version + 1
     where id = $1 and version = $2 returning id, code, name, kind, parent, country, region, opened, closed, version`,
    [id, base, next.code, next.name, next.kind, next.parent, next.country, next.region, next.opened, next.closed],
  )
  if (!rows[0]) throw new RegisterProblem('stale', 'Somebody else changed this office. Look again, then save.')
  return rows[0]
}

/** @throws RegisterProblem invalid for what is no date, and for an end before the beginning. */
function checkDates({ opened, closed }: Dates): void {
  const [from, to] = [opened, closed].map(date => (date === null ? null : parsePartialDate(date)))
  if (opened !== null && !from)
    throw new RegisterProblem('invalid', 'This is no date. Write 2008, 2008-05 or 2008-05-09.', { field: 'opened' })
  if (closed !== null && !to)
    throw new RegisterProblem('invalid', 'This is no date. Write 2008, 2008-05 or 2008-05-09.', { field: 'closed' })
  if (from && to && lastDay(to) < firstDay(from))
    throw new RegisterProblem('invalid', 'An office cannot close before it opens.', { field: 'closed' })
}

async function exists(work: Work, id: string): Promise<boolean> {
  return (await work.client.query('select 1 from office where id = $1', [id])).rowCount === 1
}
