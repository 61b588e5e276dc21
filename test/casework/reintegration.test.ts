import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences } from '#casework/follow.ts'
import { traffickedAgain } from '#casework/reintegration/again.ts'
import { followUps, monthsBetween, monthsLater } from '#casework/reintegration/follow-up.ts'
import { balanceOf, judgeDelivery } from '#casework/reintegration/package.ts'
import { planVersions } from '#casework/reintegration/plan-versions.ts'
import { scoresOf } from '#casework/reintegration/survey.ts'
import { openWork } from '#casework/tasks.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { scales, sustainability } from '#dictionary/data/sustainability.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const npr = (amount: string) => ({ amount, currency: 'NPR' })
const consent = aRecord('consent', {})
const item = aRecord('package_item', { kind: 'in_kind', ceiling: usd('2200'), agreed: usd('2200') }, { id: 'item-1' })
const delivered = (amount: string, state = 'released', id = `d-${amount}`) =>
  aRecord('delivery', { item: 'item-1', amount: usd(amount), state }, { id })
const codes = (file: CaseFile, change: ReturnType<typeof aChange>) =>
  checkCase(builtIn, file, change, { today }).map(({ code }) => code)
const opened = (file: CaseFile, day = today) => consequences(builtIn, file, day)

describe('AS30 ceilings', () => {
  const local = { item: 'item-1', amount: npr('53600'), rate: '0.007462686567', deliveredOn: '2026-11-20' }
  const file = aCase({}, [consent, item, delivered('1900')])

  test('400 in local currency over a balance of 300 waits, over by 100', () => {
    expect(balanceOf(file, item)).toMatchObject({ left: usd('300'), released: usd('1900') })
    expect(judgeDelivery(file, 'new', local)).toEqual({ state: 'pending_over_ceiling', overBy: usd('100') })
  })

  test('the server sets the state, asks for the approval, and refuses a forged release', () => {
    const saved = aRecord('delivery', local, { id: 'new' })
    expect(opened(aCase({}, [consent, item, delivered('1900'), saved]))).toEqual([
      {
        type: 'delivery',
        key: 'delivery.new',
        record: 'new',
        set: { state: 'pending_over_ceiling', overBy: usd('100') },
      },
      {
        type: 'approval',
        key: 'approval.over_ceiling.new',
        set: { kind: 'over_ceiling', of: 'new', state: 'waiting', askedOn: today },
      },
    ])
    expect(codes(file, aChange('delivery', local))).toEqual([])
    expect(codes(file, aChange('delivery', { ...local, state: 'released' }))).toEqual(['over_ceiling_needs_approval'])
    expect(codes(file, aChange('delivery', { ...local, rate: null }))).toEqual(['rate_missing'])
    expect(codes(file, aChange('delivery', { amount: usd('1') }))).toEqual(['delivery_without_item'])
  })

  test('approved, it is released; refused, it is not; and then its amount stays', () => {
    const held = aRecord('delivery', { ...local, state: 'pending_over_ceiling', overBy: usd('100') }, { id: 'new' })
    const answered = (state: string) =>
      aCase({}, [
        consent,
        item,
        delivered('1900'),
        held,
        aRecord('approval', { kind: 'over_ceiling', of: 'new', state }),
      ])
    expect(opened(answered('waiting'))).toEqual([])
    expect(opened(answered('approved'))).toMatchObject([{ record: 'new', set: { state: 'released' } }])
    expect(opened(answered('refused'))).toMatchObject([{ record: 'new', set: { state: 'refused' } }])
    const more = aChange('delivery', { amount: npr('99999') }, { record: 'new', base: 1 })
    expect(codes(answered('approved'), more)).toEqual(['delivery_settled'])
  })

  test('a released line cannot be raised over the ceiling', () => {
    const raise = aChange('delivery', { amount: usd('2201') }, { record: 'd-1900', base: 1 })
    expect(codes(file, raise)).toEqual(['over_ceiling_needs_approval'])
    expect(codes(file, { ...raise, set: { amount: usd('2200') } })).toEqual([])
  })

  test('whatever is entered in whatever order, nothing is released beyond the ceiling without approval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1500 }), { maxLength: 12 }), amounts => {
        let now = aCase({}, [item])
        amounts.forEach((amount, place) => {
          const id = `x${place}`
          const content: Content = { item: 'item-1', amount: usd(String(amount)) }
          const { state } = judgeDelivery(now, id, content)
          now = { ...now, records: [...now.records, aRecord('delivery', { ...content, state }, { id })] }
        })
        expect(balanceOf(now, item)?.left.amount.startsWith('-')).toBe(false)
      }),
    )
  })

  test('a package keeps inside the project', () => {
    const project = aRecord('project', { code: 'P', ceilingInKind: usd('1000') }, { id: 'project-1' })
    const around = {
      record: () => project,
      otherFiles: [],
      at: () => [],
      all: () => [],
      spent: () => [],
      country: () => null,
    }
    const check = (set: Content) =>
      checkCase(builtIn, aCase({}), aChange('package_item', set), { today, around }).map(({ code }) => code)
    const base = { kind: 'in_kind', project: 'project-1' }
    expect(check({ ...base, ceiling: usd('1000') })).toEqual([])
    expect(check({ ...base })).toEqual(['ceiling_missing'])
    expect(check({ ...base, ceiling: usd('1000.01') })).toEqual(['ceiling_over_project'])
    expect(check({ ...base, ceiling: usd('500'), agreed: usd('501') })).toEqual(['agreed_over_ceiling'])
    expect(check({ kind: 'housing', project: 'project-1' })).toEqual([])
    const held = aRecord('package_item', { ...base, ceiling: usd('700') })
    const second = (amount: string) =>
      checkCase(builtIn, aCase({}, [held]), aChange('package_item', { ...base, ceiling: usd(amount) }), {
        today,
        around,
      })
    expect(second('300')).toEqual([])
    expect(second('301').map(({ code }) => code)).toEqual(['ceiling_over_project'])
  })
})

