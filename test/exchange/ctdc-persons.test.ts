import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { publishCommand } from '#cli/publish.ts'
import { ctdcPersons } from '#exchange/ctdc/persons.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { accepted, staffAt } from '../scenarios/money-house.ts'
import { registered, sendAs } from '../matching/invented.ts'
import { type House, openHouse } from '../server/house.ts'

/** What is published of a register is of persons: who was registered twice and linked is one line. */
let house: House
let mission: OfficeRow
let dir: string
const women = 24
beforeAll(async () => {
  house = await openHouse()
  mission = await house.office('KYV', await house.office('HQ'))
  dir = await mkdtemp(join(tmpdir(), 'waymark-'))
  const worker = await staffAt(house, 'caseworker', mission)
  const focal = await staffAt(house, 'data_focal_point', mission)
  const people = [
    ...Array.from({ length: women }, () => ({ sex: 'female', nationality: ['UA'] })),
    ...Array.from({ length: 14 }, () => ({ sex: 'male', nationality: ['MD'] })),
  ]
  const ids = await registered(sendAs(worker), mission.id, people)
  const link = { other: ids[1] ?? '', verdict: 'same' }
  await accepted(focal, { type: 'link', office: mission.id, person: ids[0] ?? '', set: link })
}, 60_000)
afterAll(async () => {
  await house.close()
  await rm(dir, { recursive: true })
})

test('linked persons are one line, in an order that tells nothing', async () => {
  const { lines } = await ctdcPersons(house.register, { office: null, schema: 'ctdcC' })
  expect(lines).toHaveLength(1 + women - 1 + 14)
  const rows = lines.slice(1).map(({ cells }) => cells.join('\t'))
  expect(rows).toEqual(rows.toSorted((a, b) => (a < b ? -1 : 1)))
})

test('a table of the register comes out of the command line; a file and the register together are refused', async () => {
  const said: string[] = []
  const context: CliContext = {
    dataDir: dir,
    json: false,
    out: line => said.push(line),
    err: line => said.push(line),
    openRegister: () => Promise.resolve(house.register),
    close: async () => {},
  }
  const publish = (...args: string[]) => publishCommand(context).parseAsync(['table', ...args], { from: 'user' })
  const out = join(dir, 'out')
  await publish('--register', '--schema', 'ctdc-c', '--by', 'gender', '--out', out)
  const lines = (await readFile(join(out, 'table.csv'), 'utf8')).trim().split(/\r?\n/)
  expect(lines).toEqual(['gender,persons', `all,${women - 1 + 14}`, `Woman,${women - 1}`, 'Man,14'])
  for (const args of [['--register', '--input', 'x.csv'], []])
    await expect(publish(...args, '--schema', 'ctdc-c', '--by', 'gender', '--out', `${out}2`)).rejects.toThrow(
      '--register',
    )
  // Registered in 2011, of which the public lists know.
  expect(said.join()).not.toContain('not in the public lists')
})
