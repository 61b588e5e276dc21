import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { validityOf } from '#casework/document/expiry.ts'
import { consequences } from '#casework/follow.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const consent = aRecord('consent', { purpose: 'service', decision: 'yes' })
const follows = (...records: ReturnType<typeof aRecord>[]) =>
  consequences(builtIn, aCase({}, [consent, ...records]), today).map(({ record, set }) =>
    record ? [record, set] : set,
  )

/** Today is 2026-11-22. */
describe('a document with an end', () => {
  test.each<[Content, string | null]>([
    [{ kind: 'travel_document', validUntil: '2027-11-22' }, '2027-05-26'],
    [{ kind: 'travel_document', validUntil: '2027-11' }, '2027-05-05'],
    [{ kind: 'travel_document', validUntil: '2028~' }, '2027-07-05'],
    [{ kind: 'identity', validUntil: '2027-11-22' }, '2027-09-23'],
    [{ kind: 'visa', validUntil: '2027-11-22' }, '2027-09-23'],
    [{ kind: 'contract', validUntil: '2027-11-22' }, '2027-10-23'],
    // Time is up already, the document is not: today.
    [{ kind: 'travel_document', validUntil: '2027-01-31' }, today],
    [{ kind: 'visa', validUntil: today }, today],
    [{ kind: 'visa', validUntil: '2026-11' }, today],
    [{ kind: 'visa', validUntil: '2026-11-21' }, null],
    [{ kind: 'visa', validUntil: 'unknown' }, null],
    [{ kind: 'visa' }, null],
  ])('%j asks for a new one on %s', (content, dueOn) => {
    const document = aRecord('document', content)
    const expected = dueOn === null ? [] : [{ kind: 'document_expires', dueOn, about: document.id }]
    expect(follows(document)).toEqual(expected)
  })

  const later = { updatedAt: '2026-06-01T00:00:00.000Z' }
  const passport = (validUntil: string) => aRecord('document', { kind: 'travel_document', validUntil }, later)
  const taskOf = (document: { id: string }, dueOn: string, more: object = {}, set: Content = {}) =>
    aRecord('task', { kind: 'document_expires', about: document.id, dueOn, ...set }, more)

  test('once, whether the task is done or not', () => {
    const document = passport('2027-11-22')
    expect(follows(document, taskOf(document, '2027-05-26'))).toEqual([])
    expect(follows(document, taskOf(document, '2027-05-26', {}, { doneOn: '2026-10-01' }))).toEqual([])
    const other = passport('2027-11-22')
    expect(follows(document, other, taskOf(document, '2027-05-26'))).toEqual([
      { kind: 'document_expires', dueOn: '2027-05-26', about: other.id },
    ])
  })

  test.each([
    ['later', '2036-11-22', '2036-05-26'],
    ['sooner', '2027-02-01', today],
  ])('moves its open task when the end turns out to be %s', (_, until, dueOn) => {
    const document = passport(until)
    const task = taskOf(document, '2027-05-26')
    expect(follows(document, task)).toEqual([[task.id, { dueOn }]])
  })

  test('leaves alone what somebody moved since', () => {
    const document = passport('2036-11-22')
    expect(follows(document, taskOf(document, '2027-01-10', { updatedAt: '2026-06-02T00:00:00.000Z' }))).toEqual([])
  })

  test('asks again when it was renewed after the task was done', () => {
    const document = passport('2036-11-22')
    expect(follows(document, taskOf(document, '2027-05-26', {}, { doneOn: '2026-10-01' }))).toEqual([
      { kind: 'document_expires', dueOn: '2036-05-26', about: document.id },
    ])
  })

  test.each<[string, string]>([
    ['2026-11-21', 'over'],
    ['2025', 'over'],
    ['2026-11', 'soon'],
    ['2027-05-20', 'soon'],
    ['2027-05-22', 'valid'],
    ['unknown', 'none'],
  ])('until %s is %s', (validUntil, validity) => {
    expect(validityOf(aRecord('document', { kind: 'travel_document', validUntil }), today)).toBe(validity)
  })

  test('of a closed case asks for nothing', () => {
    const file = aCase({ status: 'closed' }, [consent, passport('2027-11-22')])
    expect(consequences(builtIn, file, today)).toEqual([])
  })
})

describe('a document of a step of justice', () => {
  const claim = aRecord('claim', {})
  const file = aCase({}, [consent, claim, aRecord('note', {}, { id: 'note-1' })])
  const refusals = (set: Content) =>
    checkCase(builtIn, file, aChange('document', { kind: 'court_paper', ...set }), { today }).map(p => [
      p.code,
      p.field,
    ])

  test.each<[string, Content, [string, string][]]>([
    ['of the same case', { step: claim.id }, []],
    ['none', {}, []],
    ['taken back', { step: null }, []],
    ['of another case', { step: 'claim-of-somebody-else' }, [['document_step_elsewhere', 'step']]],
    ['a record that is none', { step: 'note-1' }, [['document_step_elsewhere', 'step']]],
  ])('%s', (_, set, expected) => {
    expect(refusals(set)).toEqual(expected)
  })
})
