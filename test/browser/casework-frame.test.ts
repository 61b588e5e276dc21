// The frame around casework: doors, quick exit, idle lock, discretion, the keyboard, and axe on every page.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Asker,
  answerNeutralSite,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  neutralSite,
  newCase,
  openGround,
  password,
  push,
} from './harness.ts'

let ground: Ground
let caseworker: Asker
let ids: { person: string; case: string }

const name = 'Zoryana Polishchuk'

beforeAll(async () => {
  ground = await openGround()
  caseworker = await ground.as('caseworker')
  ids = await newCase(caseworker, ground.offices.KYIV.id, {
    person: { givenNames: 'Zoryana', familyNames: 'Polishchuk', phone: '+380 44 000 00 00' },
    case: { ageAtAssistance: 31, ageBasis: 'stated' },
  })
  const place = { office: ground.offices.KYIV.id, ...ids }
  await push(caseworker, [
    {
      type: 'consent',
      ...place,
      set: { purpose: 'interview', decision: 'yes', agreesToInterview: 'yes', givenOn: '2026-01-05' },
    },
    {
      type: 'service',
      ...place,
      set: { type: 'shelter', deliveredOn: '2026-01-06', cost: { amount: '20', currency: 'EUR' } },
    },
    { type: 'risk', ...place, set: { level: 'high', assessedOn: '2026-01-06' } },
    { type: 'task', ...place, set: { kind: 'follow_up', dueOn: '2026-01-10' } },
    {
      type: 'lead',
      office: ground.offices.KYIV.id,
      person: null,
      case: null,
      set: { source: 'press', state: 'new', account: 'A hint.' },
    },
  ])
})
afterAll(() => ground?.close())

const toCase = async (page: Page) => {
  await page.goto(`${ground.url}/cases/${ids.case}`)
  await page.getByRole('heading', { name }).waitFor()
}

describe('leaving and locking', () => {
  test('quick exit clears the page, goes to a neutral site, and Back does not return', async () => {
    const page = await ground.page('caseworker')
    await answerNeutralSite(page)
    await toCase(page)
    await page.getByRole('button', { name: 'Quick exit' }).click()
    await page.waitForURL(neutralSite)
    await page.goBack().catch(() => null)
    await page.waitForURL(neutralSite)
    expect(await page.content()).not.toContain('Zoryana')
    // The session has ended too: the address opened anew asks for the password.
    await page.goto(`${ground.url}/cases/${ids.case}`)
    await page.getByRole('heading', { name: 'Sign in to Waymark' }).waitFor()
  })

  test('Shift three times leaves as well, from within a text field', async () => {
    const page = await ground.page('caseworker')
    await answerNeutralSite(page)
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel('Name, case number').focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift')
    await page.waitForURL(neutralSite)
  })

  test('without use the page is taken out of the document; the password brings it and what was typed back', async () => {
    const page = await ground.page('caseworker')
    await page.clock.install()
    await toCase(page)
    await page.locator('[data-add="note"]').click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('Wishes to see her sister.')
    await page.clock.fastForward('16:00')
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    const left = await page.content()
    expect(left).not.toContain('Zoryana')
    expect(left).not.toContain('sister')
    await expectAccessible(page)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name }).waitFor()
    await page.locator('[data-add="note"]').click()
    expect(await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).inputValue()).toBe(
      'Wishes to see her sister.',
    )
  })

  test('nothing personal in title, address, storage or caches', async () => {
    const page = await ground.page('caseworker')
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel('Name, case number').fill(name)
    await page.keyboard.press('Enter')
    await page.getByText('1 person found').waitFor()
    await page.getByRole('link', { name: /KYIV-/ }).click()
    await page.getByRole('heading', { name }).waitFor()
    expect(await page.title()).toBe('Waymark – Case')
    expect(page.url()).toBe(`${ground.url}/cases/${ids.case}`)
    const kept = await page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
    }))
    expect(kept.local + kept.session).not.toMatch(/zoryana|polishchuk/i)
    expect([...kept.caches, ...kept.databases]).toEqual([])
  })

  test('the discreet switch blurs names until they are touched', async () => {
    const page = await ground.page('caseworker')
    await toCase(page)
    const shown = page.getByRole('heading', { name }).locator('.name')
    await page.getByRole('button', { name: 'Blur names' }).click()
    expect(await shown.evaluate(element => getComputedStyle(element).filter)).toContain('blur')
    await shown.hover()
    expect(await shown.evaluate(element => getComputedStyle(element).filter)).toBe('none')
  })
})

