import type { FigureQuery } from '#figures/figure-shape.ts'

/**
 * What source [003] publishes of 2011 and figures.md judges OK or right after rounding (T010 to T050), as questions to the
 * register with the answer that was printed. What it contradicts (CON) is no question: the proof-reader gets it as claims.
 */
interface Printed {
  readonly id: string
  readonly about: string
  readonly ask: Partial<FigureQuery>
  /** The base; rows by key as numbers or as percents; the keys alone in their order. */
  readonly n?: number
  readonly counts?: Readonly<Record<string, number>>
  readonly shares?: Readonly<Record<string, number>>
}

const by = (dimension: string, o: Partial<FigureQuery> = {}): Partial<FigureQuery> => ({ by: [dimension], ...o })

const profile = (
  id: string,
  region: string,
  printed: {
    readonly n?: number
    readonly age: Readonly<Record<string, number>>
    readonly sex: Readonly<Record<string, number>>
    readonly exploitation: Readonly<Record<string, number>>
    readonly of?: 'known'
    readonly type?: Readonly<Record<string, number>>
  },
): Printed[] => {
  const where = { region: [region] }
  const { n, age, sex, exploitation, of, type } = printed
  return [
    ...(n === undefined ? [] : [{ id, about: `${region}, instances`, ask: { where }, n }]),
    { id, about: `${region}, age`, ask: by('age_group', { where }), shares: age },
    { id, about: `${region}, sex`, ask: by('sex', { where }), shares: sex },
    {
      id,
      about: `${region}, exploitation`,
      ask: by('exploitation_type', { where, ...(of ? { of } : {}) }),
      shares: exploitation,
    },
    ...(type
      ? [{ id, about: `${region}, type of trafficking`, ask: by('trafficking_type', { where }), shares: type }]
      : []),
  ]
}

const returns = (
  id: string,
  region: string,
  n: number,
  o: { readonly age?: Printed['shares']; readonly sex?: Printed['shares']; readonly to?: Printed['counts'] },
): Printed[] => {
  const ask = { indicator: 'returned', where: { region: [region] } }
  return [
    { id, about: `${region}, persons returned`, ask, n },
    ...(o.age ? [{ id, about: `${region}, returned, age`, ask: { ...ask, by: ['age_group'] }, shares: o.age }] : []),
    ...(o.sex ? [{ id, about: `${region}, returned, sex`, ask: { ...ask, by: ['sex'] }, shares: o.sex }] : []),
    ...(o.to
      ? [{ id, about: `${region}, returned to`, ask: { ...ask, by: ['country_of_return'] }, counts: o.to }]
      : []),
  ]
}

