import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtIn } from '#dictionary/dictionary.ts'
import { alphabetOf, countryOf, isMissing, markOf } from '#exchange/ctdc/cell.ts'
import { ctdcColumns } from '#exchange/ctdc/columns.ts'
import { exportCtdc } from '#exchange/ctdc/export.ts'
import { importCtdc } from '#exchange/ctdc/import.ts'
import { ctdcHeaders } from '#dictionary/ctdc.ts'
import { openCtdcFile } from '#exchange/ctdc/units.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type ScratchFolder, type ScratchRegister, scratchFolder, scratchRegister } from './scratch.ts'

let folder: ScratchFolder
beforeAll(() => {
  folder = scratchFolder()
})
afterAll(() => folder.remove())

const target = { office: 'office', reference: (kind: string, value: string) => `${kind}:${value}` }

async function unitsOf(content: string) {
  const file = await openCtdcFile(builtIn, folder.file('ctdc.csv', content))
  const units = []
  for await (const unit of file.units(target)) units.push(unit)
  const contents = units.map(unit => Object.fromEntries(unit.records.map(record => [record.type, record.set])))
  return { file, units, contents, ids: units.map(unit => unit.records[0]?.id ?? '') }
}

describe('schemas', () => {
  test('every column of A, B and C is known, and the lists are complete', () => {
    const known = ctdcColumns(builtIn)
    expect(ctdcHeaders.ctdcA).toHaveLength(63)
    expect(ctdcHeaders.ctdcB).toHaveLength(37)
    expect(ctdcHeaders.ctdcC).toHaveLength(27)
    const unknown = Object.values(ctdcHeaders)
      .flat()
      .filter(name => !known.has(name.toLowerCase()))
    expect(unknown).toEqual([])
  })

  test('A: a column with the terms of use, flags, -99, 0 as a withheld country, both spellings of the age', async () => {
    const { contents, file } = await unitsOf(
      '"Terms of use, please read: by using ...",yearOfRegistration,Datasource,gender,ageBroad,majorityStatus,citizenship,CountryOfExploitation,' +
        'meansOfControlDebtBondage,meansOfControlThreats,isForcedLabour,isSexualExploit,typeOfLabourBegging,isAbduction,recruiterRelationFamily\n' +
        ',2016,Case Management,Female,09--17,Minor,NA,0,1,-99,1,0,1.0,0,\n' +
        ',-99,Hotline,-99,-99,-99,00,,,,,,,,1\n',
    )
    expect(contents[0]).toEqual({
      person: { sex: 'female', nationality: ['NA'] },
      case: {
        ageBand: '9--17',
        ageGroup: 'child',
        category: 'trafficked',
        dataSource: 'case_management',
        registeredOn: '2016',
        route: 'outside_source',
      },
      episode: {
        countryOfExploitation: 'redacted',
        exploitation: { begging: 'yes', forced_labour: 'yes', sexual: 'no' },
        means: { abduction: 'no', debt_bondage: 'yes', threats: 'unknown' },
        recruiterRelation: { family: 'unknown' },
      },
    })
    expect(contents[1]?.['person']).toEqual({ sex: 'unknown', nationality: 'redacted' })
    expect(contents[1]?.['case']).toMatchObject({ registeredOn: 'unknown', ageBand: 'unknown', dataSource: 'hotline' })
    expect(contents[1]?.['episode']).toMatchObject({
      exploitation: { forced_labour: 'unknown' },
      countryOfExploitation: 'unknown',
    })
    expect(file.ignored).toHaveLength(1)
  })

  test('B: tabs, names cut at 32 characters, alpha-3; NA is missing where countries have three letters', async () => {
    const names =
      'yearOfRegistration gender citizenship CountryOfExploitation meansOfControlRestrictsMedicalCa traffickMonths'
    const { contents } = await unitsOf(
      `${names.split(' ').join('\t')}\n2019\tMale\tNAM\tNA\t1\t0--12 (0-1 yr)\n2019\tMale\tPHL\tUSA\t\t25+\n`,
    )
    expect(contents[0]).toMatchObject({
      person: { sex: 'male', nationality: ['NA'] },
      episode: {
        countryOfExploitation: 'unknown',
        means: { restricts_medical_care: 'yes' },
        durationBand: 'up_to_1_year',
      },
    })
    expect(contents[1]?.['episode']).toMatchObject({
      means: { restricts_medical_care: 'unknown' },
      durationBand: 'over_2_years',
    })
  })

  test('C: a composite proves none of its members; the third gender; sectorOf names', async () => {
    const { contents, file } = await unitsOf(
      'yearOfRegistration,gender,citizenship,meansThreats,meansFalsePromises,isOtherExploit,sectorOfLabourConstruction\n' +
        '2022,Trans/Transgender/NonConforming,UKR,1,1,1,1\n2022,Woman,UKR,,,,\n',
    )
    expect(contents[0]).toMatchObject({
      person: { sex: 'other', gender: 'non_conforming' },
      episode: {
        means: {
          false_promises: 'yes',
          threat_law_enforcement: 'unknown',
          threats: 'unknown',
          uses_children: 'unknown',
        },
        exploitation: { other: 'yes' },
        sector: { construction: 'yes' },
      },
    })
    expect(contents[1]?.['person']).toMatchObject({ sex: 'female' })
    expect(file.tally.composites).toBe(1)
  })

  test('a value nobody knows is unknown and counted, never a reason to refuse', async () => {
    const { contents, file } = await unitsOf('gender,citizenship,yearOfRegistration\nPurple,Atlantis,12\n')
    expect(contents[0]?.['person']).toEqual({ sex: 'unknown', nationality: 'unknown' })
    expect(Object.fromEntries(file.tally.unread)).toEqual({ gender: 1, citizenship: 1, yearOfRegistration: 1 })
  })

  test('files of another kind are refused in words', async () => {
    await expect(unitsOf('name,address\nA,B\n')).rejects.toThrow('None of the columns')
    await expect(unitsOf('gender,isForcedLabour,IP_Gender\nMale,1,Male\n')).rejects.toThrow('victim-perpetrator')
    await expect(unitsOf('gender,citizenship\nMale\n')).rejects.toThrow(
      'Line 2 has 1 values, the header has 2 columns.',
    )
  })
})

