import { expect, test } from 'vitest'
import { audit, claim, highest, lowest, ours, sensitivityFromTable, tooLittleNoise } from './audit.ts'

// npm run audit:mechanism asks for more runs.
const runs = Number(process.env['WAYMARK_AUDIT_RUNS'] ?? 120)
/** Chance must not hide what is broken on purpose. */
const surely = Math.max(runs, 300)

test('bounds on a share, against published values', () => {
  expect(lowest(374, 2000)).toBeCloseTo(0.17, 2)
  expect(highest(0, 2000)).toBeCloseTo(0.0018, 4)
  expect(lowest(5, 10)).toBeCloseTo(0.1871, 4)
  expect(highest(5, 10)).toBeCloseTo(0.8129, 4)
})

test(`no pair of neighbours shows more than the claim (${runs} runs each)`, async () => {
  const verdicts = await audit(ours, runs)
  for (const { name, epsilonAtLeast } of verdicts)
    expect({ name, over: epsilonAtLeast > claim.epsilon }).toEqual({ name, over: false })
}, 600_000)

test('the audit finds a sensitivity that was read off the table', async () => {
  const verdicts = await audit(sensitivityFromTable, surely)
  expect(Math.max(...verdicts.map(each => each.epsilonAtLeast))).toBeGreaterThan(claim.epsilon)
}, 600_000)

test('the audit finds noise that is too small for a person', async () => {
  const verdicts = await audit(tooLittleNoise, surely)
  expect(Math.max(...verdicts.map(each => each.epsilonAtLeast))).toBeGreaterThan(claim.epsilon)
}, 600_000)
