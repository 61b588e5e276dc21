// The published numbers of the sources against the proof-reader: what contradicts itself is found (D01 to D62), what does
// not is left in peace. The fixtures hold facts: ids, units and numbers in the words of this project.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readClaims } from '#exchange/claims/read.ts'
import { proofRead } from '#figures/proof/proof.ts'

const claimsIn = async (file: string) => (await readClaims(join(import.meta.dirname, file))).claims
const contradictions = await claimsIn('contradictions.csv')
const byDefect = Map.groupBy(contradictions, ({ id }) => id.split('/')[0] ?? '')

/** Defect → the lints that name it, each once. D51 (typing errors) and D60 (nothing contradicts) are not arithmetic. */
const expected: Readonly<Record<string, readonly string[]>> = {
  D01: ['two_values'],
  D02: ['part_sum'],
  D03: ['common_base', 'share_of_count'],
  D04: ['share_of_count'],
  D05: ['same_number'],
  D06: ['share_of_count'],
  D07: ['unlike_ends'],
  D08: ['crossover'],
  D09: ['change'],
  D10: ['change'],
  D11: ['threshold'],
  D12: ['share_of_count'],
  D13: ['sum_note'],
  D14: ['share_of_count'],
  D15: ['share_of_count'],
  D16: ['complement', 'no_base'],
  D17: ['share_of_count', 'share_sum'],
  D18: ['share_sum'],
  D19: ['share_sum'],
  D20: ['no_base', 'share_sum'],
  D21: ['no_base', 'share_sum'],
  D22: ['share_sum'],
  D23: ['share_sum'],
  D24: ['share_sum'],
  D25: ['whole_count'],
  D26: ['percent_sign'],
  D27: ['note_digit', 'part_sum'],
  D28: ['part_sum'],
  D29: ['two_values'],
  D30: ['part_sum'],
  D31: ['part_of_part'],
  D32: ['part_sum'],
  D33: ['part_sum'],
  D34: ['part_sum', 'share_of_count'],
  D35: ['two_values'],
  D36: ['part_sum'],
  D37: ['ages'],
  D38: ['two_values'],
  D39: ['two_values'],
  D40: ['part_sum'],
  D41: ['mixed_units'],
  D42: ['dates'],
  D43: ['no_whole'],
  D44: ['mixed_units'],
  D45: ['two_values'],
  D46: ['figure_numbers'],
  D47: ['names'],
  D48: ['names'],
  D49: ['sets_differ'],
  D50: ['no_period'],
  D52: ['dates'],
  D53: ['names'],
  D54: ['set_members'],
  D55: ['names'],
  D56: ['base_years'],
  D57: ['no_base'],
  D58: ['set_gaps'],
  D59: ['no_base'],
  D61: ['no_base', 'no_period', 'ranges'],
  D62: ['ages', 'no_base'],
  // Not in the list of the sources' defects: 21% of 88 is no number of persons, and 3909 is 390 with the mark of a note.
  N01: ['whole_count'],
  N02: ['note_digit', 'part_sum'],
}

test('every defect of the sources is encoded', () => {
  expect([...byDefect.keys()].toSorted()).toEqual(Object.keys(expected).toSorted())
})

test.each(Object.entries(expected))('%s is found, and nothing else in it', (defect, lints) => {
  const findings = proofRead(byDefect.get(defect) ?? [])
  expect([...new Set(findings.map(({ lint }) => lint))].toSorted()).toEqual(lints)
})

test('in one file with all others each defect is still found', () => {
  const found = proofRead(contradictions)
  const missed = Object.entries(expected).flatMap(([defect, lints]) =>
    lints
      .filter(lint => !found.some(each => each.lint === lint && each.claims.some(id => id.split('/')[0] === defect)))
      .map(lint => `${defect} ${lint}`),
  )
  expect(missed).toEqual([])
})

test('the arithmetic is that of the list of defects', () => {
  const said = proofRead(contradictions).map(({ text }) => text)
  for (const part of [
    '3,515 + 2,040 = 5,555, which is 57 more than 5,498',
    '53% needs a base of 5,634 to 5,740',
    '65% needs a base of 5,391 to 5,474',
    'From 1,656 to 2,040 is +23.2%',
    'From 1,565 to 2,040 is +30.4%',
    'it is true of 4 (CNAC 84%, CWA 59%, SAM 47%, ESA 44%)',
    '23 gives 53.5%, 24 gives 55.8%',
    'which leave 16% of 133',
    '52 + 28 + 3 + 4 = 87, which is 10 more than 77',
    'at most 10 in 195',
    '129 of 1,395 is 9.2%, not 5%',
  ])
    expect(
      said.some(text => text.includes(part)),
      part,
    ).toBe(true)
})

test('the four shares of 2011 agree on one base, which is not the one printed', () => {
  const shared = contradictions.filter(({ id }) => /^D0[346]\/(labour|sexual|female|children)/.test(id))
  const all = contradictions.find(({ id }) => id === 'D03/all')
  const whole = shared.map(claim => ({ ...claim, partOf: 'D03/all' }))
  const common = proofRead([...(all ? [all] : []), ...whole]).find(({ lint }) => lint === 'common_base')
  expect(common?.values).toMatchObject({ base: '5,498', low: '5,634', high: '5,715' })
})

test('what the sources have right is left in peace', async () => {
  const clean = await claimsIn('consistent.csv')
  expect(clean.length).toBeGreaterThan(200)
  expect(proofRead(clean).map(({ text }) => text)).toEqual([])
})