export const printedRows: readonly Printed[] = [
  { id: 'T010', about: 'instances', ask: {}, n: 5498 },
  { id: 'T013', about: 'persons registered to date', ask: { indicator: 'persons_to_date' }, n: 20_000 },
  {
    id: 'T014',
    about: 'top ten nationalities',
    ask: by('nationality', { top: 10 }),
    counts: { UA: 835, HT: 709, YE: 378, LA: 359, UZ: 292, KH: 258, KG: 213, AF: 179, BY: 141, ET: 122 },
  },
  {
    id: 'T015',
    about: 'top ten countries of destination',
    ask: by('country_of_destination', { top: 10 }),
    counts: { RU: 837, HT: 658, YE: 552, TH: 449, KZ: 265, AF: 170, ID: 148, PL: 122, EG: 103, TR: 101 },
  },
  // The share is contradicted (D03), the number is the end point of T019. Printed beside “combined forms”: one answer each.
  { id: 'T019', about: 'sexual exploitation, later', ask: by('exploitation_type'), counts: { sexual: 1540 } },
  {
    id: 'T018',
    about: 'labour and sexual exploitation, 2008',
    ask: by('exploitation_type', { year: 2008 }),
    counts: { labour: 2031, sexual: 1866 },
  },
  { id: 'T021', about: 'female, earlier', ask: by('sex', { year: 2008 }), counts: { female: 3404 } },
  { id: 'T022', about: 'male, earlier', ask: by('sex', { year: 2008 }), counts: { male: 1656 } },
  { id: 'T023', about: 'children, earlier', ask: by('age_group', { year: 2008 }), counts: { child: 1565 } },
  { id: 'T025', about: 'cross-border', ask: by('trafficking_type'), counts: { cross_border: 3531 } },
  { id: 'T026', about: 'internal', ask: by('trafficking_type'), counts: { internal: 1708 } },
  {
    id: 'T029',
    about: 'reintegration, several answers',
    ask: { indicator: 'reintegrated', by: ['reintegration'] },
    // Legal assistance is T028: its 58% stands, its complement does not (D16).
    shares: { legal: 58, medical: 57, financial: 54, housing: 37, community: 30, education: 10 },
  },
  ...profile('T036', 'AP', {
    n: 1395,
    age: { child: 39 },
    sex: { female: 70, male: 30 },
    exploitation: { labour: 48, sexual: 30, combined: 10, begging: 2, other: 5 },
    type: { cross_border: 79, internal: 18 },
  }),
  {
    id: 'T036',
    about: 'AP, 550 children',
    ask: by('age_group', { where: { region: ['AP'] } }),
    counts: { child: 550 },
  },
  ...profile('T037', 'CNAC', {
    age: { child: 84 },
    sex: { female: 57, male: 43 },
    exploitation: { labour: 82, sexual: 7, combined: 6, begging: 5 },
    type: { internal: 73 },
  }),
  // Of its type of trafficking “around 50%” mixes two categories (D24); both is 36%.
  ...profile('T038', 'CWA', {
    n: 88,
    age: { child: 59 },
    sex: { female: 40, male: 60 },
    exploitation: { sexual: 31, labour: 23, begging: 21, other: 25 },
    of: 'known',
    type: { both: 36 },
  }),
  ...profile('T039', 'ESA', {
    n: 215,
    age: { child: 44 },
    sex: { female: 59, male: 41 },
    exploitation: { labour: 45, sexual: 9, combined: 3, other: 16 },
    type: { cross_border: 74, internal: 26 },
  }),
  ...profile('T040', 'MENA', {
    n: 696,
    age: { child: 40, adult: 59 },
    sex: { female: 55, male: 44 },
    exploitation: { labour: 41, begging: 21, other: 20, sexual: 15 },
    type: { internal: 55, cross_border: 44 },
  }),
  ...profile('T041', 'EEA', {
    n: 357,
    age: { adult: 70, child: 5, unknown: 25 },
    sex: { female: 70, male: 21, unknown: 9 },
    exploitation: { sexual: 61, labour: 17, combined: 8, other: 6, unknown: 6, begging: 2 },
    type: { cross_border: 70, internal: 2 },
  }),
  ...profile('T042', 'SAM', {
    age: { child: 47 },
    sex: { female: 78 },
    exploitation: { labour: 52, sexual: 42, combined: 3 },
    type: { internal: 28 },
  }),
  ...profile('T043', 'EECA', {
    age: { child: 11, adult: 89 },
    sex: { female: 61 },
    exploitation: { labour: 58, sexual: 34, combined: 2, begging: 2, other: 4 },
    type: { cross_border: 80, internal: 17 },
  }),
  ...returns('T044', 'AP', 132, { age: { adult: 99, child: 1 }, sex: { female: 46, male: 54 } }),
  // Its age, 54% of 43, no whole number is (D25).
  ...returns('T045', 'CNAC', 43, { sex: { female: 49, male: 51 } }),
  ...returns('T046', 'ESA', 266, {
    age: { adult: 64, child: 36 },
    sex: { male: 55, female: 45 },
    to: { CD: 98, BI: 51, SO: 50, KH: 24 },
  }),
  ...returns('T047', 'MENA', 77, {}),
  // “165 were male” lacks its percent sign (D26).
  ...returns('T048', 'EEA', 133, { age: { adult: 94, child: 6 }, sex: { female: 84, male: 16 } }),
  ...returns('T049', 'SAM', 8, { age: { child: 63 }, sex: { female: 50, male: 50 }, to: { KE: 1 } }),
  ...returns('T050', 'EECA', 92, { age: { child: 21, adult: 79 }, sex: { female: 64, male: 36 }, to: { PK: 5 } }),
]

/** Changes against a base year (T019, T025, T026), in whole percent. */
export const printedChanges = [
  { id: 'T019', by: 'exploitation_type', key: 'sexual', percent: -17 },
  { id: 'T025', by: 'trafficking_type', key: 'cross_border', percent: -13 },
  { id: 'T026', by: 'trafficking_type', key: 'internal', percent: 140 },
] as const
