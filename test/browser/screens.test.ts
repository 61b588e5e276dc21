// Every page at two widths, light and dark, from both sides: pictures to look at (WAYMARK_SHOTS) and what must hold on
// each of them: nothing wider than the window, no bare catalogue key, no name in the title or the address.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleId } from '#access/role.ts'
import { expectNoSidewaysScroll, type Ground, newCase, openGround, type PageLook } from './harness.ts'
import { picture } from './picture.ts'

/** Nobody's name; long, in two scripts, as it happens. */
const given = 'Oleksandra-Wilhelmine'
const family = 'Відродженська'

let ground: Ground
let made: { person: string; case: string }

beforeAll(async () => {
  ground = await openGround()
  const worker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  made = await newCase(worker, office, {
    person: { givenNames: given, familyNames: family, nationality: ['UA'] },
    case: { registeredOn: '2024-05-10' },
  })
  for (const nationality of [['UA'], ['MD'], ['MD'], 'unknown']) {
    await newCase(worker, office, { person: { nationality }, case: { registeredOn: '2024-02-01' } })
  }
})
afterAll(() => ground?.close())

interface Screen {
  readonly name: string
  readonly role: RoleId
  readonly path: () => string
}

const screens: readonly Screen[] = [
  { name: 'today', role: 'caseworker', path: () => '/' },
  { name: 'find', role: 'caseworker', path: () => '/find' },
  { name: 'case', role: 'caseworker', path: () => `/cases/${made.case}` },
  { name: 'card', role: 'caseworker', path: () => `/cases/${made.case}/card` },
  { name: 'interview', role: 'caseworker', path: () => `/cases/${made.case}/interview` },
  { name: 'services', role: 'caseworker', path: () => `/cases/${made.case}/services` },
  { name: 'leads', role: 'caseworker', path: () => '/leads' },
  { name: 'account', role: 'caseworker', path: () => '/account' },
  { name: 'figures', role: 'caseworker', path: () => '/figures' },
  { name: 'figures-one', role: 'caseworker', path: () => '/figures?indicator=instances&rows=nationality&top=10' },
  {
    name: 'figures-two',
    role: 'caseworker',
    path: () => '/figures?indicator=persons&rows=nationality&columns=sex&where=sex*female*male*unknown',
  },
  { name: 'figures-years', role: 'caseworker', path: () => '/figures?indicator=instances&rows=year' },
  { name: 'accounts', role: 'administrator', path: () => '/administration/accounts' },
  { name: 'offices', role: 'administrator', path: () => '/administration/offices' },
  { name: 'fields', role: 'administrator', path: () => '/administration/fields' },
  { name: 'programs', role: 'administrator', path: () => '/administration/programs' },
  { name: 'roles', role: 'administrator', path: () => '/administration/roles' },
  { name: 'reads', role: 'data_protection_officer', path: () => '/administration/reads' },
  { name: 'changes', role: 'data_protection_officer', path: () => '/administration/changes' },
  { name: 'history', role: 'data_protection_officer', path: () => '/administration/history' },
]

const looks: readonly Required<Omit<PageLook, 'at' | 'language'>>[] = [
  { width: 1440, theme: 'light', dir: 'ltr' },
  { width: 1440, theme: 'dark', dir: 'rtl' },
  { width: 360, theme: 'dark', dir: 'ltr' },
  { width: 360, theme: 'light', dir: 'rtl' },
]

const roles = [...new Set(screens.map(screen => screen.role))]

describe.each(looks)('$width px, $theme, $dir', look => {
  test.each(roles)('the pages of a %s', async role => {
    const page = await ground.page(role, look)
    for (const screen of screens.filter(each => each.role === role)) {
      await visit(page, screen.path())
      await picture(page, `${screen.name}-${look.width}-${look.theme}-${look.dir}`)
      await expectNoSidewaysScroll(page)
      expect(await bareKeys(page), screen.name).toEqual([])
      const told = `${await page.title()} ${page.url()}`.toLowerCase()
      for (const name of [given, family]) expect(told, screen.name).not.toContain(name.toLowerCase())
      expect(await page.evaluate(() => document.documentElement.dir), screen.name).toBe(look.dir)
    }
    await page.context().close()
  })
})

/**
 * Goes there inside the app, as a click does: loading everything anew for eighty pictures would take minutes. By way of
 * a page that does not exist, so that nothing of the page before is taken for this one. Returns when all is drawn.
 */
async function visit(page: Page, path: string): Promise<void> {
  const nowhere = 'There is no such page'
  await page.evaluate(() => history.pushState({}, '', '/nowhere'))
  await page.getByRole('heading', { name: nowhere }).waitFor()
  await page.evaluate(to => history.pushState({}, '', to), path)
  await page.locator('main :is(h1, h2)').filter({ hasNotText: nowhere }).first().waitFor()
  // Grey lines appear after 300 ms where something is still on its way.
  await page.waitForTimeout(350)
  await page.locator('.waiting').waitFor({ state: 'detached' })
  await page.waitForFunction(() => [...document.querySelectorAll('.drawing')].every(each => each.querySelector('svg')))
}

/** Words on the screen that look like `find.title`: a key that no catalogue has is shown as itself. */
const bareKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (document.body.innerText.match(/\S+/g) ?? []).filter(word => /^[a-z]+(\.[a-zA-Z_]+)+$/.test(word)),
  )
