import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { builtIn } from '#dictionary/dictionary.ts'
import { escapeFormula, unescapeFormula } from '#exchange/formula.ts'
import { template } from '#exchange/htcds/columns.ts'
import { exportHtcds } from '#exchange/htcds/export.ts'
import { importHtcds, readHtcdsFile } from '#exchange/htcds/import.ts'
import { codeNamed } from '#exchange/htcds/names.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import { type ScratchFolder, type ScratchRegister, scratchFolder, scratchRegister } from './scratch.ts'

const official = fileURLToPath(new URL('../../../shared/data/htcds/', import.meta.url))
const sheets = [
  'HTCDS Excel Spreadsheet v2.0.xlsx',
  'HTCDS Excel Spreadsheet single select with validation v2.0.xlsx',
].map(name => official + name)
const present = sheets.every(existsSync)
if (!present)
  process.stderr.write('skipped: the official HTCDS sheets are not beside the repository (../shared/data/htcds)\n')

let folder: ScratchFolder
beforeAll(() => {
  folder = scratchFolder()
})
afterAll(() => folder.remove())

async function emptyRegister(): Promise<ScratchRegister> {
  const scratch = await scratchRegister()
  await inWork(scratch.register, systemActor, work =>
    addOffice(work, { code: 'KYIV', name: 'Kyiv', kind: 'mission', parent: null, country: 'UA', region: 'EECA' }),
  )
  await scratch.register.refresh()
  return scratch
}

const into = (scratch: ScratchRegister, file: string) =>
  importHtcds(scratch.register, {
    file,
    office: 'KYIV',
    acceptValid: false,
    refused: folder.path('refused.csv'),
    dryRun: false,
  })

/** A row under the official header: values by label. */
const rowOf = (values: Readonly<Record<string, string>>) => ['1', ...template.map(({ label }) => values[label] ?? '')]

const filled = {
  'Case Owner': 'Dana K.',
  Salutation: 'Ms',
  'First Name': '=Olena',
  'Second Name': "'-Kovalenko",
  Consent: 'Yes',
  Birthdate: '1990-05',
  Gender: 'Feminine',
  Citizenship: 'Ukraine;Namibia',
  Title: 'Seamstress',
  'Mobile Phone': '+380501112233',
  'Mailing Street': 'Street 1',
  'Mailing City': 'Odesa',
  'Mailing State/Province': 'Odeska',
  'Mailing Zip/Postal Code': '65000',
  'Mailing Country': 'UA',
  'Trafficking Status': 'Actual victim of trafficking',
  'Trafficking Status Decision Making Organization': 'NGO',
  'Method of Recruitment': 'At work;Through friends or social events',
  'Methods of Control': 'Debt bondage ;Physical threats;Threatens children/family',
  'Type of Exploitation': 'Forced labour;Forced military (by non-state actors)',
  'Forced Labour Industry': 'Water supply; sewerage, waste management and remediation',
  'Type of Sex Exploitation': '',
  Status: 'Follow up',
  'Incoming Referral Date': '2019-05-03',
  'Reason for Incoming Referral': 'Migration Or Change Of Location',
  'Referred Organisation': 'House <b>of</b> hope',
  'Reason for Outgoing Referral': 'Other',
  'Outgoing Referral Details': 'Two lines,\nand "quotes"; more',
  'Reason for Case Closure': '',
}

