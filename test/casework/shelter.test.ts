import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { type Around, nothingAround } from '#casework/rule-set.ts'
import { namesAddress } from '#casework/shelter/address.ts'
import { bedsFree, bedsTaken, fits, misfit, type Party } from '#casework/shelter/fits.ts'
import { openStay, partyOf } from '#casework/shelter/stays.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn, listOf } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const house = aRecord('shelter', { code: 'House 3', state: 'open' }, { id: 'house', person: null, case: null })
const aPlace = (content: Content, id: string): RecordView =>
  aRecord('place', { shelter: 'house', state: 'in_use', ...content }, { id, person: null, case: null })
const stayIn = (place: string, content: Content = {}): RecordView =>
  aRecord('stay', { shelter: 'house', place, from: '2026-11-01', ...content }, { case: 'case-9' })
const around = (places: readonly RecordView[], stays: readonly RecordView[] = [], of = house): Around => ({
  ...nothingAround,
  record: id => [of, ...places].find(each => each.id === id) ?? null,
  at: (type, place) => stays.filter(stay => stay.type === type && stay.content.place === place),
})
const alone: Party = { sex: 'female', child: false, size: 1, children: 0 }
const mother: Party = { sex: 'female', child: false, size: 3, children: 2 }

const yes = aRecord('consent', { purpose: 'service', decision: 'yes', givenOn: '2026-10-01' })
const woman = (records: readonly RecordView[] = [yes], content: Content = {}): CaseFile =>
  aCase({ registeredOn: '2026-10-01', ...content }, records, { sex: 'female' })
const moveIn: Content = { shelter: 'house', place: 'p', from: '2026-11-20', admissionConsent: 'yes' }
const verdict = (file: CaseFile, set: Content, o: { around?: Around; record?: string } = {}) =>
  checkCase(builtIn, file, aChange('stay', set, o.record === undefined ? {} : { record: o.record, base: 1 }), {
    today,
    around: o.around ?? around([aPlace({ kind: 'single', beds: 1 }, 'p')]),
  }).map(({ code, field }) => (field === undefined ? code : `${code}.${field}`))

