import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/permission.ts'
import type { RoleId, Scope } from '#access/role.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Change, ChangeResult } from '#changes/change.ts'
import { keysFrom } from '#register/keys.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { pushChanges } from '#register/push.ts'
import { openRegister, type Register } from '#register/register.ts'
import { inWork, systemActor } from '#register/work.ts'
import { freshDatabase } from '../setup/database.ts'

/** A register of its own with a small organisation: headquarters, one region, two missions. */
export interface Ground {
  readonly register: Register
  readonly top: OfficeRow
  readonly kyiv: OfficeRow
  readonly moscow: OfficeRow
  actor(role: RoleId, office: OfficeRow, scope?: Scope): Actor
  push(actor: Actor, ...changes: Change[]): Promise<ChangeResult[]>
  end(): Promise<void>
}

export async function ground(): Promise<Ground> {
  const database = await freshDatabase()
  const register = await openRegister({ connection: database.url, keys: keysFrom(randomBytes(32)), poolSize: 8 })
  const add = (code: string, kind: OfficeRow['kind'], parent: string | null, country: string | null) =>
    inWork(register, systemActor, work =>
      addOffice(work, { code, name: `Office ${code}`, kind, parent, country, region: parent ? 'EECA' : null }),
    )
  const top = await add('HQ', 'headquarters', null, null)
  const region = await add('RO', 'regional_office', top.id, null)
  const kyiv = await add('KYV', 'mission', region.id, 'UA')
  const moscow = await add('MOW', 'mission', region.id, 'RU')
  await register.refresh()
  return {
    register,
    top,
    kyiv,
    moscow,
    actor: (role, office, scope = 'office') => ({
      id: uuidv7(),
      kind: 'user',
      grants: [{ role, office: office.id, scope }],
    }),
    push: (actor, ...changes) => inWork(register, actor, work => pushChanges(work, changes)),
    async end() {
      await register.close()
      await database.drop()
    },
  }
}

export const change = (
  of: Pick<Change, 'type' | 'record' | 'office' | 'person' | 'case'> & { base?: number },
  set: Content,
): Change => ({ id: uuidv7(), base: 0, madeAt: new Date().toISOString(), dictionary: 0, ...of, set })

/** Changes that register a person with a case. */
export function newCase(office: OfficeRow, person: Content, kase: Content, personId = uuidv7()) {
  const caseId = uuidv7()
  const about = { office: office.id, person: personId }
  return {
    person: personId,
    case: caseId,
    changes: [
      change({ type: 'person', record: personId, ...about, case: null }, person),
      change({ type: 'case', record: caseId, ...about, case: caseId }, kase),
    ],
    hang: (type: string, set: Content, record = uuidv7()) => change({ type, record, ...about, case: caseId }, set),
    edit: (set: Content, base: number) => change({ type: 'case', record: caseId, ...about, case: caseId, base }, set),
    editPerson: (set: Content, base: number) =>
      change({ type: 'person', record: personId, ...about, case: null, base }, set),
  }
}
