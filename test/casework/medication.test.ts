import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { dosesDue, hoursDue } from '#casework/shelter/medication.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn, listOf } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const medicine: Content = { stay: 's', from: '2026-03-02', until: '2026-03-20', hours: ['2000', '0800'] }

describe('hours at which a medicine is due', () => {
  test.each<[string, Content, string, string[]]>([
    ['in order, on its first day', {}, '2026-03-02', ['0800', '2000']],
    ['on its last day', {}, '2026-03-20', ['0800', '2000']],
    ['not before', {}, '2026-03-01', []],
    ['not after', {}, '2026-03-21', []],
    ['for good without a last day', { until: null }, '2031-01-01', ['0800', '2000']],
    ['a last month is the whole month', { until: '2026-03' }, '2026-03-31', ['0800', '2000']],
    ['on its days of the week', { days: ['monday', 'friday'] }, '2026-03-06', ['0800', '2000']],
    ['not on others', { days: ['monday', 'friday'] }, '2026-03-07', []],
    ['never by the clock when it is given when needed', { hours: null }, '2026-03-02', []],
    ['nor when nobody said when', { hours: 'unknown' }, '2026-03-02', []],
    ['nor without a first day', { from: null }, '2026-03-02', []],
  ])('%s', (_, more, day, hours) => {
    expect(hoursDue({ ...medicine, ...more }, day)).toEqual(hours)
  })
})

describe('what became of each dose', () => {
  const kept = aRecord('medicine', medicine, { id: 'm' })
  const wrote = (hour: string, outcome: string, day = '2026-03-04') =>
    aRecord('dose', { medicine: 'm', day, hour, outcome }, { id: `d-${day}-${hour}` })
  const long = { day: '2026-03-01', time: '0000' }
  const states = (
    time: string,
    doses = [wrote('0800', 'given', '2026-03-03'), wrote('2000', 'refused', '2026-03-03')],
    since = long,
  ) =>
    dosesDue(kept, doses, { now: { day: '2026-03-04', time }, since }).map(
      ({ day, hour, state }) => `${day} ${hour} ${state}`,
    )

  test.each([
    ['0659', 'later'],
    ['0700', 'due'],
    ['0800', 'due'],
    ['0900', 'due'],
    ['0901', 'missed'],
  ])('at %s the dose of eight o’clock is %s', (time, state) => {
    expect(states(time)).toEqual([
      '2026-03-03 0800 given',
      '2026-03-03 2000 refused',
      `2026-03-04 0800 ${state}`,
      '2026-03-04 2000 later',
    ])
  })
  test('yesterday’s is missed until somebody writes it down, and one of another medicine is none of this', () => {
    const other = aRecord('dose', { medicine: 'n', day: '2026-03-03', hour: '2000', outcome: 'given' })
    expect(states('0100', [wrote('0800', 'given', '2026-03-03'), other])[1]).toBe('2026-03-03 2000 missed')
  })
  test('an hour late at night runs over midnight', () => {
    const late = aRecord('medicine', { ...medicine, hours: ['2330'] }, { id: 'm' })
    const at = (time: string) =>
      dosesDue(late, [], { now: { day: '2026-03-04', time }, since: long }).map(({ state }) => state)
    expect([at('0030'), at('0031')]).toEqual([
      ['due', 'later'],
      ['missed', 'later'],
    ])
  })
  test('what was over before the medicine was written down is nobody’s fault; its hour that still runs counts', () => {
    expect(states('1500', [], { day: '2026-03-04', time: '1400' })).toEqual(['2026-03-04 2000 later'])
    expect(states('0810', [], { day: '2026-03-04', time: '0805' })[0]).toBe('2026-03-04 0800 due')
  })
  test('law: each hour of a day is named once, in order, and what was written down is never called missed', () => {
    const clock = fc.constantFrom(...(listOf(builtIn, 'clock')?.codes ?? []).map(({ code }) => code))
    fc.assert(
      fc.property(
        fc.uniqueArray(clock),
        clock,
        fc.subarray(['given', 'refused', 'absent', 'not_given']),
        (hours, time, outcomes) => {
          const of = aRecord('medicine', { ...medicine, hours }, { id: 'm' })
          const doses = hours.slice(0, outcomes.length).map((hour, at) => wrote(hour, outcomes[at] ?? 'given'))
          const due = dosesDue(of, doses, { now: { day: '2026-03-04', time }, since: long })
          const moments = due.map(({ day, hour }) => `${day} ${hour}`)
          expect(moments).toEqual([...new Set(moments)].toSorted())
          expect(due).toHaveLength(2 * hours.length)
          for (const { dose, state } of due) expect(['missed', 'due', 'later'].includes(state)).toBe(dose === null)
        },
      ),
    )
  })
})

describe('what is refused', () => {
  const file = aCase({}, [
    aRecord('stay', { from: '2026-03-01' }, { id: 's' }),
    aRecord('medicine', medicine, { id: 'm' }),
    aRecord('medicine', { ...medicine, hours: null }, { id: 'needed' }),
    aRecord('dose', { medicine: 'm', day: '2026-03-03', hour: '0800', outcome: 'given' }, { id: 'd' }),
  ])
  const verdict = (type: string, set: Content, o: object = {}) =>
    checkCase(builtIn, file, aChange(type, set, o), { today }).map(({ code, field }) => `${code}.${field ?? ''}`)

  test.each<[string, Content, string[]]>([
    ['whole', { name: 'Iron', from: '2026-03-02', stay: 's' }, []],
    [
      'nothing',
      { hours: ['0800'] },
      ['medicine_incomplete.name', 'medicine_incomplete.from', 'medicine_incomplete.stay'],
    ],
    ['the stay of another file', { name: 'Iron', from: '2026-03-02', stay: 'x' }, ['medicine_incomplete.stay']],
    [
      'ending before it begins',
      { name: 'Iron', from: '2026-03-02', until: '2026-03-01', stay: 's' },
      ['date_before.until'],
    ],
  ])('a medicine: %s', (_, set, codes) => {
    expect(verdict('medicine', set)).toEqual(codes)
  })

  const dose: Content = { medicine: 'm', day: '2026-03-03', hour: '2000', outcome: 'given' }
  test.each<[string, Content, string[]]>([
    ['whole', dose, []],
    ['without what happened', { ...dose, outcome: null }, ['dose_incomplete.outcome']],
    ['of a medicine of another file', { ...dose, medicine: 'x' }, ['dose_incomplete.medicine']],
    ['at another hour', { ...dose, hour: '1200' }, ['dose_not_due.hour']],
    ['before the medicine begins', { ...dose, day: '2026-03-01' }, ['dose_not_due.hour']],
    ['at any hour when it is given when needed', { ...dose, medicine: 'needed', hour: '0330' }, []],
    ['a second time', { ...dose, hour: '0800' }, ['dose_twice.hour']],
  ])('a dose: %s', (_, set, codes) => {
    expect(verdict('dose', set)).toEqual(codes)
  })
  test('what was written down may be corrected', () => {
    expect(verdict('dose', { outcome: 'refused' }, { record: 'd', base: 1 })).toEqual([])
    expect(verdict('dose', { hour: '1200' }, { record: 'd', base: 1 })).toEqual(['dose_not_due.hour'])
  })
})
