import type { Comparison, Level, Preparing } from '../settings/settings.ts'
import type { Profile } from './profile.ts'

/** A column of the file as evidence: how it is prepared, compared and blocked on. */
export interface Evidence {
  readonly prepare: Preparing
  readonly comparison: Comparison
  readonly filled: number
  readonly terms: readonly EvidenceTerm[]
}

/** What can be blocked on, and in how many of the pairs that are one person it is thought to agree. */
export interface EvidenceTerm {
  readonly term: string | { readonly column: string; readonly first: number }
  /** Agreement of the value as a whole. */
  readonly exact: boolean
  /** Where the value as a whole does not agree, how often this still does. */
  readonly survives: number
}

const whole = (column: string): EvidenceTerm => ({ term: column, exact: true, survives: 0 })
const part = (term: EvidenceTerm['term'], survives: number): EvidenceTerm => ({ term, exact: false, survives })

const equal = (column: string, label = 'the same', frequency?: number): Level => ({
  label,
  when: { equal: column },
  ...(frequency === undefined ? {} : { frequency: { of: column, weight: frequency } }),
})
const similar = (column: string, atLeast: number): Level => ({
  label: `Jaro-Winkler at least ${atLeast}`,
  when: { similar: column, atLeast },
})
const edits = (column: string, atMost: number): Level => ({
  label: atMost === 1 ? 'one edit' : `${atMost} edits`,
  when: { distance: column, by: 'levenshtein', atMost },
})

/** Rare values weigh more where values repeat at all. */
const rarity = ({ distinct, filled }: Profile): number | undefined => (distinct / filled < 0.6 ? 1 : undefined)

/** @param as name of the prepared column. @param country column of countries, for calendars. null for a kind that is no evidence. */
export function evidenceOf(profile: Profile, as: string, country?: string): Evidence | null {
  const { column, filled } = profile
  const evidence = (
    by: string,
    of: string[],
    levels: Level[],
    terms: EvidenceTerm[],
    order?: Preparing['order'],
  ): Evidence => ({
    prepare: {
      from: by === 'date' && country !== undefined ? [column, country] : [column],
      by,
      as,
      ...(order === undefined || order === 'ymd' ? {} : { order }),
    },
    comparison: { name: column, of, levels },
    filled,
    terms,
  })
  switch (profile.kind) {
    case 'letters':
      return evidence(
        'letters',
        [as],
        [
          equal(as, 'the same', rarity(profile)),
          equal(`${as}_skeleton`, 'the same but for spelling'),
          similar(as, 0.92),
          similar(as, 0.85),
          similar(as, 0.7),
        ],
        [whole(as), part(`${as}_skeleton`, 0.2), part({ column: as, first: 3 }, 0.55)],
      )
    case 'text':
      return evidence(
        'letters',
        [as],
        [
          equal(as, 'the same', rarity(profile)),
          { label: 'three words', when: { share: `${as}_words`, atLeast: 3 } },
          { label: 'two words', when: { share: `${as}_words`, atLeast: 2 } },
          { label: 'one word', when: { share: `${as}_words`, atLeast: 1 } },
        ],
        [whole(as)],
      )
    case 'date':
      return evidence('date', [`${as}_year`], dateLevels(as), dateTerms(as), profile.order)
    case 'year':
      return evidence(
        'amount',
        [as],
        [
          equal(as),
          { label: 'one year apart', when: { near: as, within: 1 } },
          { label: 'ten years apart', when: { near: as, within: 10 } },
        ],
        [whole(as)],
      )
    case 'email':
      return evidence(
        'email',
        [as],
        [
          equal(as, 'the same', rarity(profile)),
          equal(`${as}_user`, 'the same before the sign'),
          similar(as, 0.92),
          similar(`${as}_user`, 0.88),
          similar(as, 0.75),
        ],
        [whole(as), part(`${as}_user`, 0.3)],
      )
    case 'code':
      return evidence(
        'code',
        [as],
        [equal(as, 'the same', rarity(profile)), edits(as, 1), ...(profile.length >= 4 ? [edits(as, 2)] : [])],
        [whole(as), ...(profile.length >= 6 ? [part({ column: as, first: 4 }, 0.45)] : [])],
      )
    case 'month':
    case 'day':
    case 'category':
      return evidence('letters', [as], [equal(as, 'the same', rarity(profile))], [whole(as)])
    case 'empty':
    case 'constant':
    case 'unique':
      return null
  }
}

/** Year, month and day in three columns: one piece of evidence. */
export function dateOfThree(year: Profile, month: Profile, day: Profile, as: string): Evidence {
  return {
    prepare: { from: [year.column, month.column, day.column], by: 'date-parts', as },
    comparison: { name: `${year.column}, ${month.column}, ${day.column}`, of: [`${as}_year`], levels: dateLevels(as) },
    filled: year.filled,
    terms: dateTerms(as),
  }
}

/** Whoever does not know the day is often written down as born on 1 January, or in the middle of the year. */
const standIns = ['0101', '0701', '0615', '0630']

function dateLevels(as: string): Level[] {
  return [
    equal(as, 'the same day', 1),
    {
      label: 'day and month exchanged',
      when: { all: [{ equal: `${as}_year` }, { crossed: [`${as}_monthday`, `${as}_daymonth`] }] },
    },
    { label: 'one digit differs', when: { distance: as, by: 'digits', atMost: 1 } },
    {
      label: 'the same year, one on a stand-in day',
      when: { all: [{ equal: `${as}_year` }, { any: standIns.map(is => ({ either: `${as}_monthday`, is })) }] },
    },
    { label: 'two digits differ', when: { distance: as, by: 'digits', atMost: 2 } },
    { label: 'the same year', when: { equal: `${as}_year` } },
    { label: 'the same day and month', when: { equal: `${as}_monthday` } },
    { label: 'ten years apart at the most', when: { near: `${as}_year`, within: 10 } },
  ]
}

const dateTerms = (as: string): EvidenceTerm[] => [whole(as), part(`${as}_monthday`, 0.3), part(`${as}_year`, 0.5)]
