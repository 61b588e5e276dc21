import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fromMemory } from '#exchange/source.ts'
import { surveyCsv } from '#exchange/survey-csv.ts'
import { identifyingQuestions } from '#exchange/xlsform/identifying.ts'
import { readXlsform } from '#exchange/xlsform/read.ts'
import { formSheets } from '#exchange/xlsform/sheets.ts'
import { surveyState } from '#forms/survey/behave.ts'
import { inLanguage, type SurveyForm } from '#forms/survey/definition.ts'
import { xlsform } from './xlsform.ts'

const read = async (
  survey: readonly (readonly string[])[],
  choices?: readonly (readonly string[])[],
  settings?: readonly (readonly string[])[],
) => readXlsform(await formSheets(fromMemory('form.xlsx', await xlsform(survey, choices, settings))), 'Untitled')

const choices = [
  ['list_name', 'name', 'label::English (en)', 'label::العربية (ar)', 'country'],
  ['yn', 'yes', 'Yes', 'نعم', ''],
  ['yn', 'no', 'No', 'لا', ''],
  ['town', 'kyiv', 'Kyiv', 'كييف', 'ua'],
  ['town', 'balti', 'Bălți', 'بلتي', 'md'],
  ['country', 'ua', 'Ukraine', 'أوكرانيا', ''],
  ['country', 'md', 'Moldova', 'مولدوفا', ''],
]

test('a form behaves: languages, groups, relevance, constraint, calculation, choice filter, other', async () => {
  const { form, problems, remarks } = await read(
    [
      [
        'type',
        'name',
        'label::English (en)',
        'label::العربية (ar)',
        'hint::English (en)',
        'required',
        'relevant',
        'constraint',
        'constraint_message::English (en)',
        'calculation',
        'choice_filter',
      ],
      ['start', 'start'],
      ['begin group', 'work', 'Work', 'العمل'],
      ['select_one yn', 'papers', 'Were your papers kept?', 'هل احتُجزت أوراقك؟', 'Passport, identity card', 'yes'],
      [
        'integer',
        'hours',
        'Hours a day',
        'ساعات في اليوم',
        '',
        '',
        "${papers} = 'yes'",
        '. >= 0 and . <= 24',
        'A day has 24 hours.',
      ],
      ['calculate', 'long', '', '', '', '', '', '', '', "if(${hours} > 12, 'yes', 'no')"],
      ['end group'],
      ['select_one country', 'country', 'Country', 'البلد'],
      ['select_multiple town', 'town', 'Towns', 'المدن', '', '', '', '', '', '', 'country=${country}'],
      ['select_one yn or_other', 'paid', 'Paid?', 'مدفوع؟'],
      ['geopoint', 'where', 'Where'],
      ['begin repeat', 'child', 'Child'],
      ['text', 'child_age', 'Age of the child'],
      ['end repeat'],
      ['note', 'thanks', 'Thank you', 'شكراً'],
    ],
    choices,
    [
      ['form_title', 'version', 'default_language'],
      ['At work away from home', '3', 'العربية (ar)'],
    ],
  )
  expect(problems).toEqual([])
  expect(remarks.map(({ code, row }) => [code, row])).toEqual([
    ['left_out', 11],
    ['repeat_left_out', 12],
  ])
  const ready = form as SurveyForm
  expect([ready.title, ready.version, ready.languages]).toEqual([
    'At work away from home',
    '3',
    ['العربية (ar)', 'English (en)'],
  ])
  expect(ready.questions.map(({ name }) => name)).toEqual([
    'papers',
    'hours',
    'long',
    'country',
    'town',
    'paid',
    'paid_other',
    'thanks',
  ])
  const papers = ready.questions[0]
  expect(inLanguage(papers?.label ?? {}, 'العربية (ar)', ready)).toBe('هل احتُجزت أوراقك؟')
  const state = (answers: object) => surveyState(ready, answers as never, { today: '2026-11-26' })
  expect(state({}).problems).toEqual([{ code: 'survey_answer_missing', question: 'papers' }])
  expect(state({ papers: 'no' }).asked.has('hours')).toBe(false)
  expect(state({ papers: 'yes', hours: 30 }).problems).toEqual([
    { code: 'survey_answer_out_of_bounds', question: 'hours' },
  ])
  expect(state({ papers: 'yes', hours: 13 }).answers['long']).toBe('yes')
  expect(
    state({ papers: 'no', country: 'md' })
      .choices('town')
      .map(({ name }) => name),
  ).toEqual(['balti'])
  expect(state({ papers: 'no', paid: 'other' }).asked.has('paid_other')).toBe(true)
})

