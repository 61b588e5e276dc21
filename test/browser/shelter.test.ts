import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type Ground, newCase, openGround, push } from './harness.ts'

/** A house with twelve places: the board, a woman with two children who moves in with her yes and leaves when she wants. */
let ground: Ground
const shelter = uuidv7()
const stay = uuidv7()
const address = 'Yablunevyi lane 14, third entrance, Kyiv'
let file: { person: string; case: string }

beforeAll(async () => {
  ground = await openGround()
  const office = ground.offices.KYIV.id
  const keeper = await ground.as('shelter_manager')
  const worker = await ground.as('caseworker')
  const here = { office, person: null, case: null }
  const places = Array.from({ length: 12 }, (_, i) => ({ ...here, type: 'place', record: uuidv7(), n: i + 1 }))
  const agreed = { purpose: 'service', decision: 'yes', givenOn: '2026-02-10' }
  await push(keeper, [
    { ...here, type: 'shelter', record: shelter, set: { code: 'House 3', state: 'open', address } },
    ...places.map(({ n, ...place }) => ({
      ...place,
      set: {
        shelter,
        label: n === 12 ? 'Room 12' : `Room ${n}`,
        state: 'in_use',
        ages: 'any',
        ...(n === 12 ? { kind: 'family', beds: 3 } : { kind: 'single', beds: 1, sexes: [n < 9 ? 'female' : 'male'] }),
      },
    })),
    {
      ...here,
      type: 'shelter_check',
      set: { shelter, checkedOn: '2026-02-20', standards: { fire: 'no', food: 'yes' } },
    },
    {
      ...here,
      type: 'shift_handover',
      set: { shelter, handedOn: '2026-02-28', shift: 'night', note: 'All in by ten.' },
    },
  ])
  const names = 'Olha Nadiya Iryna Halyna Sana Mai Leila Daria Taras Ivan Bohdan'.split(' ')
  for (const [i, place] of places.slice(0, 11).entries()) {
    const given = { person: { sex: i < 8 ? 'female' : 'male', givenNames: names[i] ?? '' } }
    const resident = { office, ...(await newCase(worker, office, given)) }
    const into = { shelter, place: place.record, from: '2026-02-12', admissionConsent: 'yes' }
    await push(worker, [
      { ...resident, type: 'consent', set: agreed },
      { ...resident, type: 'stay', record: i === 0 ? stay : uuidv7(), set: into },
    ])
    if (i > 0) continue
    const hour = `${String(new Date().getHours()).padStart(2, '0')}00`
    const [day] = new Date().toISOString().split('T')
    await push(keeper, [
      { ...resident, type: 'medicine', set: { stay, name: 'Iron 80 mg', from: '2026-02-12', hours: [hour] } },
      {
        ...resident,
        type: 'stay_log',
        set: { stay, kind: 'incident', loggedOn: day ?? '', about: 'A car stood there.' },
      },
    ])
  }
  file = await newCase(worker, office, { person: { givenNames: 'Sofiya' } })
})
afterAll(() => ground.close())

