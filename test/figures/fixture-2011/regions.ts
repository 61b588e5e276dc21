import { type Counts, tally } from './seeded.ts'

/**
 * The eight regional profiles of 2011 (T036 to T043) as whole numbers that round, half up, to the published percents.
 * What a row of the source leaves out (D17 to D24) is unknown here. Asia and the Pacific prints its counts (T066), so
 * they are used. Three regions print no number: they share what the other five leave of 5,498, South America 1%.
 *
 * The regions of the source sum to 98% (D13): here the rest stands with headquarters, which has no region. It also takes
 * up what the world has (T017, T022, T025, T026) and the regions, within the bounds of their percents, do not.
 */
export interface Region {
  readonly code: string
  readonly ages: Counts<'child' | 'adult'>
  readonly sexes: Counts<'female' | 'male'>
  /** Exclusive, as printed; what is left is unknown. */
  readonly exploitation: Counts
  readonly types: Counts
  /** By mission, in the order of nationalities and destinations; the sum is the region. */
  readonly offices: Counts
  readonly nationalities: readonly (readonly [string, number])[]
  readonly destinations: Counts
}

const pairs = (counts: Counts): readonly (readonly [string, number])[] => Object.entries(counts)

export const regions: readonly Region[] = [
  {
    code: 'AP',
    ages: { child: 550, adult: 845 },
    sexes: { female: 977, male: 418 },
    exploitation: { labour: 667, sexual: 421, combined: 139, begging: 25, other: 70 },
    types: { cross_border: 1102, internal: 251 },
    // T064 and T065, Vietnam as it adds up (D27).
    offices: tally(
      'AF 199, BD 15, IN 53, NP 113, PK 3, LK 7, KH 122, ID 228, JP 34, LA 195, MY 38, PH 24, ' +
        'TH 260, TL 2, VN 102',
    ),
    // Mission by mission: Laos nationals are 195 in Laos and 164 in Thailand (R20). With the Indonesians of T079 the 120 of
    // T075 would be more than the tenth nationality of T014 has; here they are twelve fewer.
    nationalities: [
      ...pairs({ AF: 179, PK: 20, BD: 15, IN: 53, NP: 113 }),
      ...pairs({ PK: 3, LK: 7, KH: 122 }),
      ...pairs({ ID: 108, KH: 66, MM: 36, unknown: 18 }),
      ...pairs({ ID: 13, PH: 12, TH: 9 }),
      ...pairs({ LA: 195 }),
      ...pairs({ UG: 14, VN: 12, MM: 12, PH: 24 }),
      ...pairs({ LA: 164, KH: 36, MM: 38, CN: 2, CO: 1, TH: 19 }),
      ...pairs({ TL: 2, KH: 34, VN: 68 }),
    ],
    destinations: tally(
      'AF 170, TH 449, ID 148, MY 100, KH 100, LA 100, NP 80, VN 70, JP 34, PH 24, KR 40, CN 40, ' + 'SG 40',
    ),
  },
  {
    code: 'CNAC',
    ages: { child: 636, adult: 121 },
    sexes: { female: 431, male: 326 },
    exploitation: { labour: 621, sexual: 53, combined: 45, begging: 38 },
    types: { internal: 553, cross_border: 193 },
    offices: { HT: 690, DO: 10, GT: 20, HN: 10, SV: 10, NI: 10, MX: 7 },
    nationalities: pairs({ HT: 700, GT: 20, HN: 15, SV: 10, NI: 12 }),
    destinations: { HT: 658, US: 40, MX: 30, GT: 20, TT: 9 },
  },
  {
    code: 'CWA',
    ages: { child: 52, adult: 36 },
    sexes: { female: 35, male: 53 },
    // No whole number of 88 is 21%: the printed percents are of the 87 whose form is known.
    exploitation: { sexual: 27, labour: 20, begging: 18, other: 22 },
    types: { internal: 44, both: 32 },
    offices: { ML: 30, GH: 20, NG: 20, TD: 18 },
    nationalities: pairs({ ML: 30, GH: 20, NG: 20, BF: 18 }),
    destinations: { ML: 30, GH: 20, NG: 18, TD: 20 },
  },
  {
    code: 'ESA',
    ages: { child: 95, adult: 120 },
    sexes: { female: 127, male: 88 },
    exploitation: { labour: 97, sexual: 19, combined: 6, other: 34 },
    types: { cross_border: 159, internal: 56 },
    offices: { ET: 60, KE: 40, UG: 30, TZ: 30, ZM: 20, ZW: 10, MZ: 8, MW: 7, MG: 5, MU: 5 },
    nationalities: pairs({ ET: 60, UG: 50, CD: 40, TZ: 30, ZM: 20, SO: 15 }),
    destinations: { ET: 25, KE: 40, UG: 30, TZ: 40, ZM: 30, ZA: 50 },
  },
  {
    code: 'MENA',
    ages: { child: 278, adult: 411 },
    sexes: { female: 383, male: 306 },
    exploitation: { labour: 285, sexual: 104, begging: 146, other: 139 },
    types: { internal: 383, cross_border: 306 },
    offices: { YE: 430, EG: 90, JO: 50, LB: 40, IQ: 40, SY: 26, MA: 20 },
    nationalities: pairs({ YE: 378, ET: 62, IQ: 80, SO: 60, PH: 40, LK: 30, EG: 46 }),
    destinations: { YE: 552, EG: 103, JO: 20, LB: 21 },
  },
  {
    code: 'EEA',
    ages: { adult: 250, child: 18 },
    sexes: { female: 250, male: 75 },
    exploitation: { sexual: 218, labour: 61, combined: 29, other: 21, begging: 7 },
    types: { cross_border: 250, internal: 7 },
    offices: tally(
      'RO 40, BG 30, PL 50, IT 40, DE 25, CZ 20, NL 20, BE 20, AT 15, GB 15, ES 10, SK 10, HU 10, ' +
        'LT 9, LV 8, EE 7, FI 6, SE 6, NO 5, PT 4, GR 3, IE 2, MT 2',
    ),
    nationalities: pairs({ RO: 80, BG: 70, NG: 60, PL: 50, BR: 30, CN: 30, MD: 20, UA: 10, UZ: 7 }),
    destinations: { PL: 122, IT: 60, DE: 50, CZ: 40, NL: 30, BE: 20, GB: 20, AT: 15 },
  },
  {
    code: 'SAM',
    ages: { child: 28, adult: 32 },
    sexes: { female: 47, male: 13 },
    exploitation: { labour: 31, sexual: 25, combined: 2 },
    types: { cross_border: 43, internal: 17 },
    offices: { AR: 30, CO: 10, EC: 10, PE: 10 },
    nationalities: pairs({ BO: 20, PY: 6, CO: 15, PE: 10, HT: 9 }),
    destinations: { AR: 30, CO: 10, EC: 10, PE: 10 },
  },
  {
    code: 'EECA',
    ages: { child: 200, adult: 1620 },
    sexes: { female: 1110, male: 710 },
    exploitation: { labour: 1056, sexual: 619, combined: 36, begging: 36, other: 73 },
    types: { cross_border: 1456, internal: 309 },
    // T086: Ukraine, Uzbekistan and Kyrgyzstan as missions and as nationalities are different numbers.
    offices: tally(
      'UA 814, RU 11, UZ 202, KZ 83, KG 204, TR 9, BY 141, MD 100, TJ 80, AM 20, GE 20, AZ 16, ' +
        'AL 30, RS 30, BA 20, MK 20, XK 15, ME 5',
    ),
    nationalities: pairs(
      tally('UA 825, UZ 285, KG 213, BY 141, MD 100, TJ 80, KZ 60, AM 20, GE 20, AZ 16, RS 30, AL 30'),
    ),
    destinations: tally(
      'RU 837, KZ 265, TR 101, UZ 80, KG 80, BY 60, MD 60, UA 100, AE 70, AL 50, RS 40, IT 40, ' + 'XK 37',
    ),
  },
  {
    code: '',
    ages: { child: 100, adult: 0 },
    sexes: { female: 59, male: 51 },
    exploitation: { labour: 56, sexual: 54 },
    types: { internal: 88, cross_border: 22 },
    offices: { HQ: 110 },
    nationalities: pairs({}),
    destinations: {},
  },
]

/** T036 counts 27 country offices in Asia and the Pacific; fifteen of them print a number. */
export const silentOffices = ['MM', 'CN', 'HK', 'KR', 'MN', 'AU', 'PG', 'FM', 'MH', 'NR', 'NZ', 'MV'] as const