describe('cells', () => {
  test('a blank is never a no, and no word but a zero is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        if (markOf(text) === 'no') expect(Number(text)).toBe(0)
        if (isMissing(text)) expect(markOf(text)).toBe('unknown')
      }),
    )
    expect(countryOf('NA', 'alpha2')).toBe('NA')
    expect(countryOf('NA', 'alpha3')).toBe('unknown')
    expect(alphabetOf(['NA', '', 'NAM', 'UKR'])).toBe('alpha3')
    expect(alphabetOf(['NA', '', '0'])).toBe('alpha2')
  })

  test('the same rows in any order have the same ids, whatever the order of the columns', async () => {
    const rows = ['2016,Male,PH', '2016,Male,PH', '2017,Female,UA', '2016,Male,PH']
    const { ids } = await unitsOf(['yearOfRegistration,gender,citizenship', ...rows].join('\n'))
    expect(new Set(ids).size).toBe(4)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          rows.map((_, i) => i),
          { minLength: rows.length },
        ),
        async order => {
          const turned = order.map(i => rows[i]?.split(',').toReversed().join(','))
          const { ids: other } = await unitsOf(['citizenship,gender,yearOfRegistration', ...turned].join('\n'))
          expect(new Set(other)).toEqual(new Set(ids))
        },
      ),
      { numRuns: 10 },
    )
  })
})

describe('in a register', () => {
  let scratch: ScratchRegister
  beforeAll(async () => {
    scratch = await scratchRegister()
  })
  beforeEach(() =>
    scratch.rows('truncate record, change, subject_key, name_token, exact_token, fact_instance, fact_service'),
  )
  afterAll(() => scratch?.close())

  test('an office of our own does not take public data', async () => {
    await inWork(scratch.register, systemActor, work =>
      addOffice(work, { code: 'KYIV', name: 'Kyiv', kind: 'mission', parent: null, country: null, region: null }),
    )
    await scratch.register.refresh()
    const file = folder.file('own.csv', 'gender,citizenship\nMale,UA\n')
    await expect(importCtdc(scratch.register, { file, office: 'KYIV', dryRun: false })).rejects.toThrow(
      'one of our own',
    )
    expect(await scratch.rows('select 1 from record')).toEqual([])
  })

  test('schema A goes out as it came in: 1, 0 and -99', async () => {
    const header = ctdcHeaders.ctdcA
    const cell = (name: string, i: number): string =>
      ({
        yearOfRegistration: '2016',
        Datasource: 'Hotline',
        gender: 'Male',
        ageBroad: '48+',
        majorityStatus: 'Adult',
        majorityStatusAtExploit: 'Adult',
        majorityEntry: 'Minor',
        citizenship: 'NAM',
        CountryOfExploitation: '0',
      })[name] ??
      (/Concatenated|RecruiterRelationship/.test(name)
        ? ''
        : /NotSpecified|Unknown|SexAndLabour/.test(name)
          ? '-99'
          : (['1', '0', '-99'][i % 3] ?? ''))
    const line = header.map(cell)
    const file = folder.file('a.csv', `${header.join(',')}\n${line.join(',')}\n`)
    await importCtdc(scratch.register, { file, office: 'CTDC', dryRun: false })
    await exportCtdc(scratch.register, { file: folder.path('out.csv'), office: 'CTDC', schema: 'a', replace: true })
    const [head, out = ''] = readFileSync(folder.path('out.csv'), 'utf8').split('\r\n')
    expect(head).toBe(header.join(','))
    const cells = out.split(',')
    const differing = header.flatMap((name, i) => (cells[i] === line[i] ? [] : [[name, line[i], cells[i]]]))
    expect(differing.filter(([name]) => name !== 'isSexAndLabour')).toEqual([])
  })
})