test('AS26 on the screen: one place fits a woman with two children; she moves in with her yes, and leaves at will', async () => {
  const desk = await ground.page('caseworker')
  await desk.getByRole('link', { name: 'Shelter' }).click()
  await desk.getByRole('heading', { name: 'House 3' }).waitFor()
  await desk.getByText('3 beds are free, 11 people are here').waitFor()
  await desk.getByRole('button', { name: 'Look for room' }).click()
  await desk.getByRole('textbox', { name: 'Persons moving in together' }).fill('3')
  await desk.getByText('1 place fits').waitFor()
  expect(await desk.locator('.place.fits').innerText()).toContain('Room 12')
  await expectAccessible(desk)
  expect(await desk.getByRole('button', { name: 'Open the address' }).count()).toBe(0)

  await desk.goto(`${ground.url}/cases/${file.case}/shelter`)
  await desk.getByText('Nobody has asked this person for consent to services yet.').waitFor()
  await push(await ground.as('caseworker'), [
    { office: ground.offices.KYIV.id, ...file, type: 'consent', set: { purpose: 'service', decision: 'yes' } },
  ])
  await desk.reload()
  await desk.getByRole('textbox', { name: 'Persons moving in together' }).fill('3')
  await desk.getByText('1 place fits').waitFor()
  await desk.getByRole('button', { name: 'Admit here' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Admit to Room 12, House 3' })
  await dialog.getByRole('button', { name: 'Admit', exact: true }).click()
  await dialog.getByText('Without it nobody is admitted.').first().waitFor()
  await dialog
    .getByRole('group', { name: 'The person said yes to moving in' })
    .or(dialog.getByRole('radiogroup', { name: 'The person said yes to moving in' }))
    .getByText('Yes', { exact: true })
    .click()
  await dialog.getByRole('button', { name: 'Admit', exact: true }).click()
  await desk.getByText('Room 12, House 3').waitFor()
  await desk.getByText('3 people').waitFor()
  await expectAccessible(desk)

  const phone = await ground.page('shelter_manager', { at: `/cases/${file.case}/shelter`, width: 360 })
  await phone.getByRole('button', { name: 'Record that the stay ends' }).click()
  await expect
    .poll(() => phone.getByRole('combobox', { name: 'How the stay ended' }).inputValue())
    .toBe('Left, own choice')
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Save the end of the stay' }).click()
  await phone.getByText('The person does not stay in one of our houses.').waitFor()
  await phone.getByRole('listitem').getByText('Left, own choice').waitFor()
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)
})

test('AS25 on the screen: the address is shown to the two roles, after a reason, and stands nowhere else', async () => {
  const phone = await ground.page('shelter_manager', { at: '/shelter', width: 360 })
  await phone.getByRole('heading', { name: 'House 3' }).waitFor()
  await phone.getByText('Fire exits are free').waitFor()
  // Medicine of the hour and the incidents of the last days, on the board and for the next shift.
  await phone.getByText('A car stood there.').waitFor()
  await phone.getByText('1 dose is due now').waitFor()
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)
  if (process.env['WAYMARK_SHOTS'])
    await phone.screenshot({ path: `${process.env['WAYMARK_SHOTS']}/shelter-360.png`, fullPage: true })
  await phone.getByRole('button', { name: 'Given', exact: true }).click()
  await phone.locator('[data-dose="given"]').getByText('Iron 80 mg').waitFor()
  expect(await phone.getByText('1 dose is due now').count()).toBe(0)
  await phone.locator('[data-dose="given"]').getByRole('button', { name: 'Change' }).click()
  await phone.getByRole('dialog').getByText('Did not want it').click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await phone.getByText('1 dose was not wanted').waitFor()
  await phone.getByRole('button', { name: 'Change this house' }).click()
  await phone.getByRole('dialog').getByRole('textbox', { name: 'Address' }).waitFor()
  expect(await phone.content()).not.toContain('Yablunevyi')
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: 'Open the address' }).click()
  const dialog = phone.getByRole('dialog', { name: 'Address of House 3' })
  await dialog.getByRole('combobox', { name: 'What do you need it for?' }).click()
  await phone.getByRole('option', { name: 'Emergency' }).click()
  await dialog.getByRole('button', { name: 'Show the address' }).click()
  await dialog.getByText(address).waitFor()
  await expectAccessible(phone)
  const { items } = await (await ground.as('data_protection_officer')).ask<{
    items: { action: string; purpose: string; record: string }[]
  }>('GET', '/read-log?limit=200')
  expect(items.filter(({ action }) => action === 'open_address')).toMatchObject([
    { purpose: 'emergency', record: shelter },
  ])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => phone.content()).not.toContain('Yablunevyi')
  expect(await phone.title()).not.toContain('House')
})
