import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { xlsform } from '../exchange/xlsform.ts'
import { expectAccessible, expectNoSidewaysScroll, type Ground, openGround } from './harness.ts'
import { picture } from './picture.ts'

/** An anonymous survey as its people meet it: the lead loads a spreadsheet, an enumerator fills it in on a telephone, the lead counts. */
let ground: Ground
let folder: string
let survey: string

beforeAll(async () => {
  ground = await openGround()
  folder = await mkdtemp(join(tmpdir(), 'waymark-xlsform-'))
  const lead = await ground.as('data_focal_point')
  survey = crypto.randomUUID()
  const change = {
    id: crypto.randomUUID(),
    type: 'survey',
    record: survey,
    base: 0,
    office: ground.offices.KYIV.id,
    person: null,
    case: null,
    set: { title: 'At work away from home', countries: ['UA'], from: '2026-02-01', respondents: 1 },
    madeAt: new Date().toISOString(),
    dictionary: 0,
  }
  await lead.ask('POST', '/changes', { changes: [change] })
  await writeFile(
    join(folder, 'wrong.xlsx'),
    await xlsform([
      ['type', 'name'],
      ['wheel', 'a'],
    ]),
  )
  await writeFile(
    join(folder, 'form.xlsx'),
    await xlsform(
      [
        [
          'type',
          'name',
          'label::English (en)',
          'label::العربية (ar)',
          'required',
          'relevant',
          'constraint',
          'constraint_message::English (en)',
        ],
        ['text', 'first_name', 'First name', 'الاسم'],
        ['begin_group', 'work', 'Work', 'العمل'],
        ['select_one yn', 'papers', 'Were your papers kept?', 'هل احتُجزت أوراقك؟', 'yes'],
        [
          'integer',
          'hours',
          'Hours a day',
          'ساعات في اليوم',
          '',
          "${papers} = 'yes'",
          '. <= 24',
          'A day has 24 hours.',
        ],
        ['end_group'],
        ['select_multiple how', 'how', 'How were you paid?', 'كيف دُفع لك؟'],
      ],
      [
        ['list_name', 'name', 'label::English (en)', 'label::العربية (ar)'],
        ['yn', 'yes', 'Yes', 'نعم'],
        ['yn', 'no', 'No', 'لا'],
        ['how', 'cash', 'In cash', 'نقداً'],
        ['how', 'food', 'In food', 'طعاماً'],
      ],
    ),
  )
})
afterAll(async () => {
  await ground.close()
  await rm(folder, { recursive: true, force: true })
})

test('the lead loads a form, sees what is wrong or asks for a name, and keeps the rest', async () => {
  const page = await ground.page('data_focal_point', { at: '/activities#surveys', width: 1440 })
  await page.getByRole('button', { name: 'Load an XLSForm: At work away from home' }).click()
  const dialog = page.getByRole('dialog')
  const choose = (file: string) => dialog.locator('input[type=file]').setInputFiles(join(folder, file))
  await choose('wrong.xlsx')
  await dialog.getByText('Sheet survey, row 2: The type “wheel” is not known.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Use these questions' }).count()).toBe(0)
  await choose('form.xlsx')
  await dialog.getByText('4 questions, 2 languages.').waitFor()
  await dialog.getByText('One question seems to ask who somebody is').waitFor()
  await expectAccessible(page)
  await picture(page, 'survey-load-1440')
  await dialog.getByRole('button', { name: 'Use these questions' }).click()
  await page.getByRole('link', { name: 'Fill in: At work away from home' }).waitFor()
  await page.getByRole('button', { name: 'Count the answers: At work away from home' }).click()
  await page.getByText('No questionnaire has been filled in yet.').waitFor()
})

test('an enumerator fills it in on a telephone, in the language of the person', async () => {
  const page = await ground.page('caseworker', { at: '/activities#surveys', width: 360 })
  await page.getByRole('link', { name: 'Fill in: At work away from home' }).click()
  await page.getByRole('heading', { name: 'At work away from home' }).waitFor()
  expect(await page.getByText('First name').count()).toBe(0)
  expect(await page.getByText('Hours a day').count()).toBe(0)
  await page.getByRole('button', { name: 'Keep this questionnaire' }).click()
  await page.getByText('Please answer this question.').waitFor()
  await page.getByRole('radio', { name: 'Yes' }).check()
  await page.getByRole('textbox', { name: 'Hours a day' }).fill('30')
  await page.getByText('A day has 24 hours.').waitFor()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await picture(page, 'survey-fill-360')
  await page.getByRole('combobox', { name: 'Language of the questions' }).click()
  await page.getByRole('option', { name: 'العربية (ar)' }).click()
  await page.getByRole('radiogroup', { name: 'هل احتُجزت أوراقك؟' }).waitFor()
  expect(await page.locator('[data-question=papers]').evaluate(node => getComputedStyle(node).direction)).toBe('rtl')
  await expectNoSidewaysScroll(page)
  await picture(page, 'survey-fill-ar-360')
  await page.getByRole('textbox', { name: 'ساعات في اليوم' }).fill('14')
  await page.getByRole('checkbox', { name: 'نقداً' }).check()
  await page.getByRole('checkbox', { name: 'طعاماً' }).check()
  await page.getByRole('button', { name: 'Keep this questionnaire' }).click()
  await page.getByText('One questionnaire is kept.').waitFor()
  // The next one is empty.
  expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(false)
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.getByRole('button', { name: 'Keep this questionnaire' }).click()
  await page.getByText('2 questionnaires are kept.').waitFor()
})

test('the lead counts, takes the numbers over once, and takes the answers away', async () => {
  for (const width of [1440, 360]) {
    const page = await ground.page('data_focal_point', { at: '/activities#surveys', width })
    await page.getByRole('button', { name: 'Count the answers: At work away from home' }).click()
    const counted = page.getByRole('region', { name: '2 questionnaires' })
    await counted.getByText('Were your papers kept? (2 answered)').waitFor()
    await counted.getByText('1 answered: from 14 to 14, the middle is 14.').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, `survey-count-${width}`)
    await counted.getByRole('button', { name: 'Take over into the numbers of the survey' }).click()
    await counted.getByText(width === 1440 ? '5 lines were written.' : 'The numbers were up to date.').waitFor()
    const download = page.waitForEvent('download')
    await counted.getByRole('button', { name: 'Answers as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('survey.csv')
  }
  const page = await ground.page('data_focal_point', { at: '/activities#surveys', width: 1440 })
  await page.getByText('2 persons answered').waitFor()
  await page.getByRole('region', { name: 'Answers: At work away from home' }).getByText('In food').waitFor()
})
