// The casework scenarios, as their users do them: real server, real PostgreSQL, real Chromium.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asker, type Ground, newCase, openGround, push } from './harness.ts'

let ground: Ground
let caseworker: Asker

beforeAll(async () => {
  ground = await openGround()
  caseworker = await ground.as('caseworker')
})
afterAll(() => ground?.close())

interface Stored {
  readonly type: string
  readonly id: string
  readonly content: Readonly<Record<string, unknown>>
}
interface StoredCase {
  readonly person: Stored
  readonly case: Stored
  readonly records: readonly Stored[]
}

const stored = (id: string) => caseworker.ask<StoredCase>('GET', `/cases/${id}`)
const ofType = (file: StoredCase, type: string) => file.records.filter(record => record.type === type)
const openCase = async (page: Page, id: string) => {
  await page.goto(`${ground.url}/cases/${id}`)
  await page.getByRole('heading', { name: 'Where things stand' }).waitFor()
}
const mark = (page: Page, row: string, answer: string) =>
  page.getByRole('radiogroup', { name: row, exact: true }).getByText(answer, { exact: true }).click()
const caseOf = (page: Page) => page.url().split('/cases/')[1]?.split('/')[0] ?? ''

/** Interview consent recorded through the API, for scenarios that are about what comes after. */
const consented = async (ids: { person: string; case: string }) =>
  push(caseworker, [
    {
      type: 'consent',
      office: ground.offices.KYIV.id,
      ...ids,
      set: { purpose: 'interview', decision: 'yes', agreesToInterview: 'yes', givenOn: '2026-01-05' },
    },
  ])

