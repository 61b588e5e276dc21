import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asker, type Ground, newCase, openGround, push } from './harness.ts'

/** A questionnaire of the organisation is reworded while somebody has begun to answer it. */
let ground: Ground
let admin: Asker
let id: string

beforeAll(async () => {
  ground = await openGround()
  admin = await ground.as('administrator')
  const caseworker = await ground.as('caseworker')
  const office = ground.offices.KYIV.id
  const ids = await newCase(caseworker, office, { person: { givenNames: 'Lesia' }, case: { ageAtAssistance: 30 } })
  id = ids.case
  const set = { purpose: 'interview', decision: 'yes', agreesToInterview: 'yes', givenOn: '2026-01-05' }
  await push(caseworker, [{ type: 'consent', office, ...ids, set }])
})
afterAll(() => ground.close())

async function publish(version: string, questions: readonly (readonly [string, string])[]): Promise<void> {
  const { version: base } = await admin.ask<{ version: number }>('GET', '/dictionary')
  await admin.ask('POST', '/dictionary/extensions', {
    base,
    extension: {
      questionnaires: [
        {
          id: 'own_farm',
          version,
          title: `Farm work, version ${version}`,
          provenance: 'Our own.',
          verified: false,
          sections: [
            {
              id: 'farm',
              label: `On the farm (${version})`,
              questions: questions.map(([field, label], i) => ({
                id: `q${i}`,
                kind: 'long_text',
                label: { en: label },
                field: { type: 'screening', field },
              })),
            },
          ],
        },
      ],
    },
  })
}

describe('AS22 the form changes while a draft exists', () => {
  test('the draft opens in its own version with its answers; a new one begins in the new version', async () => {
    await publish('1', [
      ['accountOfAct', 'Who brought you to the farm?'],
      ['gaps', 'What did the farm not pay?'],
    ])
    const first = await ground.page('caseworker', { at: `/cases/${id}/interview`, width: 360 })
    await first.getByRole('combobox', { name: 'Indicator list' }).click()
    await first.getByRole('option', { name: 'Farm work, version 1' }).click()
    await first.getByRole('button', { name: 'Begin', exact: true }).click()
    await first.getByRole('button', { name: 'On the farm (1)' }).click()
    await first.getByRole('textbox', { name: 'What did the farm not pay?' }).fill('the last two months')
    await first.getByRole('button', { name: 'Pause here' }).click()
    await first.getByRole('heading', { name: 'Where things stand' }).waitFor()

    await publish('2', [['accountOfAct', 'How did you come to the farm?']])
    const later = await ground.page('caseworker', { at: `/cases/${id}/interview`, width: 360 })
    await later.getByRole('combobox', { name: 'Indicator list' }).click()
    await later.getByRole('option', { name: 'Farm work, version 2' }).waitFor()
    await later.keyboard.press('Escape')
    await later.goto(`${ground.url}/cases/${id}`)
    await later.getByRole('button', { name: 'Go on with the interview' }).click()
    await later.getByRole('button', { name: 'On the farm (1)' }).click()
    await later.getByRole('textbox', { name: 'Who brought you to the farm?' }).waitFor()
    const kept = later.getByRole('textbox', { name: 'What did the farm not pay?' })
    await expect.poll(() => kept.inputValue()).toBe('the last two months')
    expect(await later.getByText('How did you come to the farm?').count()).toBe(0)
  })
})