describe('AS33 follow-ups', () => {
  const home = aRecord('movement', { stage: 'completed', arrivedOn: '2025-01-31' })
  const visited = (on: string, situation = 'well') => aRecord('visit', { visitedOn: on, situation })
  const closed: Content = { status: 'closed', closedOn: '2025-07-31', outcome: 'reintegrated' }
  const tasks = (file: CaseFile, day: string) =>
    opened(file, day)
      .filter(({ type }) => type === 'task')
      .map(({ set }) => set)

  test('the schedule counts from the return, else from a closing that ended well', () => {
    const due = (file: CaseFile) => followUps(file).map(({ dueOn }) => dueOn)
    expect(due(aCase({}, [home]))).toEqual(['2025-04-30', '2025-07-31', '2026-01-31', '2026-07-31', '2027-01-31'])
    const plan = aRecord('plan', {})
    expect(due(aCase(closed, [plan]))[0]).toBe('2025-10-31')
    expect(due(aCase(closed))).toEqual([])
    for (const outcome of ['died', 'withdrew', 'lost_contact'])
      expect(due(aCase({ ...closed, outcome }, [plan]))).toEqual([])
    expect(due(aCase({}))).toEqual([])
  })

  test('one follow-up is open at a time, and the next one opens when it was made', () => {
    expect(tasks(aCase({}, [consent, home]), '2025-02-01')).toEqual([{ kind: 'follow_up', dueOn: '2025-04-30' }])
    const first = aRecord('task', { kind: 'follow_up', dueOn: '2025-04-30' }, { id: 'task-1' })
    expect(tasks(aCase({}, [consent, home, first]), '2025-02-01')).toEqual([])
    expect(opened(aCase({}, [consent, home, first, visited('2025-05-03')]), '2025-05-03')).toEqual([
      { type: 'task', key: 'follow_up.done.3', record: 'task-1', set: { doneOn: '2025-05-03' } },
      { type: 'task', key: 'follow_up.6.2025-07-31', set: { kind: 'follow_up', dueOn: '2025-07-31' } },
    ])
  })

  test('closed with success at month 6: month 24 is due all the same, and shows among the work', () => {
    const file = aCase(closed, [
      home,
      ...['2025-05-01', '2025-08-01', '2026-02-01', '2026-08-01'].map(on => visited(on)),
    ])
    expect(tasks(file, '2026-11-22')).toEqual([{ kind: 'follow_up', dueOn: '2027-01-31' }])
    const task = aRecord('task', { kind: 'follow_up', dueOn: '2027-01-31' })
    expect(openWork({ ...file, records: [...file.records, task] }, '2027-01-28')).toMatchObject([
      { kind: 'task', state: 'due' },
    ])
  })

  test('an attempt that reached nobody is kept as such and leaves the follow-up open', () => {
    const tried = visited('2026-01-30', 'not_reached')
    const task = aRecord('task', { kind: 'follow_up', dueOn: '2026-01-31' })
    const file = aCase({}, [consent, home, task, tried])
    expect(followUps(file).find(({ month }) => month === 12)).toMatchObject({
      visit: null,
      attempts: [{ id: tried.id }],
    })
    expect(tasks(file, '2026-02-01')).toEqual([])
    const told = aChange('visit', { visitedOn: '2026-01-30', situation: 'not_reached', livelihood: ['employed'] })
    expect(codes(aCase({}), told)).toEqual(['visit_not_reached'])
  })

  test('months are months of the calendar', () => {
    expect([monthsLater('2025-01-31', 1), monthsLater('2024-02-29', 12), monthsLater('2025-11-30', 3)]).toEqual([
      '2025-02-28',
      '2025-02-28',
      '2026-02-28',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 0, max: 60 }), (day, months) => {
        const from = `2024-03-${String(Math.max(1, day)).padStart(2, '0')}`
        expect(monthsBetween(from, monthsLater(from, months))).toBe(months)
      }),
    )
  })
})

