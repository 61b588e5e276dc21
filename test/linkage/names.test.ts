import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaroWinkler } from '#linkage/distance/jaro-winkler.ts'
import { aliasesOf } from '#linkage/names/aliases.ts'
import { type NameColumns, nameColumns } from '#linkage/names/columns.ts'
import { daitchMokotoff } from '#linkage/names/daitch-mokotoff.ts'
import { consonantsOf, skeletonOf } from '#linkage/names/keys.ts'
import { languageOfCountry } from '#linkage/names/language.ts'
import { rolesOf } from '#linkage/names/roles.ts'
import { romaniseWord } from '#linkage/names/romanise.ts'
import { surnameStem } from '#linkage/names/surname.ts'

const romanise = (word: string, country: string | null = null) => romaniseWord(word, languageOfCountry(country))

describe('each language writes the same letters its own way', () => {
  test.each([
    ['UA', 'Григорій', 'hryhorii'],
    ['RU', 'Григорий', 'grigorii'],
    ['BY', 'Грыгорый', 'hryhoryi'],
    ['BG', 'Георгиева', 'georgieva'],
    ['BG', 'Христов', 'hristov'],
    ['BG', 'Щерев', 'shterev'],
    ['RU', 'Щербаков', 'shcherbakov'],
    ['UA', 'Юлія', 'yuliia'],
    ['RU', 'Юлия', 'iuliia'],
    ['RS', 'Ђорђевић', 'djordjevic'],
    ['MK', 'Јовановски', 'jovanovski'],
    ['KG', 'Жумабек', 'jumabek'],
    [null, 'Ґалаґан', 'galagan'],
    [null, 'Їжакевич', 'yizhakevych'],
    ['GR', 'Παπαδοπούλου', 'papadopoulou'],
    ['NP', 'धनबहादुर', 'dhanbahadur'],
    ['NP', 'कृष्ण', 'krishna'],
    ['BD', 'রহিম', 'rahim'],
    ['KH', 'សុវណ្ណ', 'sovann'],
    ['KH', 'ស្រីនិច', 'sreynich'],
    ['SY', 'خديجة', 'khadija'],
    ['TH', 'สมชาย', 'somchay'],
    ['ET', 'ተስፋዬ', 'tesfaye'],
    ['DE', 'Müller', 'mueller'],
    ['TR', 'Müller', 'muller'],
    ['KR', '김', 'kim'],
  ])('%s %s → %s', (country, word, expected) => {
    expect(romanise(word, country)).toBe(expected)
  })

  test('a Ukrainian with a Russian document is read as Russian', () => {
    expect(romanise('Сергей', 'UA')).toBe('serhei')
    expect(romanise('Татьяны', 'UA')).toBe('tatiany')
  })

  test('any text becomes a to z and digits, and stays what it is when romanised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), text => {
        const once = romanise(text)
        expect(once).toMatch(/^[a-z0-9]*$/)
        expect(romanise(once)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })
})

test('Daitch-Mokotoff: the published examples', () => {
  const codes = {
    Auerbach: '097400 097500',
    Lipshitz: '874400',
    Lippszyc: '874400 874500',
    Lewinsky: '876450',
    Szlamawicz: '486740',
    Moskowitz: '645740',
    Peters: '734000 739400',
    Jackson: '145460 154600 445460 454600',
    Przemysl: '746480 794648',
    Rosochowaciec: '944744 944745 944754 944755 945744 945745 945754 945755',
    Mannheim: '665600',
    '': '',
  }
  for (const [name, expected] of Object.entries(codes)) expect(daitchMokotoff(name).join(' '), name).toBe(expected)
  for (const name of ['Shevchenko', 'Schewtschenko', 'Szewczenko', 'Chevtchenko'])
    expect(daitchMokotoff(name), name).toContain('474650')
  expect(daitchMokotoff('c'.repeat(60)).length).toBeLessThanOrEqual(32)
})

test('keys: consonants join what Arabic and Indic scripts leave out', () => {
  for (const [a, b] of [
    ['محمد', 'Mohammed'],
    ['حمدان', 'Hamdan'],
    ['يوسف', 'Youssef'],
    ['وليد', 'Oualid'],
    ['विमला', 'Bimala'],
  ] as const)
    expect(consonantsOf(romanise(a)), a).toBe(consonantsOf(romanise(b)))
  expect(skeletonOf(romanise('Наталія', 'UA'))).toBe(skeletonOf('natalya'))
  expect(consonantsOf('olha')).not.toBe(consonantsOf('anna'))
})

test('aliases: translated names and pet names share a key, others do not', () => {
  const meet = (a: string, b: string) => aliasesOf(a).some(key => aliasesOf(b).includes(key))
  for (const [a, b] of [
    ['mykola', 'nikolai'],
    ['olena', 'elena'],
    ['serhii', 'sergey'],
    ['hanna', 'anna'],
    ['oleksandr', 'sasha'],
    ['oleksandra', 'sasha'],
    ['kateryna', 'katya'],
    ['mamadou', 'mohammed'],
  ] as const)
    expect(meet(a, b), `${a} ${b}`).toBe(true)
  expect(meet('oleksandr', 'oleksandra')).toBe(false)
  expect(meet('olena', 'olha')).toBe(false)
  expect(aliasesOf('zzyzx')).toEqual([])
})

test('surnames: her form and his have one stem', () => {
  for (const [a, b] of [
    ['ivanova', 'ivanov'],
    ['smirnoff', 'smirnova'],
    ['kowalska', 'kowalski'],
    ['dostoevskaia', 'dostoevskii'],
    ['pushkina', 'pushkin'],
    ['papadopoulou', 'papadopoulos'],
  ] as const)
    expect(surnameStem(a), a).toBe(surnameStem(b))
  expect(surnameStem('shevchenko')).toBe('shevchenko')
  expect(surnameStem('ina')).toBe('ina')
})

