import { describe, expect, test } from 'vitest'
import { consequences } from '#casework/follow.ts'
import { standing } from '#casework/standing.ts'
import { openWork, workToday } from '#casework/tasks.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aRecord, indicated, today } from './a-case.ts'

const opens = (file: Parameters<typeof consequences>[1]) => consequences(builtIn, file, today)
const asked = aRecord('consent', { purpose: 'service', decision: 'yes' })

describe('what follows by itself', () => {
  test('AS06 a child: involve a guardian, today', () => {
    expect(opens(aCase({ ageAtAssistance: 14 }))).toEqual([
      { type: 'task', key: 'task.guardian.case-1', set: { kind: 'guardian', dueOn: today } },
    ])
  })
  test('once: not again while the task is there, nor after it is done', () => {
    const done = aRecord('task', { kind: 'guardian', doneOn: '2026-11-01' })
    expect(opens(aCase({ ageAtAssistance: 14 }, [asked, done]))).toEqual([])
  })
  test('work has begun and nobody asked for consent', () => {
    expect(opens(aCase({}, [aRecord('service', { type: 'medical' })])).map(({ key }) => key)).toEqual([
      'task.consent_missing.case-1',
    ])
    expect(opens(aCase({}, [asked]))).toEqual([])
    expect(opens(aCase({}, [aRecord('task', { kind: 'guardian' })]))).toEqual([])
  })
  test('no work for what an outside source counted, nor for a closed case', () => {
    expect(opens(aCase({ ageGroup: 'child', route: 'outside_source' }))).toEqual([])
    expect(opens(aCase({ ageGroup: 'child', status: 'closed' }))).toEqual([])
  })
  test('the same file gives the same keys, and no key twice', () => {
    const file = aCase({ ageAtAssistance: 3 }, [aRecord('note', { text: 'x' })])
    const keys = opens(file).map(({ key }) => key)
    expect(opens(file).map(({ key }) => key)).toEqual(keys)
    expect(new Set(keys).size).toBe(2)
  })
})

describe('today', () => {
  const file = aCase({ status: 'active' }, [
    aRecord('task', { kind: 'other', dueOn: '2027-03-01' }),
    aRecord('task', { kind: 'documents', dueOn: '2026-11-25' }),
    aRecord('task', { kind: 'guardian', dueOn: '2026-11-01' }),
    aRecord('task', { kind: 'payment', dueOn: '2026-10-01', doneOn: '2026-10-02' }),
    aRecord('screening', { state: 'paused' }),
    aRecord('screening', { state: 'concluded' }),
    aRecord('visit', { visitedOn: '2026-05-01', nextOn: '2026-08-01' }),
    aRecord('visit', { visitedOn: '2026-08-02', nextOn: '2026-11' }),
  ])

  test('overdue first; a month is due all through; a follow-up that took place is no longer due', () => {
    expect(openWork(file, today).map(({ kind, state, dueOn }) => [kind, state, dueOn])).toEqual([
      ['task', 'overdue', '2026-11-01'],
      ['visit', 'due', '2026-11'],
      ['task', 'due', '2026-11-25'],
      ['task', 'later', '2027-03-01'],
      ['screening', 'open', null],
    ])
  })
  test('grouped by case, the most urgent case first, nothing for later', () => {
    const other = {
      ...file,
      case: aRecord('case', {}, { id: 'case-0' }),
      records: [aRecord('task', { dueOn: '2026-01-01' })],
    }
    const closed = { ...file, case: aRecord('case', { status: 'closed' }, { id: 'case-9' }), records: indicated }
    const groups = workToday([file, other, closed], today)
    expect(groups.map(group => [group.case.id, group.work.length])).toEqual([
      ['case-0', 1],
      ['case-1', 4],
    ])
  })
  test('a case reopened with its old closing date is open', () => {
    const reopened = aCase({ status: 'active', closedOn: '2026-01-01' }, [aRecord('screening', { state: 'open' })])
    expect(openWork(reopened, today)).toHaveLength(1)
  })
})

describe('where things stand', () => {
  const file = aCase(
    { category: 'vulnerable_migrant', ageGroup: 'adult', ageAtAssistance: 'did_not_say', ageBand: 'not_asked' },
    [
      ...indicated,
      aRecord('consent', { purpose: 'interview', decision: 'yes' }),
      aRecord('risk', { level: 'high', assessedOn: '2026-11-01', reviewOn: '2026-12-01' }),
      aRecord('risk', { level: 'low', assessedOn: '2026-06-01' }),
      aRecord('task', { kind: 'other', dueOn: '2026-11-01' }),
    ],
  )
  const now = standing(builtIn, file, { today })

  test('the head of the page', () => {
    expect(now).toMatchObject({
      category: 'vulnerable_migrant',
      determination: null,
      openTasks: 1,
      overdue: 1,
      nextOn: '2026-12-01',
    })
    expect(now.evidence.reading).toBe('indicated')
    expect(now.risk?.content.level).toBe('high')
    expect(now.counts).toMatchObject({ consent: 1, screening: 2, service: 0 })
    const states = Object.fromEntries(now.consents.map(({ purpose, reading }) => [purpose, reading.state]))
    expect(states).toMatchObject({ interview: 'yes', data: 'never_asked', sharing: 'never_asked' })
  })
  test('an answer kept back is an answer; what was not asked is not', () => {
    expect(now.completeness.find(({ section }) => section === 'age')).toEqual({
      type: 'case',
      section: 'age',
      answered: 2,
      all: 5,
    })
  })
  test('what the reader may not see is neither answered nor missing', () => {
    const seen = standing(builtIn, file, { today, seen: () => new Set(['open'] as const) })
    expect(seen.completeness.some(({ section }) => section === 'names')).toBe(false)
    expect(now.completeness.some(({ section }) => section === 'names')).toBe(true)
  })
})