describe('AS33 trafficked again', () => {
  const first = aRecord('episode', { startedOn: '2023-01', endedOn: '2024-03-10' }, { id: 'first' })
  const second = aRecord('episode', { startedOn: '2026-05-20' }, { id: 'second' })

  test('a new episode after the way out counts the months since, on the same case', () => {
    expect(traffickedAgain(aCase({}, [first, second]))).toMatchObject({
      episode: { id: 'second' },
      exitedOn: '2024-03-10',
      months: 26,
    })
    expect(traffickedAgain(aCase({}, [first]))).toBeNull()
    expect(
      traffickedAgain(aCase({ exitedOn: '2024-03-10' }, [first, aRecord('episode', { startedOn: '2023-06' })])),
    ).toBeNull()
  })

  test('the case says so by itself, a closed one too, and the risk is looked at again', () => {
    for (const content of [{}, { status: 'closed', closedOn: '2025-01-01' }]) {
      const all = opened(aCase(content as Content, [consent, first, second]))
      expect(all).toContainEqual({ type: 'case', key: 're_trafficked', record: 'case-1', set: { reTrafficked: 'yes' } })
      expect(all).toContainEqual({
        type: 'task',
        key: 'risk_review.second',
        set: { kind: 'risk_review', dueOn: today },
      })
    }
  })
})

describe('the sustainability survey', () => {
  const answers = (pick: 'best' | 'worst'): Content =>
    Object.fromEntries(
      sustainability.items.map(({ id, list }) => {
        const all = Object.entries(scales[list]).sort((a, b) => a[1] - b[1])
        return [id, (pick === 'best' ? all.at(-1) : all[0])?.[0] ?? '']
      }),
    )

  test('best is 1, worst is 0, and every answer of every list has a score', () => {
    expect(scoresOf(answers('best'))).toEqual({ economic: 1, social: 1, psychosocial: 1, composite: 1 })
    expect(scoresOf(answers('worst'))).toEqual({ economic: 0, social: 0, psychosocial: 0, composite: 0 })
    for (const [list, scores] of Object.entries(scales))
      expect(
        builtIn.lists
          .get(list)
          ?.codes.map(({ code }) => code)
          .sort(),
      ).toEqual(Object.keys(scores).sort())
  })

  test('what was not said is not a zero; too little gives no score and no composite', () => {
    const some = { ...answers('best'), foodReduced: 'did_not_say', canBorrow: 'unknown' }
    expect(scoresOf(some).economic).toBe(1)
    const { economic, composite, social } = scoresOf({
      ...answers('best'),
      ...Object.fromEntries(
        sustainability.items
          .filter(each => each.dimension === 'economic')
          .slice(1)
          .map(({ id }) => [id, 'did_not_say']),
      ),
    })
    expect([economic, social, composite]).toEqual([null, 1, null])
  })

  test('it says that it was not compared with the original', () => {
    expect(sustainability.verified).toBe(false)
    expect(sustainability.provenance).toMatch(/from memory/)
  })
})

test('AS31 a final plan beside its draft, with what changed', () => {
  const draft: RecordView = aRecord(
    'plan',
    { stage: 'draft', type: 'livelihood', agreedOn: '2026-01-10', objectives: 'A stall' },
    { id: 'draft' },
  )
  const final = aRecord(
    'plan',
    { stage: 'final', follows: 'draft', type: 'livelihood', agreedOn: '2026-03-01', objectives: 'A bakery' },
    { id: 'final' },
  )
  const [pair, alone] = planVersions(aCase({}, [draft, final]))
  expect([pair?.draft?.id, pair?.final.id, alone?.draft]).toEqual(['draft', 'final', null])
  expect(
    pair?.fields
      .filter(({ changed }) => changed)
      .map(({ field }) => field)
      .sort(),
  ).toEqual(['agreedOn', 'objectives', 'stage'])
})