describe('roles', () => {
  test.each([
    [{ full: 'Шевченко Ольга Іванівна', country: 'UA' }, 'olha', 'ivan', 'shevchenko'],
    [{ full: 'Olha Ivanivna Shevchenko', country: 'UA' }, 'olha', 'ivan', 'shevchenko'],
    [{ given: 'Елена Ивановна', family: 'Петрова' }, 'elena', 'ivan', 'petrova'],
    [{ given: 'Olha', middle: 'Ivanivna', family: 'Shevchenko' }, 'olha', 'ivan', 'shevchenko'],
    [{ full: 'Алиев Рустам Мамед оглы', country: 'AZ' }, 'rustam', 'mamed', 'aliev'],
    [{ given: 'Jovan', family: 'Jovanović', country: 'RS' }, 'jovan', null, 'jovanovic'],
    [{ full: 'Kovalenko, Anna-Maria' }, 'anna maria', null, 'kovalenko'],
    [{ full: 'Nguyễn Thị Lan', country: 'VN' }, 'thi lan', null, 'nguyen'],
    [{ full: 'Dawit Bekele Girma', country: 'ET' }, 'dawit', 'bekele', 'girma'],
    [{ given: 'María', family: 'de la Cruz', country: 'CO' }, 'maria', null, 'cruz'],
    [{ full: 'عبد الرحمن علي الحسن', country: 'SY' }, 'abdulrahman ali', null, 'hasan'],
    [{ full: 'Abd al-Rahman bin Ali al-Hassan', country: 'SY' }, 'abdulrahman ali', null, 'hassan'],
    [{ given: 'Abdirahman', family: 'Abdallah' }, 'abdulrahman', null, 'abdullah'],
    [{ full: '王小明', country: 'CN' }, 'xiaoming', null, 'wang'],
  ])('%o', (name, given, father, family) => {
    const roles = rolesOf(name)
    expect([roles.given.join(' '), roles.father, roles.family.join(' ')]).toEqual([given, father, family])
    expect(roles.oneName).toBe(false)
  })

  test.each([
    { given: 'Sok', family: 'XXX', country: 'KH' },
    { given: '', family: 'Sok' },
    { given: 'FNU', family: 'Sok' },
    { given: 'Sok', family: 'Sok' },
    { full: 'Sok' },
  ])('one name: %o', name => {
    expect(rolesOf(name)).toMatchObject({ given: ['sok'], family: [], oneName: true })
  })

  test('no name is no name', () => {
    const empty = nameColumns({ given: '-', family: 'Unknown' })
    expect(empty).toMatchObject({ given: null, family: null, bag: null, skeleton: null, oneName: false, aliases: [] })
  })
})

describe('columns', () => {
  test('two missions, two scripts, a marriage: the keys meet', () => {
    const origin = nameColumns({ given: 'Ольга', middle: 'Іванівна', family: 'Ковальська', country: 'UA' })
    const abroad = nameColumns({ given: 'Olga', family: 'Petrenko', previous: ['Kovalsky'] })
    expect(shared(origin, abroad, 'families')).toHaveLength(1)
    expect(shared(origin, abroad, 'aliases')).toEqual(['f:olga'])
    expect(origin.givenSkeleton).toBe(abroad.givenSkeleton)
    expect(origin.father).toBe('ivan')
  })

  test('the order of the two fields does not change the bag', () => {
    const word = fc.constantFrom('Оксана', 'Kovalenko', 'សុខា', 'محمد', 'Nguyễn', 'Anna')
    fc.assert(
      fc.property(word, word, (given, family) => {
        fc.pre(given !== family)
        const [a, b] = [nameColumns({ given, family }), nameColumns({ given: family, family: given })]
        expect(a.bag).toBe(b.bag)
        expect(a.consonants).toBe(b.consonants)
      }),
    )
  })
})

const lists = join(import.meta.dirname, '../../../shared/data/linkage/names')

/** Common names of a country in both scripts, as pairs. */
function pairs(file: string, countries: string, own: number, latin: number): [string, string, string][] {
  return readFileSync(join(lists, file), 'utf8')
    .split('\n')
    .map(line => line.trim().split(','))
    .filter(cells => countries.split(' ').includes(cells[0] ?? '') && cells[own] !== cells[latin])
    .map(cells => [cells[0] ?? '', cells[own] ?? '', cells[latin] ?? ''])
}

test.skipIf(!existsSync(lists))('of common Cyrillic and Georgian names nine in ten meet in the skeleton', () => {
  const found = [
    ...pairs('common-forenames-by-country.csv', 'RU BG KG KZ ME MK RS', 10, 11),
    ...pairs('common-surnames-by-country.csv', 'RU BG KZ RS GE', 4, 5),
  ]
  const met = found.filter(
    ([country, own, latin]) => skeletonOf(romanise(own, country)) === skeletonOf(romanise(latin, country)),
  )
  const near = found.filter(
    ([country, own, latin]) => jaroWinkler(romanise(own, country), romanise(latin, country)) >= 0.85,
  )
  expect(found.length).toBeGreaterThan(200)
  expect(met.length / found.length).toBeGreaterThan(0.9)
  expect(near.length / found.length).toBeGreaterThan(0.95)
})

const shared = (a: NameColumns, b: NameColumns, column: 'families' | 'aliases' | 'sounds') =>
  a[column].filter(each => b[column].includes(each))
