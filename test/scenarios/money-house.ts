import { expect } from 'vitest'
import type { RoleId, Scope } from '#access/role.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, type House, newId } from '../server/house.ts'

/** Cases with money, told through the API: what the scenarios of funds and reintegration share. */

export const usd = (amount: string) => ({ amount, currency: 'USD' })

export interface Told {
  readonly record: string
  readonly status: string
  readonly codes: readonly string[]
}

/** One change through the door, and what the server says to it. */
export async function tell(
  who: Asker,
  change: {
    type: string
    office: string
    person?: string | null
    case?: string | null
    record?: string
    base?: number
    set: Content
  },
): Promise<Told> {
  const record = change.record ?? newId()
  const sent = {
    person: null,
    case: null,
    base: 0,
    ...change,
    id: newId(),
    record,
    madeAt: '2026-03-01T10:00:00Z',
    dictionary: 0,
  }
  const reply = await who.ask('POST', '/changes', { changes: [sent] })
  expect(reply.statusCode).toBe(200)
  const [result] = reply.json().results as { status: string; problems: { code: string }[] }[]
  return { record, status: result?.status ?? '', codes: (result?.problems ?? []).map(({ code }) => code) }
}

export async function accepted(...args: Parameters<typeof tell>): Promise<string> {
  const told = await tell(...args)
  expect([told.status, told.codes]).toEqual(['accepted', []])
  return told.record
}

export const staffAt = async (house: House, role: RoleId, office: OfficeRow, scope: Scope = 'office'): Promise<Asker> =>
  house.as(await house.account(`${role}.${newId()}`, [{ role, office: office.id, scope }]))

export interface Opened {
  readonly office: string
  readonly person: string
  readonly case: string
}

/** A person with a case, as the worker registers them. */
export async function aFile(who: Asker, office: string, about: Content, content: Content = {}): Promise<Opened> {
  const [person, id] = [newId(), newId()]
  await accepted(who, { type: 'person', office, person, record: person, set: about })
  const set = { registeredOn: '2026-02-10', ...content }
  await accepted(who, { type: 'case', office, person, case: id, record: id, set })
  return { office, person, case: id }
}

export const records = async (who: Asker, file: Opened, type: string): Promise<readonly RecordView[]> =>
  ((await who.ask('GET', `/cases/${file.case}`)).json().records as RecordView[]).filter(record => record.type === type)
