/** Languages that spell the letters of a script differently. A name is read by the language of its country, else by its letters. */
export type NameLanguage =
  | 'ru'
  | 'uk'
  | 'be'
  | 'bg'
  | 'sr'
  | 'mk'
  | 'kk'
  | 'ky'
  | 'tg'
  | 'mn'
  | 'ar'
  | 'fa'
  | 'ur'
  | 'hi'
  | 'ne'
  | 'bn'
  | 'de'
  | 'vi'
  | 'tr'
  | 'pl'
  | 'ro'
  | 'el'

const languageOf: Readonly<Record<string, NameLanguage>> = {
  RU: 'ru',
  UA: 'uk',
  BY: 'be',
  BG: 'bg',
  RS: 'sr',
  ME: 'sr',
  BA: 'sr',
  HR: 'sr',
  SI: 'sr',
  XK: 'sr',
  MK: 'mk',
  KZ: 'kk',
  KG: 'ky',
  TJ: 'tg',
  MN: 'mn',
  IR: 'fa',
  AF: 'fa',
  PK: 'ur',
  IN: 'hi',
  NP: 'ne',
  BD: 'bn',
  SY: 'ar',
  IQ: 'ar',
  JO: 'ar',
  LB: 'ar',
  EG: 'ar',
  YE: 'ar',
  SD: 'ar',
  LY: 'ar',
  TN: 'ar',
  DZ: 'ar',
  MA: 'ar',
  SA: 'ar',
  AE: 'ar',
  KW: 'ar',
  QA: 'ar',
  BH: 'ar',
  OM: 'ar',
  PS: 'ar',
  MR: 'ar',
  SO: 'ar',
  DJ: 'ar',
  DE: 'de',
  AT: 'de',
  CH: 'de',
  VN: 'vi',
  TR: 'tr',
  PL: 'pl',
  RO: 'ro',
  MD: 'ro',
  GR: 'el',
  CY: 'el',
}

/** The language of a country's documents; null where none of the special rules applies. `country`: ISO 3166 alpha-2. */
export function languageOfCountry(country: string | null | undefined): NameLanguage | null {
  return country ? (languageOf[country.toUpperCase()] ?? null) : null
}

/** Letters that only some Cyrillic alphabets have, the narrower first. */
const cyrillicSigns: readonly (readonly [RegExp, NameLanguage])[] = [
  [/[ѓќѕ]/i, 'mk'],
  [/[ђјљњћџ]/i, 'sr'],
  [/ў/i, 'be'],
  [/[їєґ]/i, 'uk'],
  [/[ҷӣӯҳ]/i, 'tg'],
  [/[әұқғһ]/i, 'kk'],
  [/ң/i, 'ky'],
  [/[өү]/i, 'mn'],
  [/[ыэё]/i, 'ru'],
  [/і/i, 'uk'],
]

const cyrillicLanguages: ReadonlySet<NameLanguage> = new Set([
  'ru',
  'uk',
  'be',
  'bg',
  'sr',
  'mk',
  'kk',
  'ky',
  'tg',
  'mn',
])

/**
 * How to read a Cyrillic word: letters that only one alphabet has decide (a Russian document of a Ukrainian is read as
 * Russian), then the country, then Russian. The whole name is looked at, not the single word.
 */
export function cyrillicLanguage(name: string, country: NameLanguage | null): NameLanguage {
  const plain = name.normalize('NFC')
  const own = country !== null && cyrillicLanguages.has(country) ? country : null
  // Belarusian has ы, э, ё as Russian does, and і as Ukrainian; letters that it lacks tell a Russian document.
  if (own === 'be') return /[ищъ]/i.test(plain) ? 'ru' : 'be'
  const signs = cyrillicSigns.filter(([letters]) => letters.test(plain)).map(([, language]) => language)
  const asian = own === 'kk' || own === 'ky' || own === 'tg' || own === 'mn'
  if (
    own !== null &&
    (signs.length === 0 || signs.includes(own) || (asian && signs.every(s => s === 'ru' || s === 'uk')))
  )
    return own
  return signs[0] ?? own ?? 'ru'
}
