import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChild } from '#casework/age.ts'
import { checkCase } from '#casework/check.ts'
import { readiness } from '#casework/return/readiness.ts'
import { consequences } from '#casework/follow.ts'
import { readEvidence } from '#casework/evidence.ts'
import { suggestTraffickingType } from '#casework/trafficking-type.ts'
import { categoryCounted } from '#casework/category.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { marked } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import { builtIn, codeOf } from '#dictionary/dictionary.ts'
import { nothingAround } from '#casework/rule-set.ts'
import { changeOf, fileOf, today, unitsOf, viewOf } from './ground.ts'

const seeds = fc.record({ seed: fc.integer({ min: 0, max: 0xffffffff }), profile: fc.constantFrom('rich', 'lean') })
const sample = { numRuns: 25 }

/** The register itself writes the demo: what took two people was settled before. */
const machine = { id: '', machine: true, may: () => true }

/** Files of a random demo of forty persons, with the seed that makes them again. */
const everyFile = (check: (file: CaseFile, profile: 'rich' | 'lean') => void) =>
  fc.assert(
    fc.property(seeds, ({ seed, profile }) => {
      for (const unit of unitsOf({ persons: 40, seed, profile })) {
        const file = fileOf(unit)
        if (file) check(file, profile)
      }
    }),
    sample,
  )

const of = (file: CaseFile, type: string) => file.records.filter(record => record.type === type)
const travelled = (file: CaseFile) =>
  of(file, 'movement').filter(({ content }) => content.stage === 'arrival' || content.stage === 'completed')
const text = (record: RecordView, field: string) => record.content[field] as string

test('every record is content that the dictionary accepts', () => {
  fc.assert(
    fc.property(seeds, ({ seed, profile }) => {
      for (const unit of unitsOf({ persons: 40, seed, profile }))
        for (const { type, set } of unit.records)
          expect(checkContent(builtIn, type, set, { imported: true }), type).toEqual([])
    }),
    sample,
  )
})

test('no rule of casework would refuse a record, written in the order of the file', () => {
  fc.assert(
    fc.property(seeds, ({ seed, profile }) => {
      for (const unit of unitsOf({ persons: 40, seed, profile })) {
        unit.records.forEach((draft, place) => {
          const before = fileOf({ ...unit, records: unit.records.slice(0, place) })
          // What hangs on an office has no file; its rules may look at what was written just before.
          const ofOffice = unit.records.slice(0, place).map(viewOf)
          const around =
            draft.person === null
              ? { ...nothingAround, record: (id: string) => ofOffice.find(view => view.id === id) ?? null }
              : nothingAround
          expect(checkCase(builtIn, before, changeOf(draft), { today, actor: machine, around }), draft.type).toEqual([])
        })
        const whole = fileOf(unit)
        const person = unit.records[0]
        if (whole && person) expect(checkCase(builtIn, whole, changeOf(person), { today, actor: machine })).toEqual([])
      }
    }),
    sample,
  )
})

test('no duty that a rule knows is left undone: the first change by a person opens no task', () => {
  everyFile(file => expect(consequences(builtIn, file, today)).toEqual([]))
})

test('age, age group and date of birth agree with the day of registration', () => {
  everyFile(file => {
    const { ageAtAssistance: age, ageGroup, registeredOn } = file.case.content
    if (typeof age === 'number') expect(ageGroup).toBe(age < 18 ? 'child' : 'adult')
    expect(readChild(file).child).toBe(ageGroup === 'child')
    const born = file.person?.content.birthDate
    if (typeof born !== 'string' || typeof age !== 'number') return
    const years = Number((registeredOn as string).slice(0, 4)) - Number(born.slice(0, 4))
    expect([years, years - 1]).toContain(age)
  })
})

test('nothing is given before the registration, nothing lies after today but plans', () => {
  everyFile(file => {
    const registered = text(file.case, 'registeredOn')
    expect(registered <= today).toBe(true)
    const closed = file.case.content.closedOn as string | undefined
    for (const service of of(file, 'service')) {
      expect(text(service, 'deliveredOn') >= registered).toBe(true)
      expect(text(service, 'deliveredOn') <= (closed ?? today)).toBe(true)
    }
    for (const record of travelled(file)) expect(text(record, 'arrivedOn') <= today).toBe(true)
    for (const record of of(file, 'referral')) expect((record.content.acknowledgedOn ?? today) <= today).toBe(true)
    for (const record of of(file, 'determination')) expect(text(record, 'decidedOn') >= registered).toBe(true)
  })
})

test('a sector stands only with a form of labour exploitation', () => {
  everyFile(file => {
    for (const { content } of of(file, 'episode'))
      if (marked(content.sector).length > 0)
        expect(
          marked(content.exploitation).some(code => codeOf(builtIn, 'exploitation', code)?.group === 'labour'),
        ).toBe(true)
  })
})

test('duration, band, dates and ages of an episode agree', () => {
  everyFile(file => {
    for (const { content } of of(file, 'episode')) {
      const { startedOn, endedOn, durationMonths: months, durationBand, ageAtEntry } = content
      if (typeof months === 'number') {
        expect(durationBand).toBe(months <= 12 ? 'up_to_1_year' : months <= 24 ? '1_to_2_years' : 'over_2_years')
        if (typeof startedOn === 'string' && typeof endedOn === 'string') {
          const [y1 = 0, m1 = 0] = startedOn.split('-').map(Number)
          const [y2 = 0, m2 = 0] = endedOn.split('-').map(Number)
          expect((y2 - y1) * 12 + m2 - m1).toBe(months)
        }
      }
      if (typeof endedOn === 'string') expect(endedOn <= text(file.case, 'registeredOn')).toBe(true)
      const age = file.case.content.ageAtAssistance
      if (typeof age === 'number') expect(ageAtEntry as number).toBeLessThanOrEqual(age)
      expect(ageAtEntry as number).toBeGreaterThanOrEqual(3)
    }
  })
})