describe('the sheet', () => {
  test.skipIf(!present)('header of the official files is understood: labels count in the address', async () => {
    for (const sheet of sheets) {
      const rows = (await readSheet(sheet)).slice(0, 2).map(row => row.map(cell => (cell === null ? '' : String(cell))))
      const file = folder.path('official.xlsx')
      await writeExcel([...rows, rowOf(filled)].map(row => row.map(cell => (cell === '' ? null : cell)))).toFile(file)
      const read = await readHtcdsFile(builtIn, file)
      expect(read.errors).toEqual([])
      expect(read.cases).toHaveLength(1)
      const [{ contents, consent, note } = { contents: null, consent: null, note: null }] = read.cases
      expect(contents?.person[0]).toMatchObject({
        street: 'Street 1',
        city: 'Odesa',
        state: 'Odeska',
        postalCode: '65000',
        countryOfResidence: 'UA',
        nationality: ['NA', 'UA'],
        gender: 'feminine',
        birthDate: '1990-05',
      })
      expect(contents?.determination[0]).toEqual({ conclusion: 'confirmed', decidedBy: 'ngo' })
      expect(contents?.episode[0]).toMatchObject({
        means: { debt_bondage: 'yes', threats: 'yes', uses_children: 'yes' },
        exploitation: { armed_group_recruitment: 'yes', forced_labour: 'yes' },
        sector: { water_waste: 'yes' },
      })
      expect(contents?.case[0]).toMatchObject({
        status: 'follow_up',
        referralReason: 'relocation',
        referredOn: '2019-05-03',
      })
      expect(contents?.referral[0]).toMatchObject({ reason: 'other', to: 'House <b>of</b> hope' })
      expect(consent).toEqual({ purpose: 'data', decision: 'yes' })
      expect(note).toContain('prs_Title: "Seamstress"')
    }
  })

  test('ids of the survey form, names joined by blanks, a missing g and a trailing blank are tolerated', async () => {
    const file = folder.file(
      'survey.csv',
      'start,prs_First_Name,prs_Second_Name,prs_Citizenship,vic_Methods_of_Control,vic_TraffickinStatusDecisionMakingOrg,prs_Gender\n' +
        '2020-01-01,Ana,Silva,NA,DebtBondage  FalsePromises,CourtOrProsecution,Not Specified/Unknown\n',
    )
    const read = await readHtcdsFile(builtIn, file)
    expect(read.errors).toEqual([])
    expect(read.cases[0]?.contents).toMatchObject({
      person: [{ givenNames: 'Ana', familyNames: 'Silva', nationality: ['NA'], gender: 'unknown' }],
      episode: [{ means: { debt_bondage: 'yes', false_promises: 'yes' } }],
      determination: [{ decidedBy: 'court' }],
    })
  })

  test('a wrong answer is named by line and column', async () => {
    const file = folder.file(
      'wrong.csv',
      'cas_Status,prs_Gender,prs_Birthdate\nActive,Purple,2019-02-30\nActive,Feminine,\n',
    )
    const { errors } = await readHtcdsFile(builtIn, file)
    expect(errors.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'prs_Gender', 'unknown_code'],
      [2, 'prs_Birthdate', 'not_accepted'],
    ])
  })

  test.skipIf(!present)('every label of the official lists is understood', async () => {
    const lists = {
      3: 'country',
      4: 'country',
      5: 'recruitment_channel',
      6: 'means',
      7: 'exploitation',
      8: 'sector',
      9: 'sexual_exploitation',
      11: 'case_status',
      12: 'referral_reason',
      14: 'determination',
      15: 'decider',
    }
    const rows = await readSheet(sheets[1] ?? '', 'validation')
    const missed: string[] = []
    for (const [column, list] of Object.entries(lists)) {
      const head = rows.findIndex(row => row[1] === 'Gender')
      for (const row of rows.slice(head + 1)) {
        const label = row[Number(column)]
        if (typeof label === 'string' && codeNamed(builtIn, list, label) === undefined) missed.push(`${list}: ${label}`)
      }
    }
    expect(missed).toEqual([])
  })
})

