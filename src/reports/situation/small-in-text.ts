import { speltNumber } from '#figures/proof/number-words.ts'
import { scale } from '#figures/proof/amount.ts'

/**
 * Whether words that somebody typed may tell the public of so few persons that one of them could be recognised. When in doubt,
 * yes: a small number counts unless what it counts is known to be nobody (“2 workshops”, “3 June”). Number words of other
 * languages than English only as far as `abroad` has them; digits in any script of the register.
 */
export function saysSmallNumber(text: string, threshold: number): boolean {
  const tokens = tokensOf(text)
  return tokens.some((token, at) => {
    const after = tokens.slice(at + 1)
    if (token.n !== null) return token.n >= 1 && token.n < threshold && !isHarmless(tokens, at)
    if (pronouns.has(token.word) || abroad.has(token.word)) return true
    if (articles.has(token.word)) return isOne(after)
    return saysInWords(tokens, at, threshold)
  })
}

interface Token {
  /** Lower case. */
  readonly word: string
  /** A whole number that stands by itself; null: a word, a date, a share, a number with decimals. */
  readonly n: number | null
}

function tokensOf(text: string): Token[] {
  const plain = text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit)
  return [...plain.matchAll(/\d[\d.,:/%\u202F\u00A0]*|\p{L}[\p{L}\p{M}'’]*/gu)].map(([found]) => {
    const word = found.toLowerCase().replace(/[.,:/]+$/, '')
    const whole = /^\d{1,3}(?:[,.\u202F\u00A0]\d{3})+$|^\d+$/.test(word)
    return { word, n: whole ? Number(word.replace(/\D/g, '')) : null }
  })
}

/** Digits of Arabic, Persian, Devanagari, Bengali, Thai, Lao, Myanmar and Khmer; others stay and are no number here. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0]
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find(first => code >= first && code <= first + 9)
  return zero === undefined ? digit : String(code - zero)
}

/** Words within which what is counted is looked for: “3 two-day regional training sessions”. */
const reach = 4

/** Part of a date or a name, a larger number in words, or a count of what is nobody, named before anybody is. */
function isHarmless(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before && (months.has(before.word) || numbered.has(before.word))) return true
  const after = tokens.slice(at + 1)
  const next = after.find(({ word, n }) => n === null && !joining.has(word))
  if (next && months.has(next.word) && after.indexOf(next) < reach) return true
  if (after[0] && magnitudes.has(after[0].word)) return true
  const counted = after.slice(0, reach).find(({ word }) => isNobody(word) || isSomebody(word))
  return counted !== undefined && isNobody(counted.word)
}

function saysInWords(tokens: readonly Token[], at: number, threshold: number): boolean {
  const { word = '' } = tokens[at] ?? {}
  if (few.has(word)) return tokens.slice(at + 1, at + 1 + reach).some(each => isSomebody(each.word))
  const following = tokens[at + 1]?.word ?? ''
  if (word === 'one' && (idioms.has(following) || tokens[at - 1]?.word === 'no')) return false
  const spelt = speltNumber([word, following].join(' ').trim())
  if (spelt === null || spelt.percent) return false
  const n = spelt.amount / scale
  return n >= 1 && n < threshold && !isHarmless(tokens, at)
}

/** “a trafficked person”, “the young woman”: one, unless the word belongs to another (“the child protection system”). */
function isOne(after: readonly Token[]): boolean {
  const at = after.slice(0, 3).findIndex(({ word }) => oneOf.has(word))
  return at !== -1 && !compounds.has(after[at + 1]?.word ?? '')
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const starts = (stems: ReadonlySet<string>) => (word: string) =>
  stems.has(word) || [...stems].some(stem => stem.length > 3 && word.startsWith(stem))

const isSomebody = starts(
  words(`person people victim survivor woman women man men girl boy child children minor baby babies infant adult youth migrant
    refugee national citizen beneficiar participant trainee client patient mother father parent family families household case
    vot vots returnee worker officer guard official student pupil teacher trafficker suspect perpetrator resident caller employee
    volunteer respondent interviewee individual male males female females brother sister daughter son sons wife wives husband
    teenager adolescent orphan member expert specialist practitioner`),
)

const isNobody = starts(
  words(`training session meeting workshop webinar event course module conference roundtable campaign day days week weeks month
    year hour minute office country countries region city cities town village district oblast border crossing point centre
    center shelter site station airport leaflet poster flyer brochure booklet card sticker video film clip article publication
    report guide guidance tool toolkit manual handbook survey study studies assessment language organisation organization
    institution ministry ministries agency agencies ngo ngos partner university universities school embassy embassies project
    programme phase round platform network body bodies vehicle bus buses kit kits package item tent pillar area sector stage
    step type kind ways percent times mission law laws amendment standard procedure recommendation topic theme page parts
    section version edition copies`),
)

const oneOf =
  words(`person victim survivor woman man girl boy child minor baby infant adult migrant refugee national citizen beneficiary
  mother father parent family returnee client patient caller brother sister daughter son wife husband teenager adolescent orphan`)

const compounds = words(
  `protection trafficking support safety centre center helpline rights labour labor care assistance friendly reunification
  tracing integration policy smuggling management participation welfare referral`,
)

const pronouns = words('she he her hers him his herself himself')
const articles = words('a an the this that another')
const few = words('single sole both couple pair few twins')
const idioms = words('another stop on to time day')
const joining = words('and or to until through of the und et y')
const magnitudes = words('hundred thousand million billion')
const numbered = words(
  'no number nr phase annex article chapter figure table paragraph level step part protocol section goal sdg round day version',
)

const months: ReadonlySet<string> = new Set(
  ['en', 'fr', 'es', 'ru', 'uk', 'ar', 'de', 'pl', 'ro'].flatMap(language =>
    (['long', 'short'] as const).flatMap(month =>
      Array.from({ length: 12 }, (_, at) =>
        // With a day beside it: some languages bend the name then.
        (
          new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
            .formatToParts(new Date(Date.UTC(2022, at, 3)))
            .find(({ type }) => type === 'month')?.value ?? ''
        )
          .toLowerCase()
          .replace(/\.$/, ''),
      ),
    ),
  ),
)

/** One to four where these words are no articles. */
const abroad = words(
  `deux trois quatre dos tres cuatro
  один одна одного одной одну два две двух двое двоих три трёх трех трое четыре четырёх четырех четверо
  дві двоє двох троє трьох чотири чотирьох четверо
  اثنان اثنين اثنتان ثلاثة ثلاث أربعة أربع واحدة`,
)