test('the type of trafficking follows from origin and countries of exploitation', () => {
  everyFile(file => {
    const { traffickingType, countryOfOrigin } = file.case.content
    if (of(file, 'episode').length === 0 || traffickingType === 'unknown' || countryOfOrigin === 'unknown') return
    expect(suggestTraffickingType(file).type).toBe(traffickingType)
  })
})

test('a conclusion stands on evidence, and the stored reading is the computed one', () => {
  everyFile((file, profile) => {
    for (const { content } of of(file, 'determination')) {
      const { reading } = readEvidence(file)
      expect(content.reading).toBe(reading)
      if (content.conclusion === 'confirmed' && profile === 'rich') expect(reading).toBe('indicated')
      if (content.conclusion === 'not_trafficked') expect(reading).not.toBe('indicated')
    }
    expect(file.case.content.category).toBe(categoryCounted(file))
  })
})

test('a journey home has the written consent, and for a child all three confirmations', () => {
  everyFile(file => {
    for (const { content } of travelled(file)) {
      expect(content.writtenConsent).toBe('yes')
      if (file.case.content.ageGroup === 'child')
        expect([content.childWishes, content.guardianNotified, content.bestInterest]).toEqual(['yes', 'yes', 'yes'])
      const consent = of(file, 'consent').find(record => record.content.purpose === 'return')
      expect(consent?.content.form).toBe('written')
      expect(text({ ...file.case, content }, 'departedOn') >= text(consent as RecordView, 'givenOn')).toBe(true)
    }
  })
})

test('a journey home was ready when it began', () => {
  everyFile(file => {
    for (const movement of travelled(file))
      expect(
        readiness(file, movement, { today }).filter(({ item, state }) => state !== 'green' && item !== 'high_risk'),
      ).toEqual([])
  })
})

test('who refused that data be kept has neither a name nor a number', () => {
  everyFile(file => {
    const refused = of(file, 'consent').some(({ content }) => content.purpose === 'data' && content.decision === 'no')
    if (refused) expect(Object.keys(file.person?.content ?? {}).sort()).toEqual(['nationality', 'sex'])
  })
})

test('the same seed gives the same units, another seed others', () => {
  fc.assert(
    fc.property(seeds, ({ seed, profile }) => {
      const units = unitsOf({ persons: 12, seed, profile })
      expect(unitsOf({ persons: 12, seed, profile })).toEqual(units)
      expect(unitsOf({ persons: 12, seed: seed ^ 1, profile })).not.toEqual(units)
    }),
    { numRuns: 10 },
  )
})

test('parts of the work are the same as the whole', () => {
  const whole = unitsOf({ persons: 60, seed: 5 })
  const parts = [0, 20, 40].flatMap(from => unitsOf({ persons: 60, seed: 5, part: { from, to: from + 20 } }))
  expect(parts).toEqual(whole.slice(0, 60))
})

test('ids are UUIDs of version 7 and never repeat', () => {
  const all = unitsOf({ persons: 300, seed: 1 }).flatMap(unit => unit.records.map(record => record.id))
  expect(new Set(all).size).toBe(all.length)
  for (const id of all) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('two thousand persons look like a register: every mission, both sexes, children, unknowns, open work, links', () => {
  const units = unitsOf({ persons: 2_000, seed: 1 })
  const files = units.flatMap(unit => fileOf(unit) ?? [])
  const share = (holds: (file: CaseFile) => boolean) => files.filter(holds).length / files.length
  expect(files.length).toBe(2_000)
  expect(new Set(files.map(file => file.case.office)).size).toBe(12)
  expect(share(file => file.person?.content.sex === 'female')).toBeGreaterThan(0.4)
  expect(share(file => file.person?.content.sex === 'male')).toBeGreaterThan(0.25)
  expect(share(file => file.case.content.ageGroup === 'child')).toBeGreaterThan(0.1)
  expect(share(file => file.case.content.ageGroup === 'child')).toBeLessThan(0.4)
  expect(share(file => file.case.content.category === 'trafficked')).toBeGreaterThan(0.4)
  expect(share(file => of(file, 'screening').some(({ content }) => content.state === 'paused'))).toBeGreaterThan(0.005)
  expect(share(file => JSON.stringify(file).includes('"unknown"'))).toBeGreaterThan(0.2)
  expect(share(file => JSON.stringify(file).includes('"did_not_say"'))).toBeGreaterThan(0.05)
  expect(new Set(files.map(file => text(file.case, 'registeredOn').slice(0, 4))).size).toBe(8)
  const late = files
    .flatMap(file => of(file, 'task'))
    .filter(({ content }) => content.doneOn === undefined && typeof content.dueOn === 'string' && content.dueOn < today)
  expect(late.length).toBeGreaterThan(10)
  const links = units.flatMap(unit => unit.records).filter(record => record.type === 'link')
  expect(links.length).toBeGreaterThan(4)
  const types = new Set(units.flatMap(unit => unit.records.map(record => record.type)))
  expect([...builtIn.recordTypes.keys()].filter(type => !types.has(type))).toEqual([])
})

test('a lean file is small', () => {
  const records = unitsOf({ persons: 1_000, seed: 1, profile: 'lean' }).flatMap(unit => unit.records)
  expect(records.length / 1_000).toBeLessThan(5.3)
})