describe('which places take whom', () => {
  test.each<[string, Content, Content[], Party, string | null]>([
    ['a free single room', { kind: 'single', beds: 1 }, [], alone, null],
    ['a single room, for a family', { kind: 'single', beds: 3 }, [], mother, 'place_for_one'],
    ['a dormitory, for a family', { kind: 'dormitory', beds: 9 }, [], mother, 'place_for_family'],
    ['a family room that is large enough', { kind: 'family', beds: 3 }, [], mother, null],
    ['a family room one bed short', { kind: 'family', beds: 2 }, [], mother, 'place_full'],
    ['a family room with one person in it', { kind: 'family', beds: 4 }, [{ partySize: 1 }], alone, 'place_full'],
    ['the last bed of a dormitory', { kind: 'dormitory', beds: 2 }, [{}], alone, null],
    ['a full dormitory', { kind: 'dormitory', beds: 2 }, [{}, { partySize: 1 }], alone, 'place_full'],
    ['a place for the other sex', { kind: 'single', beds: 1, sexes: ['male'] }, [], alone, 'place_sex'],
    ['a sex nobody recorded', { kind: 'single', beds: 1, sexes: ['male'] }, [], { ...alone, sex: null }, 'place_sex'],
    [
      'adults only, for a child',
      { kind: 'single', beds: 1, ages: 'adults' },
      [],
      { ...alone, child: true },
      'place_age',
    ],
    ['adults only, with children along', { kind: 'family', beds: 3, ages: 'adults' }, [], mother, 'place_age'],
    ['children only, for an adult', { kind: 'dormitory', beds: 3, ages: 'children' }, [], alone, 'place_age'],
    ['not in use', { kind: 'single', beds: 1, state: 'closed' }, [], alone, 'place_closed'],
    ['nobody said how many beds', { kind: 'single' }, [], alone, 'place_full'],
  ])('%s', (_, place, taken, party, why) => {
    expect(misfit(place, taken, party)).toBe(why)
  })

  test('AS26 of twelve places with eleven occupied, a woman with two children has exactly one', () => {
    const places = Array.from({ length: 12 }, (_, i) =>
      aPlace(
        i === 11 ? { kind: 'family', beds: 3 } : { kind: i < 8 ? 'single' : 'family', beds: i < 8 ? 1 : 3 },
        `p${i}`,
      ),
    )
    const stays = places.slice(0, 11).map(({ id }) => stayIn(id).content)
    expect(fits(places, stays, mother).map(({ id }) => id)).toEqual(['p11'])
    expect(fits(places, stays.slice(1), mother).map(({ id }) => id)).toEqual(['p11'])
  })

  test('whatever happens in whatever order, a place that takes people only while they fit is never over its beds', () => {
    const parties = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 })
    const places = fc.record({
      kind: fc.constantFrom('single', 'family', 'dormitory'),
      beds: fc.integer({ min: 1, max: 8 }),
    })
    fc.assert(
      fc.property(places, parties, (place, sizes) => {
        const taken: Content[] = []
        for (const size of sizes) if (misfit(place, taken, { ...alone, size }) === null) taken.push({ partySize: size })
        expect(bedsTaken(taken)).toBeLessThanOrEqual(place.beds)
        expect(bedsFree(place, taken)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('who comes along counts as children until somebody says otherwise; a disputed age is a child’s', () => {
    expect(partyOf(woman(), { partySize: 3 })).toEqual(mother)
    expect(partyOf(woman(), { partySize: 2, partyChildren: 0 })).toEqual({ ...alone, size: 2 })
    expect(partyOf(woman([], { ageGroup: 'adult', ageDisputed: 'yes' }), {})).toEqual({ ...alone, child: true })
  })
})

describe('moving in', () => {
  test('with consent to services, the person’s own yes, and room', () => {
    expect(verdict(woman(), moveIn)).toEqual([])
  })
  test.each<[string, CaseFile, Content, string[]]>([
    ['nobody asked', woman([]), moveIn, ['stay_consent_missing']],
    [
      'the person said no',
      woman([aRecord('consent', { purpose: 'service', decision: 'no' })]),
      moveIn,
      ['stay_consent_refused'],
    ],
    [
      'the yes was taken back',
      woman([aRecord('consent', { purpose: 'service', decision: 'yes', withdrawnOn: '2026-11-01' })]),
      moveIn,
      ['stay_consent_refused'],
    ],
    ['a child without a guardian’s answer', woman([yes], { ageGroup: 'child' }), moveIn, ['stay_consent_missing']],
    ['no yes of her own', woman(), { ...moveIn, admissionConsent: 'no' }, ['stay_own_yes.admissionConsent']],
    ['no answer of her own', woman(), { ...moveIn, admissionConsent: 'unknown' }, ['stay_own_yes.admissionConsent']],
    ['no day', woman(), { ...moveIn, from: null }, ['stay_incomplete.from']],
    ['a second house at once', woman([yes, stayIn('q')]), moveIn, ['stay_open_already']],
    ['a room of another house', woman(), { ...moveIn, place: 'house' }, ['stay_place_elsewhere.place']],
  ])('is refused when %s', (_, file, set, codes) => {
    expect(verdict(file, set)).toEqual(codes)
  })
  test('is refused in a house that is closed, in a place that is taken, for the other sex', () => {
    const p = aPlace({ kind: 'single', beds: 1, sexes: ['female'] }, 'p')
    const closed = { ...house, content: { ...house.content, state: 'closed' } }
    expect(verdict(woman(), moveIn, { around: around([p], [], closed) })).toEqual(['shelter_closed.shelter'])
    expect(verdict(woman(), moveIn, { around: around([p], [stayIn('p')]) })).toEqual(['place_full.place'])
    const man = aCase({}, [yes], { sex: 'male' })
    expect(verdict(man, moveIn, { around: around([p]) })).toEqual(['place_sex.place'])
  })
})

describe('living there and leaving', () => {
  const mine = aRecord('stay', { ...moveIn }, { id: 'mine' })
  const rooms = [aPlace({ kind: 'single', beds: 1 }, 'p'), aPlace({ kind: 'family', beds: 2 }, 'q')]
  const full = around(rooms, [stayIn('p'), stayIn('q'), mine])

  test('leaving is never refused: not without consent, not from a full or a closed house', () => {
    const withdrawn = aRecord('consent', { purpose: 'service', decision: 'yes', withdrawnOn: '2026-11-20' })
    const leave = { until: '2026-11-22', exitReason: 'own_choice' }
    expect(verdict(woman([withdrawn, mine]), leave, { record: 'mine', around: full })).toEqual([])
    expect(verdict(woman([mine]), { until: '2026-11-22' }, { record: 'mine', around: around([]) })).toEqual([])
  })
  test('a stay that was only planned can be called off before it begins', () => {
    const planned = aRecord('stay', { ...moveIn, from: '2026-12-24' }, { id: 'mine' })
    expect(
      verdict(woman([yes, planned]), { until: '2026-11-22', exitReason: 'did_not_come' }, { record: 'mine' }),
    ).toEqual([])
    expect(verdict(woman([yes, planned]), { until: '2026-11-22' }, { record: 'mine' })).toEqual(['date_before.until'])
  })
  test('moving to another place, more people, and coming back take room', () => {
    const file = woman([yes, mine])
    expect(verdict(file, { place: 'q' }, { record: 'mine', around: full })).toEqual(['place_full.place'])
    expect(verdict(file, { partySize: 2 }, { record: 'mine', around: full })).toEqual(['place_for_one.place'])
    expect(verdict(file, { place: 'q', partySize: 2 }, { record: 'mine', around: around(rooms, [mine]) })).toEqual([])
    const left = aRecord('stay', { ...moveIn, until: '2026-11-21' }, { id: 'mine' })
    expect(verdict(woman([yes, left]), { until: null }, { record: 'mine', around: full })).toEqual(['place_full.place'])
  })
  test('what people write about a stay is not held back by a full house', () => {
    expect(verdict(woman([yes, mine]), { exitNote: 'Will call.' }, { record: 'mine', around: full })).toEqual([])
  })
  test('the stay in force is the one that has not ended', () => {
    expect(openStay(woman([yes, stayIn('p', { until: '2026-11-02' }), mine]))?.id).toBe('mine')
    expect(openStay(woman())).toBeNull()
  })
  test('no word for running away is offered: “left, own choice” is', () => {
    const codes = listOf(builtIn, 'exit_reason')?.codes ?? []
    expect(codes.find(({ code }) => code === 'own_choice')?.label).toBe('Left, own choice')
    expect(codes.filter(({ label }) => /abscond|escape|ran away|fled|missing/i.test(label))).toEqual([])
  })
})

describe('houses, places and lines of the log', () => {
  const codesOf = (type: string, set: Content, file: CaseFile | null, more: object = {}) =>
    checkCase(builtIn, file, aChange(type, set, { record: 'p' }), { today, ...more }).map(({ code }) => code)
  test('beds are not taken from under people', () => {
    const p = aPlace({ kind: 'dormitory', beds: 3 }, 'p')
    const more = { record: p, around: around([p], [stayIn('p'), stayIn('p')]) }
    expect(codesOf('place', { beds: 1 }, null, more)).toEqual(['place_occupied'])
    expect(codesOf('place', { state: 'closed' }, null, more)).toEqual(['place_occupied'])
    expect(codesOf('place', { kind: 'single' }, null, more)).toEqual(['place_occupied'])
    expect(codesOf('place', { beds: 2, label: 'Dormitory' }, null, more)).toEqual([])
  })
  test('a house has a code name, a place its house, kind and beds, a check and a shift their house', () => {
    expect(codesOf('shelter', { state: 'open' }, null)).toEqual(['shelter_needs_code'])
    expect(codesOf('place', { shelter: 'house' }, null)).toEqual(['place_incomplete', 'place_incomplete'])
    expect(codesOf('shelter_check', {}, null)).toEqual(['house_missing'])
    expect(codesOf('shift_handover', {}, null)).toEqual(['house_missing'])
  })
  test('a line of the log belongs to a stay of the case, and medicine to its own kind of line', () => {
    const file = woman([yes, aRecord('stay', moveIn, { id: 'mine' })])
    expect(codesOf('stay_log', { stay: 'mine', kind: 'daily' }, file)).toEqual([])
    expect(codesOf('stay_log', { stay: 'other', kind: 'daily' }, file)).toEqual(['stay_log_incomplete'])
    expect(codesOf('stay_log', { stay: 'mine', kind: 'daily', medicine: 'x' }, file)).toEqual(['medicine_elsewhere'])
    expect(codesOf('stay_log', { stay: 'mine', kind: 'medication', medicine: 'x' }, file)).toEqual([])
  })
})

describe('AS25 a text gives an address away', () => {
  const address = '14 Yablunevyi lane, third entrance, Kyiv; 50.46631 30.51218'
  test.each<[string, boolean]>([
    ['14 Yablunevyi lane, third entrance, Kyiv', true],
    ['Yablunevyi lane no. 14', true],
    ['yablunevyj LANE 14', true],
    ['50.4674, 30.5221 on the map', false],
    ['50.466, 30.512 on the map', true],
    ['50.46631 only', false],
    ['14 people came from the lane', false],
    ['Kyiv, third entrance', false],
    ['Yablunevyi lane. She was 14 when it began, and two years went by before the call', true],
    ['Yablunevyi lane: a long street. At noon the house with the number 14', false],
    ['', false],
  ])('%s: %s', (text, gives) => {
    expect(namesAddress(text, address)).toBe(gives)
  })
  test('an address of one short word, or none, refuses nothing', () => {
    expect(namesAddress('Meet at the mill.', 'mill')).toBe(false)
    expect(namesAddress('Meet at the mill.', '')).toBe(false)
    expect(namesAddress('Meet at Rosenhof.', 'Rosenhof')).toBe(true)
  })
})