describe('there and back', () => {
  const rows = [
    rowOf(filled),
    rowOf({ Gender: 'Unknown', Citizenship: 'NA', Status: 'Active' }),
    rowOf({ Gender: 'Did not say', Citizenship: 'unknown', Consent: 'No' }),
    rowOf({ Gender: 'Did not say', Citizenship: 'unknown', Consent: 'No' }),
    rowOf({ 'First Name': '=Olena' }),
  ]
  const own = [
    ['person.sex', 'episode.means', 'episode.exploitation', 'episode~2.exploitation', 'case.registeredOn', 'person'],
    ['female', 'debt_bondage=yes;physical_abuse=no;sexual_abuse=did_not_say', '', 'sexual=yes', '2019-05~', 'P1'],
    ['not_asked', '', 'unknown', '', '2018', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
    ['', '', 'sexual=unknown', '', '2021', 'P1'],
  ]
  const header = [
    ['', ...template.map(({ id }) => id)],
    ['', ...template.map(({ label }) => label)],
  ]
  const given = [
    [...(header[0] ?? []), ...(own[0] ?? [])],
    [...(header[1] ?? []), ...(own[0] ?? [])],
    ...rows.map((row, i) => [...row, ...(own[i + 1] ?? [])]),
  ]
  let first: ScratchRegister
  let second: ScratchRegister
  beforeAll(async () => {
    first = await emptyRegister()
    second = await emptyRegister()
    const file = folder.path('given.xlsx')
    await writeExcel(given.map(row => row.map(cell => (cell === '' ? null : { value: cell, type: String })))).toFile(
      file,
    )
    expect(await into(first, file)).toMatchObject({ lines: 5, refused: 0, changed: 0 })
    expect(await into(first, file)).toMatchObject({ created: 0, changed: 0 })
  })
  afterAll(async () => {
    await first?.close()
    await second?.close()
  })

  const out = (scratch: ScratchRegister, name: string, withIdentity = true) =>
    exportHtcds(scratch.register, { file: folder.path(name), office: 'KYIV', withIdentity, replace: true })

  test.each(['csv', 'xlsx'])('export, import into an empty register, export again: the same %s', async kind => {
    await out(first, `one.${kind}`)
    await second.rows('truncate record, change, subject_key, name_token, exact_token, fact_instance, fact_service')
    expect(await into(second, folder.path(`one.${kind}`))).toMatchObject({ lines: 5, refused: 0 })
    await out(second, `two.${kind}`)
    if (kind === 'csv') {
      expect(readFileSync(folder.path('two.csv'), 'utf8')).toBe(readFileSync(folder.path('one.csv'), 'utf8'))
    } else {
      const [before, after] = [await readSheet(folder.path('one.xlsx')), await readSheet(folder.path('two.xlsx'))]
      expect(before).toHaveLength(7)
      expect(after).toEqual(before)
    }
    const contents = (scratch: ScratchRegister) =>
      scratch.rows(`select type, content - 'number' as content from record order by type, (content - 'number')::text`)
    expect(await contents(second)).toEqual(await contents(first))
  })

  test('AS38 Namibia leaves as NAM, unknown as a word, a formula as text', async () => {
    await out(first, 'plain.csv')
    const text = readFileSync(folder.path('plain.csv'), 'utf8')
    expect(text).toContain(',NAM;UKR,')
    expect(text).toContain(',NAM,')
    expect(text).toMatch(/,Did not say,Unknown,/)
    expect(text).toContain(",'=Olena,'-Kovalenko,")
  })

  test('without --with-identity no name, contact, place or narrative leaves', async () => {
    const report = await out(first, 'open.csv', false)
    const text = readFileSync(folder.path('open.csv'), 'utf8')
    for (const word of ['Olena', 'Kovalenko', '1990', '380501112233', 'Odesa', 'hope', 'quotes', 'Seamstress', 'Dana'])
      expect(text).not.toContain(word)
    expect(text).toContain('Feminine')
    expect(report.notes.join(' ')).toContain('--with-identity')
  })
})

test('escaping a formula can be undone for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", 'a', '\t', ' ') }), text => {
      expect(unescapeFormula(escapeFormula(text))).toBe(text)
      expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
