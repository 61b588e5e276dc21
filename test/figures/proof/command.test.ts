// `waymark proof`: what it prints and how it exits.

import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { proofCommand } from '#cli/proof.ts'
import { scratchFolder } from '../../exchange/scratch.ts'

const scratch = scratchFolder()
afterAll(() => scratch.remove())
afterEach(() => {
  process.exitCode = undefined
})

async function proof(file: string, json = false) {
  const out: string[] = []
  const err: string[] = []
  const context: CliContext = {
    dataDir: '',
    json,
    out: line => out.push(line),
    err: line => err.push(line),
    openRegister: () => Promise.reject(new Error('The register is not needed.')),
    close: async () => undefined,
  }
  await proofCommand(context).exitOverride().parseAsync([file], { from: 'user' })
  return { out: out.join('\n'), err, code: process.exitCode }
}

const csv = (...lines: string[]) => scratch.file('claims.csv', lines.join('\n'))

test('findings, each with its claims, and exit code 1', async () => {
  const file = csv(
    'id,indicator,unit,value,period,dimension,category,part_of,remark',
    'all,Calls,call,10,2011,,,,x',
    'a,Calls,call,4,2011,day,one,all,',
    'b,Calls,call,5,2011,day,two,all,',
  )
  const { out, err, code } = await proof(file)
  expect(code).toBe(1)
  expect(out).toContain('Claims read: 3. Findings: 1.')
  expect(out).toContain('1. 4 + 5 = 9; 10 (Calls) leaves 1 unsaid.')
  expect(out).toContain('all (line 2): 10 – Calls, 2011')
  expect(err).toEqual(['Columns not read: remark.'])
  const { findings } = JSON.parse((await proof(file, true)).out)
  expect(findings).toMatchObject([{ lint: 'part_sum', rule: 'R23', code: 'sum_under', claims: ['all', 'a', 'b'] }])
})

test('nothing found is exit code 0', async () => {
  expect(await proof(join(import.meta.dirname, 'consistent.csv'))).toMatchObject({ code: 0, err: [] })
})

test('lines that cannot be read are named, and exit code 2', async () => {
  const { err, code } = await proof(csv('indicator,value', 'Calls,many', 'Calls'))
  expect(code).toBe(2)
  expect(err[0]).toMatch(/^line 2, column value: "many" is not a published number/)
  expect(err.slice(1)).toEqual([
    'line 3, column indicator: "Calls" the line has 1 values, the header has 2 columns',
    'Wrong lines: 2. Nothing was compared.',
  ])
})

test('the example of the documentation gives what the documentation says', async () => {
  const { out } = await proof(join(import.meta.dirname, '../../../docs/proof-example.csv'))
  expect(out.split('\n').filter(line => /^\d+\. /.test(line))).toEqual([
    '1. 164 of 412 is 39.8%, not 41% (male). 41% needs a base of 396 to 404.',
    '2. No whole numbers that are 60%, 41% of 412 sum to 412: they sum to 413 to 419.',
    '3. From 360 to 412 is +14.4%, not 20%.',
    '4. 23% + 74% = 97%. Rounding of 2 shares explains 100 to 101, not 97.',
  ])
})
