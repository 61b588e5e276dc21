import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type Asker, asker, type House } from '../server/house.ts'
import { accepted, aFile, type Opened } from './money-house.ts'

/** Referrals told through the API: a person with consent to sharing, a partner in the directory, a referral to it. */

export interface Referred extends Opened {
  readonly consent: string
  readonly provider: string
  readonly referral: string
}

/** The words that must never leave by accident. */
export const secrets = {
  givenNames: 'Zqgiven',
  familyNames: 'Zqfamily',
  preferredName: 'Zqnana',
  phone: '+3800000zq',
  safeContact: 'Zqsafe',
} as const

export async function referred(
  who: Asker,
  office: OfficeRow,
  set: Content = {},
  provider: Content = {},
): Promise<Referred> {
  const opened = await aFile(
    who,
    office.id,
    { ...secrets, sex: 'female', languages: ['uk'] },
    { category: 'trafficked' },
  )
  const of = { office: office.id, person: opened.person, case: opened.case }
  const organisation = await accepted(who, {
    type: 'provider',
    office: office.id,
    set: { name: 'House', kind: 'ngo', state: 'active', agreementUntil: '2027-01-01', ...provider },
  })
  const consent = await accepted(who, {
    ...of,
    type: 'consent',
    set: { purpose: 'sharing', decision: 'yes', givenOn: '2026-02-20' },
  })
  const referral = await accepted(who, {
    ...of,
    type: 'referral',
    set: {
      need: 'shelter',
      recipientKind: 'ngo',
      recipientOrganisation: organisation,
      shared: ['preferred_name', 'sex', 'languages', 'message'],
      details: 'A quiet room, please.',
      sentOn: '2026-03-01',
      state: 'sent',
      ...set,
    },
  })
  return { ...opened, consent, provider: organisation, referral }
}

export const stranger = (house: House): Asker => asker(house.app, '')

export async function recordOf(who: Asker, file: Opened, id: string): Promise<RecordView | undefined> {
  const reply = await who.ask('GET', `/cases/${file.case}`)
  return (reply.json().records as RecordView[]).find(record => record.id === id)
}

/** A link with its code, as staff make them for a referral. */
export async function linkTo(who: Asker, referral: string): Promise<{ token: string; code: string }> {
  const reply = await who.ask('POST', `/referrals/${referral}/link`)
  const { token, code } = reply.json() as { token: string; code: string }
  return { token, code }
}