describe('AS01 screening in two sittings (online part)', () => {
  test('register, consent in Ukrainian, act and means, pause; later purpose; nothing is lost or forced', async () => {
    const page = await ground.page('caseworker', { width: 360 })
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    // Registering is not offered before a search.
    expect(await page.getByRole('button', { name: 'Register a new person' }).count()).toBe(0)
    await page.getByLabel('Name, case number').fill('Oksana Marchuk')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: 'Register a new person' }).click()
    expect(await page.getByRole('textbox', { name: 'Given names' }).inputValue()).toBe('Oksana')
    expect(await page.getByRole('textbox', { name: 'Family names' }).inputValue()).toBe('Marchuk')
    await page.getByRole('textbox', { name: 'Age at first assistance' }).fill('27')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Oksana Marchuk' }).waitFor()
    expect(await page.title()).not.toContain('Oksana')
    expect(page.url()).not.toMatch(/oksana|marchuk/i)
    const id = caseOf(page)

    await page.getByRole('button', { name: 'Ask for consent to the interview' }).click()
    await page.getByRole('heading', { name: 'Consent comes first' }).waitFor()
    await page.getByText('Language, interpreter').click()
    await page.getByRole('combobox', { name: 'Language' }).fill('Ukrai')
    await page.getByRole('option', { name: 'Ukrainian' }).click()
    await page.getByRole('radiogroup', { name: 'Does the person agree to the interview?' }).getByText('Yes').click()
    await page.getByRole('button', { name: 'Save and go on' }).click()

    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('heading', { name: 'Before we begin' }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'How it began' }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await mark(page, 'Recruitment', 'Yes')
    await mark(page, 'Transportation', 'Did not say')
    await page.locator('[data-block="act"][data-met="yes"]').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'How it was made hard to leave' }).waitFor()
    await page
      .getByRole('radiogroup', { name: /document/i })
      .first()
      .getByText('Yes')
      .click()
    await page.getByRole('button', { name: 'Pause here' }).click()
    await page.getByRole('heading', { name: 'Where things stand' }).waitFor()
    const first = ofType(await stored(id), 'screening')[0]
    expect(first?.content).toMatchObject({
      state: 'paused',
      sittings: 1,
      act: { recruitment: 'yes', transportation: 'did_not_say' },
      means: { withholds_documents: 'yes' },
    })

    // Two hours later, another browser: the draft is on Today and goes on where it stopped.
    const later = await ground.page('caseworker', { width: 360 })
    await later.getByText('Finish the interview').click()
    await later.getByRole('heading', { name: 'What happened there' }).waitFor()
    await mark(later, 'Forced labour', 'Yes')
    await later.locator('[data-reading="indicated"]').waitFor()
    await later.getByRole('button', { name: 'Next' }).click()
    await later.getByRole('button', { name: 'Finish the interview' }).click()
    await later.getByRole('button', { name: 'Record the determination' }).waitFor()

    const file = await stored(id)
    expect(ofType(file, 'screening')).toHaveLength(1)
    expect(ofType(file, 'screening')[0]?.content).toMatchObject({
      state: 'concluded',
      sittings: 2,
      means: { withholds_documents: 'yes' },
      purpose: { forced_labour: 'yes' },
    })
    expect(ofType(file, 'consent')[0]?.content).toMatchObject({ purpose: 'interview', decision: 'yes', language: 'uk' })
    // The computed reading never decides by itself.
    expect(ofType(file, 'determination')).toHaveLength(0)

    await later.getByRole('button', { name: 'Record the determination' }).click()
    const dialog = later.getByRole('dialog')
    await dialog.getByRole('radiogroup', { name: 'Conclusion' }).getByText('Possibly trafficked').click()
    await dialog
      .getByRole('radiogroup', { name: /Decided by/ })
      .getByText('Our own organisation')
      .click()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Told in two sittings; papers were taken.')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(ofType(await stored(id), 'determination')[0]?.content).toMatchObject({ conclusion: 'possible' })
  })

  test('a refusal of the interview is honoured and help goes on', async () => {
    const ids = await newCase(caseworker, ground.offices.KYIV.id)
    const page = await ground.page('caseworker')
    await openCase(page, ids.case)
    await page.getByRole('button', { name: 'Ask for consent to the interview' }).click()
    await page
      .getByRole('radiogroup', { name: 'Does the person agree to the interview?' })
      .getByText('No', { exact: true })
      .click()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByRole('heading', { name: 'The person does not wish to be interviewed' }).waitFor()
    expect(await page.getByRole('button', { name: 'Begin', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Record service' }).click()
    await page.getByRole('heading', { name: 'Services' }).waitFor()
  })
})

describe('AS02 needs first', () => {
  test('three services save with nothing confirmed; a confirmed determination moves the same case', async () => {
    const ids = await newCase(caseworker, ground.offices.KYIV.id)
    await consented(ids)
    const page = await ground.page('caseworker')
    await openCase(page, ids.case)
    await page.getByRole('link', { name: 'Services', exact: true }).click()
    await page.getByRole('form', { name: 'New line' }).waitFor()
    for (const [typed, what, cost] of [
      ['Food', 'Two meals', '12.50'],
      ['Medical', 'Medicine', '30'],
      ['Shelter', 'One night', ''],
    ] as const) {
      // The line is ready for the keyboard: type, choose, and Enter saves.
      const type = page.getByRole('combobox', { name: 'Service', exact: true })
      await expect.poll(() => type.evaluate(box => box === document.activeElement)).toBe(true)
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
      await expect.poll(() => type.inputValue()).toContain(typed)
      await page.getByRole('textbox', { name: 'What exactly' }).fill(what)
      if (cost) await page.getByRole('textbox', { name: 'Amount' }).fill(cost)
      await page.getByRole('textbox', { name: 'What exactly' }).press('Enter')
      await page.getByRole('cell', { name: what }).waitFor()
    }
    await page.getByText('42.50 EUR').waitFor()
    const services = ofType(await stored(ids.case), 'service')
    expect(services.map(each => String(each.content['type'])).sort()).toEqual(['food_hygiene', 'medical', 'shelter'])

    await openCase(page, ids.case)
    expect(await page.locator('[data-category]').getAttribute('data-category')).toBe('vulnerable_migrant')
    await page.getByRole('button', { name: 'Record determination' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radiogroup', { name: 'Conclusion' }).getByText('Trafficked', { exact: true }).click()
    await dialog
      .getByRole('radiogroup', { name: /Decided by/ })
      .getByText('Police')
      .click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    // The evidence does not carry it, so a reason is asked for, and what was chosen is still there.
    await dialog.getByText('Say why in a few words').waitFor()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Decided by the police after their own interview.')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.locator('[data-category="trafficked"]').waitFor()
    const { matches } = await caseworker.ask<{ matches: { cases: unknown[] }[] }>('POST', '/find', {
      text: String((await stored(ids.case)).case.content['number']),
    })
    expect(matches.flatMap(match => match.cases)).toHaveLength(1)
  })

  test('repeat last fills the next line', async () => {
    const ids = await newCase(caseworker, ground.offices.KYIV.id)
    await push(caseworker, [
      {
        type: 'service',
        office: ground.offices.KYIV.id,
        ...ids,
        set: { type: 'transport', what: 'Bus ticket', cost: { amount: '3.10', currency: 'UAH' } },
      },
    ])
    const page = await ground.page('caseworker', { at: `/cases/${ids.case}/services` })
    await page.getByRole('button', { name: 'Repeat last' }).click()
    await page.getByRole('button', { name: 'Record service' }).click()
    await page.getByText('6.20 UAH').waitFor()
    expect(ofType(await stored(ids.case), 'service')).toHaveLength(2)
  })
})

describe('AS05 media lead', () => {
  test('a lead is recorded without a person and becomes a case when somebody is met', async () => {
    const page = await ground.page('caseworker')
    await page.getByRole('link', { name: 'Leads' }).click()
    await page.getByRole('button', { name: 'New: Lead' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radiogroup', { name: 'Where it came from' }).getByText('Press').click()
    await dialog
      .getByRole('textbox', { name: 'What is said' })
      .fill('A newspaper tells of workers locked in a brick factory.')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const leads = () => caseworker.ask<{ items: Stored[] }>('GET', '/records?type=lead')
    expect((await leads()).items[0]?.content).toMatchObject({ source: 'press', state: 'new' })
    await page.getByText('locked in a brick factory').waitFor()

    await page.getByRole('button', { name: 'Open a case' }).click()
    await page.getByRole('heading', { name: 'Register a new person' }).waitFor()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Person without a name' }).waitFor()
    expect((await leads()).items[0]?.content).toMatchObject({ state: 'became_case', case: caseOf(page) })
  })
})

describe('AS06 child', () => {
  test('age 14 stated: child at once, guardian task opens, assent apart, no means needed', async () => {
    const page = await ground.page('caseworker', { at: '/register' })
    await page.getByRole('textbox', { name: 'Age at first assistance' }).fill('14')
    await page.getByRole('radiogroup', { name: 'The age is' }).getByText('Stated by the person').click()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('Child', { exact: true }).first().waitFor()
    await page
      .getByRole('button', { name: /Involve a guardian|guardian/i })
      .first()
      .waitFor()
    const id = caseOf(page)
    const file = await stored(id)
    expect(file.case.content).toMatchObject({ ageAtAssistance: 14, ageBasis: 'stated' })
    expect(ofType(file, 'task').map(task => task.content['kind'])).toEqual(['guardian'])

    await page.getByRole('button', { name: 'Ask for consent to the interview' }).click()
    await page.getByRole('radiogroup', { name: 'Guardian’s consent' }).getByText('Yes').click()
    await page.getByRole('radiogroup', { name: 'Child’s own assent' }).getByText('Yes').click()
    await page.getByRole('radiogroup', { name: 'Does the person agree to the interview?' }).getByText('Yes').click()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByText('For a child no means is needed').first().waitFor()
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('button', { name: 'The way there' }).click()
    await mark(page, 'Recruitment', 'Yes')
    await page.getByRole('button', { name: 'What happened there' }).click()
    await mark(page, 'Forced begging', 'Yes')
    await page.locator('[data-reading="indicated"]').waitFor()
    await page.locator('[data-block="means"]').getByText('Not needed for a child').waitFor()
    // A block goes to the answer that it rests on.
    await page.locator('[data-block="act"]').getByRole('button', { name: 'Recruitment' }).click()
    await page.getByRole('heading', { name: 'The way there' }).waitFor()
    await page.getByRole('button', { name: 'Pause here' }).click()
    await page.getByRole('heading', { name: 'Where things stand' }).waitFor()
    expect(ofType(await stored(id), 'consent')[0]?.content).toMatchObject({
      guardianConsent: 'yes',
      childAssent: 'yes',
    })
  })
})

describe('AS07 anonymous help', () => {
  test('under a code: no name is asked or kept, the service counts, the card finds the file again', async () => {
    const page = await ground.page('caseworker', { at: '/register', width: 360 })
    await page.getByRole('switch', { name: 'Help under a code only' }).check()
    expect(await page.getByRole('textbox', { name: 'Given names' }).count()).toBe(0)
    await page
      .getByRole('radiogroup', { name: /agree that data/ })
      .getByText('No', { exact: true })
      .click()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Code card' }).waitFor()
    const number = await page.locator('.code-number').innerText()
    expect(number).toMatch(/^KYIV-/)
    const id = caseOf(page)

    await page.goto(`${ground.url}/cases/${id}/services`)
    await page.getByRole('combobox', { name: 'Service', exact: true }).fill('Shelt')
    await page.getByRole('option', { name: 'Shelter' }).click()
    await page.getByRole('button', { name: 'Record service' }).click()

    await page.getByText(/Saved \d/).waitFor()

    // Somebody writes a name all the same: it is refused in words, and stays on the screen only.
    await openCase(page, id)
    await page.getByRole('button', { name: /^Names/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Given names' }).fill('Somebody')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('does not agree to this being kept').waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Given names' }).inputValue()).toBe('Somebody')
    const file = await stored(id)
    expect(Object.keys(file.person.content).filter(field => /name/i.test(field))).toEqual([])
    expect(ofType(file, 'service')).toHaveLength(1)

    await page.goto(`${ground.url}/find`)
    await page.getByLabel('Name, case number').fill(number)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByText('1 person found').waitFor()
    await page.getByRole('link', { name: new RegExp(number) }).click()
    await page.getByRole('heading', { name: 'Person without a name' }).waitFor()
  })
})