describe('doors', () => {
  test('a wrong password is answered in words, and the page says nothing about who exists', async () => {
    const page = await ground.stranger()
    await page.getByLabel('Sign-in name').fill('nobody@test.example')
    await page.getByLabel('Password', { exact: true }).fill('wrong wrong wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Sign-in name, password or digits are not right').waitFor()
    await expectAccessible(page)
  })

  test('the first administrator: the token leaves the address bar, the register opens', async () => {
    const empty = await openGround({ staffed: false })
    try {
      const page = await empty.stranger()
      await page.goto(`${empty.url}/setup#token=${empty.setupToken}`)
      await page.getByRole('heading', { name: 'First administrator' }).waitFor()
      expect(page.url()).toBe(`${empty.url}/setup`)
      await expectAccessible(page)
      await page.getByLabel('Name of the organisation').fill('Lantern House')
      await page.getByLabel('Your name').fill('First Person')
      await page.getByLabel('Sign-in name').fill('first@test.example')
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Create the register' }).click()
      await page.getByRole('navigation', { name: 'Desks' }).waitFor()
      // Who manages the system does not search for persons.
      expect(await page.getByRole('link', { name: 'Find', exact: true }).count()).toBe(0)
    } finally {
      await empty.close()
    }
  })

  test('two-step sign-in is set up with a picture and asked for from then on', async () => {
    const page = await ground.page('hotline_operator', { at: '/account' })
    await page.getByLabel('Your password, once more').fill(password)
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.locator('.qr svg').waitFor()
    const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '')
    const { generateSync } = await import('otplib')
    await page.getByLabel('Six digits').fill(generateSync({ secret }))
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByText('Switched on').waitFor()
    const again = await ground.stranger()
    await again.getByLabel('Sign-in name').fill(ground.login('hotline_operator'))
    await again.getByLabel('Password', { exact: true }).fill(password)
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.getByLabel('Six digits').waitFor()
  })
})

describe('keyboard', () => {
  test('a screening with the keyboard only', async () => {
    const page = await ground.page('caseworker')
    await toCase(page)
    await press(page, page.getByRole('button', { name: 'Begin the interview' }))
    await press(page, page.getByRole('button', { name: 'Begin', exact: true }))
    await page.getByRole('heading', { name: 'Before we begin' }).waitFor()
    await press(page, page.getByRole('button', { name: 'Next' }))
    await page.getByRole('heading', { name: 'How it began' }).waitFor()
    await press(page, page.getByRole('button', { name: 'Next' }))
    await page.getByRole('heading', { name: 'The way there' }).waitFor()
    // Focus stands on the heading: one Tab to the first question, Space answers yes, Delete takes it back.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator('[data-block="act"][data-met="yes"]').waitFor()
    await page.keyboard.press('Delete')
    await page.locator('[data-block="act"][data-met="open"]').waitFor()
    await page.keyboard.press('Space')
    await page.locator('[data-block="act"][data-met="yes"]').waitFor()
    await press(page, page.getByRole('button', { name: 'Pause here' }))
    await page.getByRole('heading', { name: 'Where things stand' }).waitFor()
    const file = await caseworker.ask<{ records: { type: string; content: object }[] }>('GET', `/cases/${ids.case}`)
    expect(file.records.find(record => record.type === 'screening')?.content).toMatchObject({
      state: 'paused',
      act: { recruitment: 'yes' },
    })
  })

  test('Ctrl K goes to a case by its number; Escape closes and focus returns', async () => {
    const page = await ground.page('caseworker')
    const { case: kase } = await caseworker.ask<{ case: { content: { number: string } } }>('GET', `/cases/${ids.case}`)
    await page.getByRole('link', { name: 'Find', exact: true }).focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.slice(0, 40))).toBe('Find')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(kase.content.number)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name }).waitFor()
  })
})

