import { describe, expect, test } from 'vitest'
import { consentInForce, sevenAnswered } from '#casework/consent.ts'
import type { Content } from '#dictionary/answer.ts'
import { aCase, aRecord, today } from './a-case.ts'

const child: Content = { ageAtAssistance: 14 }
const consent = (content: Content) => aRecord('consent', content)

describe('in force', () => {
  test.each<[string, Content, Content[], string]>([
    ['silence is no yes', {}, [], 'never_asked'],
    ['another purpose says nothing', {}, [{ purpose: 'research', decision: 'yes' }], 'never_asked'],
    ['a yes', {}, [{ purpose: 'data', decision: 'yes' }], 'yes'],
    ['a no', {}, [{ purpose: 'data', decision: 'no' }], 'no'],
    ['an answer kept back is no yes', {}, [{ purpose: 'data', decision: 'did_not_say' }], 'never_asked'],
    ['withdrawn', {}, [{ purpose: 'data', decision: 'yes', withdrawnOn: '2026-11-22' }], 'withdrawn'],
    ['withdrawn from tomorrow', {}, [{ purpose: 'data', decision: 'yes', withdrawnOn: '2026-11-23' }], 'yes'],
    [
      'given again after a withdrawal',
      {},
      [
        { purpose: 'data', decision: 'yes', givenOn: '2026-05-01' },
        { purpose: 'data', decision: 'yes', givenOn: '2026-02-01', withdrawnOn: '2026-03-01' },
      ],
      'yes',
    ],
    [
      'a child’s own yes is not enough',
      child,
      [{ purpose: 'data', decision: 'yes', childAssent: 'yes' }],
      'never_asked',
    ],
    ['the guardian’s yes is not enough', child, [{ purpose: 'data', guardianConsent: 'yes' }], 'never_asked'],
    ['the child refuses', child, [{ purpose: 'data', guardianConsent: 'yes', childAssent: 'no' }], 'no'],
    ['guardian and child agree', child, [{ purpose: 'data', guardianConsent: 'yes', childAssent: 'yes' }], 'yes'],
  ])('%s', (_, content, records, state) => {
    const reading = consentInForce(aCase(content, records.map(consent)), 'data', { today })
    expect(reading.state).toBe(state)
  })

  test('AS06 assent is read apart from the guardian’s consent', () => {
    const file = aCase(child, [consent({ purpose: 'service', guardianConsent: 'yes' })])
    expect(consentInForce(file, 'service', { today }).lacks).toEqual(['assent'])
  })

  test('who does not agree to the interview has refused it, whatever else is ticked', () => {
    const file = aCase({}, [consent({ purpose: 'interview', decision: 'yes', agreesToInterview: 'no' })])
    expect(consentInForce(file, 'interview', { today }).state).toBe('no')
  })
})

test('seven questions: which have no answer', () => {
  const record = consent({ agreesToInterview: 'yes', informedOfPurpose: 'no', informedOfUse: 'unknown' })
  expect(sevenAnswered(record)).toMatchObject({ answered: 2 })
  expect(sevenAnswered(record).missing).toContain('informedOfUse')
})
