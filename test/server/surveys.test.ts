import { afterAll, beforeAll, expect, test } from 'vitest'
import { xlsform } from '../exchange/xlsform.ts'
import { accepted, staffAt, tell } from '../scenarios/money-house.ts'
import { type Asker, type House, openHouse } from './house.ts'

/** A survey without names through the door: questions in, questionnaires, counts and a file out. */
let house: House
let enumerator: Asker
let lead: Asker
let stranger: Asker
let kyiv: string
let survey: string

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const office = await house.office('KYIV', hq)
  kyiv = office.id
  enumerator = await staffAt(house, 'caseworker', office)
  lead = await staffAt(house, 'data_focal_point', office)
  stranger = await staffAt(house, 'caseworker', await house.office('ROME', hq))
  survey = await accepted(lead, {
    type: 'survey',
    office: kyiv,
    set: { title: 'At work', countries: ['UA'], from: '2026-02-01', respondents: 1 },
  })
})
afterAll(() => house.close())

const sheet = () =>
  xlsform(
    [
      ['type', 'name', 'label', 'relevant', 'constraint', 'required'],
      ['select_one yn', 'papers', 'Were your papers kept?', '', '', 'yes'],
      ['integer', 'hours', 'Hours a day', "${papers} = 'yes'", '. <= 24'],
      ['text', 'why', 'Why?'],
      ['text', 'first_name', 'First name'],
    ],
    [
      ['list_name', 'name', 'label'],
      ['yn', 'yes', 'Yes'],
      ['yn', 'no', 'No'],
    ],
  )

const send = (who: Asker, bytes: Buffer) =>
  house.app.inject({
    method: 'POST',
    url: '/api/surveys/xlsform',
    headers: { cookie: who.cookie, 'x-waymark': '1', 'content-type': 'application/octet-stream' },
    payload: bytes,
  })

async function loaded(): Promise<string> {
  const { form, identifying } = (await send(lead, await sheet())).json() as {
    form: { questions: { name: string }[] }
    identifying: string[]
  }
  expect(identifying).toEqual(['first_name'])
  const questions = form.questions.filter(({ name }) => !identifying.includes(name))
  const set = { survey, title: 'At work', form: JSON.stringify({ ...form, questions }), loadedOn: '2026-02-02' }
  return accepted(lead, { type: 'survey_form', office: kyiv, set })
}

const fill = (who: Asker, form: string, answers: object, o: object = {}) =>
  tell(who, {
    type: 'survey_response',
    office: kyiv,
    set: { survey, form, on: '2026-03-01', answers: JSON.stringify(answers) },
    ...o,
  })

test('what is no XLSForm is refused in words', async () => {
  const reply = await send(lead, Buffer.from('hello'))
  expect(reply.statusCode).toBe(422)
  expect(reply.json().problems).toEqual([{ code: 'xlsform_unreadable' }])
  expect(reply.body).not.toContain('hello')
})

test('questionnaires are judged by their questions, counted, and given out; others see nothing of it', async () => {
  const form = await loaded()
  expect((await fill(enumerator, form, { papers: 'yes', hours: 14, why: 'no pay' })).codes).toEqual([])
  expect((await fill(enumerator, form, { papers: 'yes', hours: 10 })).codes).toEqual([])
  expect((await fill(enumerator, form, { papers: 'no' })).codes).toEqual([])
  for (const answers of [
    {},
    { papers: 'maybe' },
    { papers: 'yes', hours: 30 },
    { papers: 'no', hours: 3 },
    { papers: 'no', first_name: 'Oksana' },
  ])
    expect((await fill(enumerator, form, answers)).codes).toEqual(['survey_answers_wrong'])
  expect((await fill(enumerator, form, { papers: 'no', why: 'call +380 44 123 45 67' })).codes).toEqual([
    'survey_points_to_somebody',
  ])
  expect((await fill(enumerator, survey, { papers: 'no' })).codes).toEqual(['survey_form_unknown'])
  expect((await fill(stranger, form, { papers: 'no' })).status).toBe('refused')

  const tally = (await lead.ask('GET', `/surveys/${survey}/tally`)).json()
  expect([tally.form.id, tally.questionnaires]).toEqual([form, 3])
  expect(tally.questions).toEqual([
    {
      question: 'papers',
      of: 3,
      choices: [
        { choice: 'yes', count: 2 },
        { choice: 'no', count: 1 },
      ],
    },
  ])
  expect(tally.numbers).toEqual([{ question: 'hours', of: 2, least: 10, median: 10, most: 14 }])

  const file = await lead.ask('GET', `/surveys/${survey}/answers.csv`)
  expect(file.headers['content-disposition']).toContain('survey.csv')
  expect(file.body.split('\r\n')).toEqual([
    '\uFEFFday,form_version,papers,hours,why',
    '2026-03-01,,no,,',
    '2026-03-01,,yes,10,',
    '2026-03-01,,yes,14,no pay',
    '',
  ])
  for (const path of ['tally', 'answers.csv']) {
    const refused = await stranger.ask('GET', `/surveys/${survey}/${path}`)
    const nothing = await stranger.ask('GET', `/surveys/${crypto.randomUUID()}/${path}`)
    expect([refused.statusCode, refused.body]).toEqual([nothing.statusCode, nothing.body])
    expect(refused.statusCode).toBe(404)
  }
  expect(house.log.join('')).not.toContain('no pay')
})

test('neither questions nor answers change afterwards; a new version leaves earlier answers their own', async () => {
  const form = await loaded()
  const changed = await tell(lead, { type: 'survey_form', office: kyiv, record: form, base: 1, set: { form: '{}' } })
  expect(changed.codes).toEqual(['survey_form_fixed'])
  const told = await fill(enumerator, form, { papers: 'no' })
  const again = await fill(enumerator, form, { papers: 'yes' }, { record: told.record, base: 1 })
  expect(again.codes).toEqual(['survey_response_fixed'])
  const wrong = await tell(lead, {
    type: 'survey_form',
    office: kyiv,
    set: { survey, title: 'x', form: '{"format":"other"}' },
  })
  expect(wrong.codes).toEqual(['survey_form_wrong'])
  const caseworkers = await tell(enumerator, {
    type: 'survey_form',
    office: kyiv,
    set: { survey, title: 'x', form: '{}' },
  })
  expect(caseworkers.status).toBe('refused')
})
