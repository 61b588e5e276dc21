import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Asker,
  expectAccessible,
  expectNoSidewaysScroll,
  type Ground,
  newCase,
  openGround,
  push,
} from './harness.ts'

/** The service directory, a referral with its consent, the partner's phone, and the desk where answers arrive. */
let ground: Ground
let worker: Asker
const today = new Date().toISOString().slice(0, 10)
const [house, clinic, legal] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]

beforeAll(async () => {
  ground = await openGround()
  worker = await ground.as('caseworker')
  const at = { office: ground.offices.KYIV.id, person: null, case: null, type: 'provider' }
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`
  await push(worker, [
    {
      ...at,
      record: house,
      set: {
        name: 'Open Door House',
        kind: 'ngo',
        state: 'active',
        country: 'UA',
        town: 'Kyiv',
        services: ['shelter', 'psychological', 'food_hygiene'],
        languages: ['uk', 'ru', 'en'],
        ages: ['adult', 'child'],
        sexes: ['female'],
        capacity: 24,
        hours: '24 h',
        contactLine: '+380 44 555 01 01',
        verifiedOn: today,
        agreementUntil: inAYear,
      },
    },
    {
      ...at,
      record: clinic,
      set: {
        name: 'City hospital No. 4',
        kind: 'health',
        state: 'full',
        country: 'UA',
        town: 'Kyiv',
        services: ['medical'],
        languages: ['uk'],
        hours: '24 h',
        contactLine: '+380 44 555 01 04',
        verifiedOn: '2020-02-01',
      },
    },
    {
      ...at,
      record: legal,
      set: {
        name: 'Pravo legal aid',
        kind: 'legal_aid',
        state: 'active',
        country: 'UA',
        town: 'Lviv',
        services: ['legal', 'documents', 'shelter'],
        languages: ['uk', 'pl'],
        ages: ['adult'],
        hours: 'Mon–Fri 9–17',
        contactLine: '+380 32 555 01 02',
        verifiedOn: today,
      },
    },
  ])
})
afterAll(() => ground.close())

// Two cores are shared while tests run.
const patient = { timeout: 15_000 }
const names = (page: Page) => page.locator('[data-provider] .provider-name').allInnerTexts()

test('the directory answers who can help, and keeps itself true', async () => {
  const phone = await ground.page('hotline_operator', { at: '/directory', width: 360 })
  await phone.getByRole('heading', { name: 'Service directory' }).waitFor()
  await expect.poll(() => names(phone), patient).toEqual(['Open Door House', 'Pravo legal aid', 'City hospital No. 4'])
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)

  const desk = await ground.page('caseworker')
  await desk.getByRole('link', { name: 'Directory' }).click()
  const choose = async (label: string, option: string) => {
    await desk.getByRole('combobox', { name: label, exact: true }).click()
    await desk.getByRole('option', { name: option, exact: true }).click()
  }
  await choose('Service', 'Shelter')
  await choose('Sex', 'Male')
  await expect.poll(() => names(desk), patient).toEqual(['Pravo legal aid'])
  await desk.getByText('No sharing agreement in force').waitFor()
  // What is chosen once more is taken back.
  await choose('Service', 'Shelter')
  await choose('Sex', 'Male')
  await desk.getByLabel('Only what nobody verified for a year').check()
  await expect.poll(() => names(desk), patient).toEqual(['City hospital No. 4'])
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Still true today: City hospital No. 4' }).click()
  await expect.poll(() => names(desk), patient).toEqual([])
  await desk.getByRole('button', { name: 'Add an organisation' }).click()
  const form = desk.getByRole('dialog')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Write the name of the organisation and choose its kind.').first().waitFor()
})

test('a mission accepts what another hands over, into a case of its own', async () => {
  const { KYIV, ROME } = ground.offices
  const sent = async (preferredName: string) => {
    const file = await newCase(worker, KYIV.id, { person: { preferredName } })
    const of = { office: KYIV.id, ...file }
    await push(worker, [
      { ...of, type: 'consent', set: { purpose: 'sharing', decision: 'yes', givenOn: today } },
      { ...of, type: 'note', set: { text: 'Afraid of lifts.' } },
      {
        ...of,
        type: 'referral',
        set: {
          need: 'reception',
          recipientKind: 'own_mission',
          toOffice: ROME.id,
          shared: ['preferred_name'],
          handedOver: ['note'],
          sentOn: today,
          state: 'sent',
        },
      },
    ])
    return file
  }
  const file = await sent('Nana')
  await sent('Tamar')
  const phone = await ground.page('return_officer', { at: '/referrals', width: 360 })
  const line = (name: string) => phone.locator('.case-lines > li', { hasText: name })
  await line('Nana').getByRole('button', { name: 'Accept' }).waitFor()
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)
  await line('Tamar').getByRole('button', { name: 'Decline' }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByText('No place at present').click()
  await expectAccessible(phone)
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await line('Tamar').waitFor({ state: 'detached' })
  await line('Nana').getByRole('button', { name: 'Accept' }).click()
  await phone.waitForURL(/cases/)
  expect(phone.url()).not.toContain(file.case)
  await phone.getByText('Nana').first().waitFor()

  const desk = await ground.page('supervisor')
  await desk.getByRole('link', { name: 'Referrals' }).click()
  await desk.getByText('No other mission asks anything of this office now.').waitFor()
  await desk.getByRole('tab', { name: 'All we sent' }).click()
  await desk.locator('.case-lines > li', { hasText: 'Nana' }).getByText('Accepted').waitFor()
  await desk.locator('.case-lines > li', { hasText: 'Tamar' }).getByText('Declined').waitFor()
  await expectAccessible(desk)
})

interface Story {
  readonly file: { person: string; case: string }
  readonly address: string
  readonly code: string
}
let story: Story

test('AS12 a referral shows what leaves, waits for consent, and goes with a link and a code', async () => {
  const file = await newCase(worker, ground.offices.KYIV.id, {
    person: { sex: 'female', preferredName: 'Oksana', familyNames: 'Zqfamily', phone: '+380000001', languages: ['uk'] },
    case: { ageGroup: 'adult' },
  })
  const desk = await ground.page('caseworker', { at: `/cases/${file.case}` })
  await desk.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: 'Referrals' }).click()
  await desk.getByRole('button', { name: 'New referral' }).click()
  const composer = desk.getByRole('region', { name: 'New referral' })
  await composer.getByRole('combobox', { name: 'For which service' }).click()
  await desk.getByRole('option', { name: 'Shelter', exact: true }).click()
  // The directory begins with what fits the service and the person.
  await expect.poll(() => names(desk), patient).toEqual(['Open Door House', 'Pravo legal aid'])
  await composer.getByRole('button', { name: 'Choose Pravo legal aid' }).click()
  await composer.getByText('No sharing agreement with this organisation is in force.').waitFor()
  await composer.getByRole('button', { name: 'Choose another' }).click()
  await composer.getByRole('button', { name: 'Choose Open Door House' }).click()
  const leaves = composer.getByRole('region', { name: 'This leaves' })
  await leaves.getByText('Oksana').waitFor()
  expect(await leaves.innerText()).not.toContain('Zqfamily')
  await composer.getByText('More than the service needs').click()
  const telephone = composer.getByRole('group', { name: 'More than the service needs' }).getByText('Telephone')
  await telephone.click()
  await composer.getByText('This is more than the service needs.').waitFor()
  await telephone.click()

  await composer.getByText('The person has not agreed to sharing with this recipient.').waitFor()
  await composer.getByRole('button', { name: 'Send referral' }).click()
  const gate = composer.getByRole('group', { name: 'May it leave?' })
  expect(await gate.evaluate(element => element === document.activeElement)).toBe(true)
  await expectAccessible(desk)
  await composer.getByRole('button', { name: 'Record the person’s answer' }).click()
  const consent = desk.getByRole('dialog')
  await consent.locator('[data-field="decision"]').getByText('Yes', { exact: true }).click()
  await consent.getByRole('button', { name: 'Save' }).click()
  await composer.getByText('The person agreed to sharing with this recipient on').waitFor()
  await composer.getByRole('button', { name: 'Send referral' }).click()

  const card = desk.locator('[data-referral]')
  await card.getByText('Sent · since today').waitFor()
  await card.getByRole('button', { name: 'Make a link and a code' }).click()
  await card.locator('[data-secret]').nth(1).waitFor()
  const [address = '', code = ''] = await card.locator('[data-secret]').allInnerTexts()
  expect(address).toContain('/answer#')
  expect(code).toMatch(/^\d{8}$/)
  await expectAccessible(desk)
  story = { file, address, code }
})

test('a partner answers on a telephone and sees what was shared, no more', async () => {
  const { address, code, file } = story
  const partner = await partnerPhone(address)
  await openWith(partner, code === '00000000' ? '11111111' : '00000000')
  const wrong = await partner.getByRole('alert').innerText()
  await expectAccessible(partner)
  const stranger = await partnerPhone(`${address.slice(0, -8)}abcdefgh`)
  await openWith(stranger, code)
  expect(await stranger.getByRole('alert').innerText()).toBe(wrong)

  await openWith(partner, code)
  await partner.getByText('Kyiv mission asks you for this service: Shelter.').waitFor()
  const shown = await partner.locator('main').innerText()
  expect(shown).toContain('Oksana')
  for (const word of ['Zqfamily', '+380000001', 'KYIV-']) expect(shown).not.toContain(word)
  expect(await partner.title()).toBe('Waymark – Answer')
  await expectNoSidewaysScroll(partner)
  await expectAccessible(partner)
  await partner.getByRole('button', { name: 'We can help' }).click()
  await partner.getByText('You accepted.').waitFor()

  const small = await ground.page('caseworker', { at: `/cases/${file.case}/referrals`, width: 360 })
  await small.locator('[data-referral]').getByText('Accepted', { exact: true }).waitFor()
  await expectNoSidewaysScroll(small)
  await expectAccessible(small)
})

test('AS13 consent taken back: the partner’s page shows nothing, and asks to be acknowledged', async () => {
  const { address, code, file } = story
  const { records } = await worker.ask<{ records: { id: string; type: string; version: number }[] }>(
    'GET',
    `/cases/${file.case}`,
  )
  const given = records.find(({ type }) => type === 'consent')
  await worker.ask('POST', '/changes', {
    changes: [
      {
        id: crypto.randomUUID(),
        type: 'consent',
        record: given?.id,
        base: given?.version,
        office: ground.offices.KYIV.id,
        ...file,
        set: { withdrawnOn: today },
        madeAt: new Date().toISOString(),
        dictionary: 0,
      },
    ],
  })
  const partner = await partnerPhone(address)
  await openWith(partner, code)
  await partner.getByRole('heading', { name: 'Stop using what was shared' }).waitFor()
  expect(await partner.locator('body').innerText()).not.toContain('Oksana')
  await expectAccessible(partner)
  await partner.getByRole('button', { name: 'We have heard this' }).click()
  await partner.getByText('The sender knows that you have heard it.').waitFor()

  const small = await ground.page('caseworker', { at: `/cases/${file.case}/referrals`, width: 360 })
  await small.locator('[data-referral]').getByText('Withdrawn').waitFor()
  await small.getByRole('button', { name: 'New referral' }).click()
  await small.getByRole('combobox', { name: 'For which service' }).click()
  await small.getByRole('option', { name: 'Shelter', exact: true }).click()
  await small.getByRole('button', { name: 'Choose Open Door House' }).click()
  await small.getByText('The person has taken back the consent').waitFor()
  await expectNoSidewaysScroll(small)
  await expectAccessible(small)
})

/** A telephone of somebody who has no account. */
async function partnerPhone(address: string): Promise<Page> {
  const page = await ground.stranger({ width: 360 })
  await page.goto('about:blank')
  await page.goto(address)
  return page
}

async function openWith(partner: Page, code: string): Promise<void> {
  await partner.getByLabel('Code').fill(code)
  await partner.getByRole('button', { name: 'Open the request' }).click()
}
