import { type Code, type CodeList, codeList } from '../code-list.ts'
import { countries } from '../data/countries.ts'
import { languages } from '../data/languages.ts'

const countryCodes: readonly Code[] = countries.map(([alpha2, alpha3, region, label]) => ({
  code: alpha2,
  label,
  group: region,
  htcds: alpha2,
  ctdcA: alpha2,
  ctdcB: alpha3,
  ctdcC: alpha3,
}))

const byAlpha3 = new Map(countries.map(([alpha2, alpha3]) => [alpha3, alpha2]))
const known = new Set(countries.map(([alpha2]) => alpha2))

/** alpha-2 of a country given as alpha-3 in any case (`NAM` -> `NA`); undefined when there is none. */
export function countryByAlpha3(alpha3: string): string | undefined {
  return byAlpha3.get(alpha3.trim().toUpperCase())
}

/** alpha-2 of a country given as alpha-2 or alpha-3. `NA` is Namibia, never "not available". */
export function countryCode(word: string): string | undefined {
  const code = word.trim().toUpperCase()
  return known.has(code) ? code : byAlpha3.get(code)
}

const iso =
  'Codes: ISO 3166-1, all 249 entries, and XK (user-assigned) for Kosovo. Short names: our own choice. Regions: the list ' +
  'of countries by regional office in the 2012 annual review of assistance; places not named there by geography (our judgement).'

export const countryLists: readonly CodeList[] = [
  codeList({
    id: 'region',
    label: 'Region',
    codes: [
      { code: 'AP', label: 'Asia and the Pacific' },
      { code: 'CNAC', label: 'Central and North America and the Caribbean' },
      { code: 'CWA', label: 'Central and West Africa' },
      { code: 'ESA', label: 'East and Southern Africa' },
      { code: 'MENA', label: 'Middle East and North Africa' },
      { code: 'EEA', label: 'European Economic Area' },
      { code: 'SAM', label: 'South America' },
      { code: 'EECA', label: 'South-Eastern Europe, Eastern Europe and Central Asia' },
    ],
    source: 'The eight regional chapters of the 2012 annual review of assistance; the short codes are ours.',
  }),
  codeList({ id: 'country', label: 'Country', long: true, groupedBy: 'region', codes: countryCodes, source: iso }),
  codeList({
    id: 'nationality',
    label: 'Nationality',
    long: true,
    groupedBy: 'region',
    codes: [...countryCodes, { code: 'stateless', label: 'Stateless' }],
    source: `${iso} Stateless: asked for by the demands; HTCDS has no value for it.`,
  }),
  codeList({
    id: 'language',
    label: 'Language',
    long: true,
    codes: languages.map(([code, iso3, label]) => ({ code, label, htcds: iso3 })),
    source: 'Codes: ISO 639-1, else ISO 639-2 or 639-3. A selection of living languages, not the whole standard.',
  }),
]
