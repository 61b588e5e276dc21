/**
 * Daitch-Mokotoff soundex (Daitch and Mokotoff 1985, from the published table): six digits for how a Slavic, German or Yiddish name
 * sounds, several where a spelling can be read in several ways. A key for blocking: Shevchenko, Schewtschenko, Szewczenko and
 * Chevtchenko share 474650. Takes a word of a to z; other characters are passed over.
 */
export function daitchMokotoff(word: string): string[] {
  const text = word.toLowerCase().replace(/[^a-z]/g, '')
  if (text === '') return []
  let branches: Branch[] = [{ code: '', last: null }]
  let at = 0
  let before = ''
  while (at < text.length) {
    const rule = ruleAt(text, at)
    const next = at + rule.spelling.length
    const codes = at === 0 ? rule.first : isVowel(text[next]) ? rule.beforeVowel : rule.other
    const letter = text[at] ?? ''
    const forced = (before === 'm' && letter === 'n') || (before === 'n' && letter === 'm')
    branches = distinct(branches.flatMap(branch => codes.map(code => grown(branch, code, forced)))).slice(
      0,
      mostBranches,
    )
    before = text[next - 1] ?? ''
    at = next
  }
  return [...new Set(branches.map(({ code }) => code.padEnd(6, '0')))].sort()
}

/** No name of a person has more readings; a text made of c alone would. */
const mostBranches = 32

interface Branch {
  readonly code: string
  /** The digits of the sound before; null at the beginning. */
  readonly last: string | null
}

interface Rule {
  readonly spelling: string
  readonly first: readonly string[]
  readonly beforeVowel: readonly string[]
  readonly other: readonly string[]
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

/** Two neighbours that sound alike are written once, but m beside n is two sounds. */
function grown(branch: Branch, code: string, forced: boolean): Branch {
  const written = branch.last === null || !branch.last.endsWith(code) || forced
  return { code: written ? (branch.code + code).slice(0, 6) : branch.code, last: code }
}

function distinct(branches: readonly Branch[]): Branch[] {
  return [...new Map(branches.map(branch => [`${branch.code} ${branch.last}`, branch])).values()]
}

function ruleAt(text: string, at: number): Rule {
  for (const rule of byFirst.get(text[at] ?? '') ?? []) if (text.startsWith(rule.spelling, at)) return rule
  throw new RangeError('Only the letters a to z have a rule.')
}

/** Spellings; digits at the beginning of a word, before a vowel, elsewhere. `-` no digit, `|` one or the other. */
const table = `
a e i o u ue | 0 - -
y ia ie io iu | 1 - -
j | 1|4 -|4 -|4
ai aj ay ei ej ey oi oj oy ui uj uy | 0 1 -
au | 0 7 -
eu | 1 1 -
b f fb p pf ph v w | 7 7 7
d dt t th | 3 3 3
g k kh q | 5 5 5
h | 5 5 -
l | 8 8 8
m n | 6 6 6
mn nm | 66 66 66
r | 9 9 9
s z | 4 4 4
x ks chs | 5 54 54
c ch | 4|5 4|5 4|5
ck | 5|45 5|45 5|45
rs rz | 4|94 4|94 4|94
cs csz czs cz drs drz ds dsh dsz dz dzh dzs sch sh sz tc tch trs trz ts tsch tsh tsz ttch tts ttsch ttsz ttz tz tzs zh zs zsch zsh | 4 4 4
sc schtch schtsch schtsh shch shtch shtsh stch strs strz stsch stsh szcs szcz zdz zdzh zhdzh | 2 4 4
schd scht sd shd sht st szd szt zd zhd | 2 43 43
`

const byFirst: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(
  table
    .trim()
    .split('\n')
    .flatMap(line => {
      const [spellings = '', digits = ''] = line.split(' | ')
      const [first = [], beforeVowel = [], other = []] = digits
        .split(' ')
        .map(each => each.split('|').map(code => (code === '-' ? '' : code)))
      return spellings.split(' ').map(spelling => ({ spelling, first, beforeVowel, other }))
    })
    .sort((a, b) => b.spelling.length - a.spelling.length),
  rule => rule.spelling[0] ?? '',
)
