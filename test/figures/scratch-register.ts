// A register with offices and facts given row by row: what the figures see, without the files behind it.

import { openRegister, type Register } from '#register/register.ts'
import { loadKeys } from '#register/keys.ts'
import { factColumn } from '#register/fact-columns.ts'
import { serviceBits, serviceMask } from '#register/service-bits.ts'
import { asOwner } from '#register/work.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from '../setup/database.ts'

export interface Fact {
  readonly office: string
  readonly year?: number | null
  readonly person?: number | null
  /** Cases are numbered; the same number in another year is the same case. */
  readonly caseNo?: number
  readonly count?: number
  readonly route?: string
  readonly dims?: Readonly<Record<string, string | readonly string[] | null>>
}

export interface Scratch {
  readonly register: Register
  office(code: string, o?: { kind?: string; region?: string | null; parent?: string }): Promise<string>
  facts(facts: readonly Fact[]): Promise<void>
  services(facts: readonly Fact[]): Promise<void>
  empty(): Promise<void>
  close(): Promise<void>
}

export const asOf = '2026-03-01T12:00:00.000Z'

export async function scratchRegister(): Promise<Scratch> {
  const database = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'waymark-keys-'))
  const keys = await loadKeys(join(folder, 'keys.json'))
  const register = await openRegister({ connection: database.url, keys, now: () => new Date(asOf) })
  const bits = serviceBits(register.dictionary())
  let serial = 0
  const id = (kind: number, n: number) =>
    `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`
  const insert = (table: string, facts: readonly Fact[]) =>
    asOwner(register, async client => {
      for (const fact of facts) {
        serial += 1
        const office = register.offices().byCode(fact.office)
        if (!office) throw new Error(`No office ${fact.office}`)
        const own: Record<string, unknown> = {
          office_id: office.id,
          region: office.region,
          case_id: id(2, fact.caseNo ?? 1_000_000 + serial),
          year: fact.year === undefined ? 2011 : fact.year,
          person_key: fact.person ?? null,
          count: fact.count ?? 1,
          route: fact.route ?? 'case_file',
          ...(table === 'fact_instance'
            ? { slot: fact.year ?? 0, services_all: serviceMask(bits, fact.dims?.['services'] ?? null) }
            : { record_id: id(3, serial) }),
        }
        const dims = Object.entries(fact.dims ?? {}).map(([name, value]) => [factColumn(name), value] as const)
        const row = { ...own, ...Object.fromEntries(dims) }
        const columns = Object.keys(row)
        const [values = []] = await register.codes.coded(columns, [Object.values(row)])
        await client.query(
          `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
          values,
        )
      }
    })
  return {
    register,
    async office(code, o = {}) {
      serial += 1
      const { kind = 'mission', region = 'EECA', parent } = o
      await asOwner(register, client =>
        client.query('insert into office (id, code, name, kind, parent, region) values ($1, $2, $3, $4, $5, $6)', [
          id(1, serial),
          code,
          `Mission ${code}`,
          kind,
          parent ?? null,
          region,
        ]),
      )
      await register.refresh()
      return id(1, serial)
    },
    facts: facts => insert('fact_instance', facts),
    services: facts => insert('fact_service', facts),
    empty: async () => {
      await asOwner(register, client => client.query('delete from fact_instance; delete from fact_service'))
    },
    async close() {
      await register.close()
      rmSync(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}