describe('two versions of one answer', () => {
  test('stand side by side until somebody settles them; nothing is lost', async () => {
    const page = await ground.page('caseworker')
    await toCase(page)
    await page.getByRole('button', { name: /^Situation/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radiogroup', { name: 'Returned' }).getByText('Yes', { exact: true }).click()
    const file = await caseworker.ask<{ case: { version: number } }>('GET', `/cases/${ids.case}`)
    await caseworker.ask('POST', '/changes', {
      changes: [
        {
          id: crypto.randomUUID(),
          type: 'case',
          record: ids.case,
          base: file.case.version,
          office: ground.offices.KYIV.id,
          person: ids.person,
          case: ids.case,
          set: { returned: 'no' },
          madeAt: new Date().toISOString(),
          dictionary: 1,
        },
      ],
    })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Both versions are kept').waitFor()
    await page.keyboard.press('Escape')
    const both = page.locator('[data-conflict]')
    await both.getByRole('button', { name: 'Take the other version' }).waitFor()
    await expectAccessible(page)
    await both.getByRole('button', { name: 'Take the other version' }).click()
    await both.waitFor({ state: 'hidden' })
    const after = await caseworker.ask<{ case: { content: { returned: string } }; conflicts: unknown[] }>(
      'GET',
      `/cases/${ids.case}`,
    )
    expect(after.case.content.returned).toBe('yes')
    expect(after.conflicts).toEqual([])
  })
})

describe('every page, wide light left-to-right and narrow dark right-to-left', () => {
  const looks = [
    { width: 1440, theme: 'light', dir: 'ltr' },
    { width: 360, theme: 'dark', dir: 'rtl' },
  ] as const
  const visitor = (page: Page) => async (path: string, heading: string | RegExp) => {
    await page.goto(`${ground.url}${path}`)
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }

  test.each(looks)('$width $theme $dir: the desks', async look => {
    const visit = visitor(await ground.page('caseworker', look))
    await visit('/', 'Today')
    await visit('/find', 'Find')
    await visit('/register', 'Register a new person')
    await visit('/leads', 'Leads')
    await visit('/account', 'Password and two-step sign-in')
    await visit('/nowhere', 'There is no such page')
  })

  test.each(looks)('$width $theme $dir: the case', async look => {
    const page = await ground.page('caseworker', look)
    const visit = visitor(page)
    await visit(`/cases/${ids.case}/services`, 'Services')
    await visit(`/cases/${ids.case}/card`, 'Code card')
    await visit(`/cases/${ids.case}`, name)
    for (const type of ['episode', 'service']) {
      await page.locator(`[data-add="${type}"]`).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
  })

  test.each(looks)('$width $theme $dir: the interview, and what the person sees of it', async look => {
    const page = await ground.page('caseworker', look)
    await visitor(page)(`/cases/${ids.case}/interview`, 'Screening interview')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('heading', { name: 'Before we begin' }).waitFor()
    await page.getByRole('button', { name: 'How it was made hard to leave' }).click()
    await page.getByRole('heading', { name: 'How it was made hard to leave' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Turn towards the person' }).click()
    const turned = page.getByRole('dialog')
    await turned.getByRole('heading', { name: 'How it was made hard to leave' }).waitFor()
    expect(await turned.innerText()).not.toMatch(/traffick|victim|beneficiary/i)
    await expectAccessible(page)
  })
})

/** Puts the focus on it and presses Enter, as a keyboard does. */
async function press(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await target.focus()
  await page.keyboard.press('Enter')
}

test('what was not saved survives a refused save', async () => {
  const page = await ground.page('caseworker')
  await toCase(page)
  await page.locator('[data-add="visit"]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Year' }).first().fill('2999')
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Keep me.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog
    .getByText(/year cannot be right|after today/)
    .first()
    .waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Keep me.')
})