test('what is wrong is told by its row', async () => {
  const wrong = async (...rows: string[][]) =>
    (
      await read(
        [['type', 'name', 'label', 'relevant', 'constraint'], ...rows],
        [
          ['list_name', 'name', 'label'],
          ['yn', 'yes', 'Yes'],
          ['yn', 'yes', 'Again'],
        ],
      )
    ).problems.map(({ code, sheet, row }) => `${code} ${sheet} ${row}`)
  expect(await wrong(['text', 'a', 'A'])).toEqual(['choice_twice choices 3'])
  const [, ...found] = await wrong(
    ['text', 'a', 'A', '${b} = 1'],
    ['text', 'a', 'A'],
    ['wheel', 'c', 'C'],
    ['select_one nothing', 'd', 'D'],
    ['text', '1 e', 'E'],
    ['text', 'f', 'F', '', 'pulldata(1)'],
    ['text', 'g', 'G', '', "regex(., '(a+)+')"],
    ['begin group', 'h', 'H'],
  )
  expect(found.sort()).toEqual(
    [
      'question_unknown survey 2',
      'name_twice survey 3',
      'type_unknown survey 4',
      'list_missing survey 5',
      'name_wrong survey 6',
      'expression_wrong survey 7',
      'expression_wrong survey 8',
      'group_unclosed survey 9',
    ].sort(),
  )
  expect(
    (
      await read([
        ['type', 'name'],
        ['start', 's'],
      ])
    ).problems.map(({ code }) => code),
  ).toEqual(['no_questions'])
})

test('what is no spreadsheet is refused', async () => {
  await expect(formSheets(fromMemory('x', Buffer.from('PK\u0003\u0004 no')))).rejects.toThrow('x')
})

const official = fileURLToPath(new URL('../../../shared/data/htcds/htcds_xlsform.xlsx', import.meta.url))
const present = existsSync(official)
if (!present)
  process.stderr.write('skipped: the official XLSForm is not beside the repository (../shared/data/htcds)\n')

test.skipIf(!present)('the official form of the Human Trafficking Case Data Standard loads and behaves', async () => {
  const { form, problems, remarks } = readXlsform(await formSheets(fromMemory('x', await readFile(official))), 'HTCDS')
  expect([problems, remarks]).toEqual([[], []])
  const ready = form as SurveyForm
  expect(ready.questions).toHaveLength(32)
  expect(ready.lists['citizenship']?.length).toBeGreaterThan(200)
  // Who somebody is; the places and the case stay.
  expect(identifyingQuestions(ready)).toEqual([
    'prs_Salutation',
    'prs_First_Name',
    'prs_Second_Name',
    'prs_Birthdate',
    'prs_Title',
    'prs_Email',
    'prs_HomePhone',
    'prs_MobilePhone',
    'prs_MailingStreet',
    'prs_MailingPostalCode',
  ])
  const answers = {
    prs_Gender: 'Feminine',
    prs_Citizenship: 'UA',
    vic_Methods_of_Control: [ready.lists['methodsofcontrol']?.[0]?.name ?? ''],
  }
  expect(surveyState(ready, answers, { today: '2026-11-26' }).problems).toEqual([])
  expect(surveyState(ready, { prs_Gender: 'x' }, { today: '2026-11-26' }).problems.map(({ code }) => code)).toEqual([
    'survey_answer_not_of_kind',
  ])
})

test('out as CSV: a column a question, one a choice, versions together, no formula', async () => {
  const { form } = await read(
    [
      ['type', 'name', 'label'],
      ['select_multiple yn', 'which', 'Which'],
      ['text', 'why', 'Why'],
      ['decimal', 'pay', 'Pay'],
      ['note', 'n', 'N'],
    ],
    choices,
  )
  const ready = form as SurveyForm
  const csv = surveyCsv(
    [{ id: 'new', form: ready }],
    [
      { on: '2026-11-25', form: 'new', answers: { which: ['yes'], why: '=1+1', pay: 2.5 } },
      { on: '2026-11-26', form: 'old', answers: { why: 'a "word", and\nanother' } },
    ],
  )
  expect(csv).toBe(
    '\uFEFFday,form_version,which,which/yes,which/no,why,pay\r\n2026-11-25,,yes,1,0,\'=1+1,2.5\r\n2026-11-26,,,,,"a ""word"", and\nanother",\r\n',
  )
})
