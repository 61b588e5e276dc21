import { permissionsOf } from '#access/permission.ts'
import { createAccount } from '#register/accounts.ts'
import { importPrepared, importUnits } from '#register/import.ts'
import { loadOffices, type OfficeDirectory } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { hashPassword } from '#register/password.ts'
import { RegisterProblem } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import { asOwner, systemActor, type Work } from '#register/work.ts'
import { type DemoStaff, demoOffices, demoOrganisation, demoPassword, demoStaff } from './organisation.ts'
import { dividedBatches } from './divide.ts'
import { type DemoWorker, demoOfficeUnits, demoUnits } from './persons.ts'

/** From so many persons on, the work is divided among threads. */
const dividedFrom = 20_000

export interface FillOptions {
  readonly persons: number
  readonly seed: number
  /** yyyy-mm-dd: the day the files are written on. */
  readonly today: string
  /** Rich files up to 99,999 persons and lean ones above, unless it is said here. */
  readonly profile?: 'rich' | 'lean' | undefined
  /** About so many services in each lean file; else 1.3. */
  readonly services?: number | undefined
  /** Units written so far. */
  onProgress?(done: number): void
  readonly signal?: AbortSignal
}

export interface FilledDemo {
  readonly organisation: string
  readonly persons: number
  readonly records: number
  readonly password: string
  readonly signIns: readonly Pick<DemoStaff, 'login' | 'name' | 'role' | 'office'>[]
}

/**
 * Loads the fictional organisation into an empty register: offices, staff, files. One transaction: a demo that was interrupted
 * leaves the register empty.
 * @throws RegisterProblem not_empty
 */
export async function fillDemo(register: Register, o: FillOptions): Promise<FilledDemo> {
  const password = await hashPassword(demoPassword)
  const records = await asOwner(register, async client => {
    await client.query('lock table office in share row exclusive mode')
    const { rowCount } = await client.query(
      '(select 1 from office limit 1) union all (select 1 from account limit 1) union all (select 1 from record limit 1)',
    )
    if (rowCount !== 0)
      throw new RegisterProblem(
        'not_empty',
        'The demo goes into an empty register only, and this one is in use. Choose another folder with --data.',
      )
    const work = workOf(register, client, await loadOffices(client))
    for (const { parent, ...office } of demoOffices) {
      const above = parent === null ? null : (await loadOffices(client)).byCode(parent)
      await addOffice(work, { ...office, parent: above?.id ?? null })
    }
    const placed = workOf(register, client, await loadOffices(client))
    const staff = await openAccounts(placed, password)
    const offices = placed.offices.all()
    const watch = { ...(o.onProgress ? { onProgress: o.onProgress } : {}), ...(o.signal ? { signal: o.signal } : {}) }
    const { persons, seed, today, profile, services } = o
    // Threads pay only for a large register, and know the built-in dictionary alone.
    if (persons < dividedFrom || placed.dictionary.version !== 0)
      return (await importUnits(placed, demoUnits({ ...o, offices, staff }), { origin: 'demo', ...watch })).created
    const loaded = await importPrepared(
      placed,
      dividedBatches(placed, { persons, seed, today, profile, services, staff }),
      watch,
    )
    const rest = await importUnits(placed, demoOfficeUnits({ persons, seed, today, profile, offices }), {
      origin: 'demo',
    })
    return loaded + rest.created
  })
  await register.refresh()
  const signIns = demoStaff.map(({ login, name, role, office }) => ({ login, name, role, office }))
  return { organisation: demoOrganisation, persons: o.persons, records, password: demoPassword, signIns }
}

/** The system at work on a transaction of the owner: offices, accounts and files are one outcome. */
function workOf(register: Register, client: Work['client'], offices: OfficeDirectory): Work {
  const now = register.now()
  return {
    register,
    client,
    actor: systemActor,
    permissions: permissionsOf(systemActor, offices.tree),
    dictionary: register.dictionary(),
    offices,
    now,
    today: now.toISOString().slice(0, 10),
  }
}

async function openAccounts(work: Work, password: string): Promise<DemoWorker[]> {
  const opened: DemoWorker[] = []
  for (const { name, login, role, office: code, scope } of demoStaff) {
    const office = work.offices.byCode(code)
    if (!office) throw new RangeError(`The office ${code} is missing.`)
    const account = await createAccount(work, {
      name,
      login,
      password,
      mustChange: false,
      grants: [{ role, office: office.id, scope }],
    })
    opened.push({ id: account.id, role, office: office.id })
  }
  return opened
}
