import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { SharedField } from '#casework/referral/minimum-data.ts'
import { isLive, type ReferralState, stateOf } from '#casework/referral/state.ts'
import { newId } from './append.ts'
import { RegisterProblem } from './problem.ts'
import { pushChanges } from './push.ts'
import { logReading } from './read-log.ts'
import { answerChange, mustStand, type ReferralAnswer, referralRow } from './referral-answer.ts'
import { received } from './referral-received.ts'
import type { Register } from './register.ts'
import { newToken, tokenHash } from './sessions.ts'
import { noticeOf, referralFile, sharedAnswers } from './shared-answers.ts'
import { asRegister } from './whole-person.ts'
import { asOwner, inWork, systemActor, type Work } from './work.ts'

/**
 * The door for an organisation without an account: one link for one referral, and a code that goes another way. Link and code
 * are asked for each time anew, so that whatever ends the referral ends the door. A stranger, a wrong code and a door that
 * has ended get one answer.
 */
export interface PartnerLink {
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly openedAt: Date | null
  /** Too many wrong codes, replaced, or ended by hand. */
  readonly ended: boolean
}

export interface PartnerPass {
  readonly token: string
  readonly code: string
}

/** What the recipient sees: the shared answers as they were sent, and nothing else. */
export interface PartnerView {
  /** Consent was taken back: nothing is shown, and the notice waits to be acknowledged. */
  readonly withdrawn: boolean
  readonly state: ReferralState | null
  readonly need: string | null
  readonly sentOn: string | null
  /** Display name of the sending office. */
  readonly from: string
  readonly fields: readonly SharedField[]
}

/** Days that a link works. */
const openDays = 14
/** Wrong codes after which a link is ended for good. */
const mostFailures = 5

/** A new link for this referral; an older one ends. Token and code are seen this once. */
export async function makePartnerLink(
  register: Register,
  o: { readonly referral: string; readonly account: string; readonly now: Date },
): Promise<PartnerPass & { readonly expiresAt: Date }> {
  const id = uuidv7()
  const token = newToken()
  const code = String(randomInt(0, 100_000_000)).padStart(8, '0')
  const expiresAt = new Date(o.now.getTime() + openDays * 86_400_000)
  await asOwner(register, async client => {
    await endLinks(client, o.referral, o.now)
    await client.query(
      `insert into partner_link (id, referral, token_hash, code_hash, made_by, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, o.referral, tokenHash(token), codeHash(register, id, code), o.account, o.now, expiresAt],
    )
  })
  return { token, code, expiresAt }
}

export const endPartnerLink = (
  register: Register,
  o: { readonly referral: string; readonly now: Date },
): Promise<void> => asOwner(register, client => endLinks(client, o.referral, o.now))

/** The latest link of a referral, without what opens it. */
export async function partnerLinkOf(register: Register, referral: string): Promise<PartnerLink | null> {
  const { rows } = await register.pool.query<LinkRow>(
    'select * from partner_link where referral = $1 order by made_at desc, id desc limit 1',
    [referral],
  )
  const row = rows[0]
  return row
    ? { madeAt: row.made_at, expiresAt: row.expires_at, openedAt: row.opened_at, ended: row.ended_at !== null }
    : null
}

/** What the holder of link and code may see; opening it says that it was received. @throws not_found for everybody else. */
export async function openForPartner(register: Register, pass: PartnerPass): Promise<PartnerView> {
  const referral = await admit(register, pass)
  return inWork(register, systemActor, async work => {
    const { row, file, content } = await readFile(work, referral)
    const from = work.offices.byId(row.office_id)?.name ?? ''
    if (noticeOf(file, row.id)) return { withdrawn: true, state: null, need: null, sentOn: null, from, fields: [] }
    if (!isLive(row.content)) throw closed()
    await logReading(work, {
      action: 'open_case',
      office: row.office_id,
      person: row.person,
      case: row.case_id,
      purpose: 'partner_link',
    })
    const now = await received(work, row, 'link')
    return {
      withdrawn: false,
      state: stateOf(now.content),
      need: wordOf(content.need),
      sentOn: wordOf(content.sentOn),
      from,
      fields: await asRegister(work, () => sharedAnswers(work, row)),
    }
  })
}

/** Writes the partner's answer as an ordinary change. What ends the referral ends the link. */
export async function answerForPartner(register: Register, pass: PartnerPass, answer: ReferralAnswer): Promise<void> {
  const referral = await admit(register, pass)
  await inWork(register, systemActor, async work => {
    const row = await referralRow(work, referral)
    if (!row || !isLive(row.content)) throw closed()
    mustStand(await pushChanges(work, [answerChange(work, row, answer, 'link')], 'partner'))
  })
  if (answer.state === 'declined' || answer.state === 'done')
    await endPartnerLink(register, { referral, now: register.now() })
}

/** The partner has heard that consent was taken back; nothing is left to answer. */
export async function acknowledgeWithdrawal(register: Register, pass: PartnerPass): Promise<void> {
  const referral = await admit(register, pass)
  await inWork(register, systemActor, async work => {
    const { row, file } = await readFile(work, referral)
    const notice = noticeOf(file, row.id)
    if (!notice) throw closed()
    const day = work.now.toISOString().slice(0, 10)
    const sent = wordOf(notice.content['sentOn']) ?? day
    const change = {
      id: newId(),
      type: 'withdrawal_notice',
      record: notice.id,
      base: notice.version,
      office: notice.office,
      person: notice.person,
      case: notice.case,
      set: { state: 'acknowledged', acknowledgedOn: sent > day ? sent : day },
      madeAt: work.now.toISOString(),
      dictionary: work.dictionary.version,
    }
    mustStand(await pushChanges(work, [change], 'partner'))
  })
  await endPartnerLink(register, { referral, now: register.now() })
}

interface LinkRow {
  readonly id: string
  readonly referral: string
  readonly code_hash: Buffer
  readonly made_at: Date
  readonly expires_at: Date
  readonly opened_at: Date | null
  readonly failures: number
  readonly ended_at: Date | null
}

/** Id of the referral. Each wrong code is counted before anybody hears of it, so that guesses at one moment all count. */
async function admit(register: Register, { token, code }: PartnerPass): Promise<string> {
  const now = register.now()
  const referral = await asOwner(register, async client => {
    const { rows } = await client.query<LinkRow>('select * from partner_link where token_hash = $1 for update', [
      tokenHash(token),
    ])
    const link = rows[0]
    const right = timingSafeEqual(link?.code_hash ?? nobody, codeHash(register, link?.id ?? '', code))
    if (!link || link.ended_at !== null || link.expires_at <= now) return null
    if (right) {
      await client.query('update partner_link set failures = 0, opened_at = coalesce(opened_at, $2) where id = $1', [
        link.id,
        now,
      ])
      return link.referral
    }
    await client.query(
      'update partner_link set failures = failures + 1, ended_at = case when failures + 1 >= $2 then $3::timestamptz end where id = $1',
      [link.id, mostFailures, now],
    )
    return null
  })
  if (referral === null) throw closed()
  return referral
}

const nobody = Buffer.alloc(32)

/** Spaces and dashes that people put into a code say nothing. */
const codeHash = (register: Register, link: string, code: string): Buffer =>
  createHmac('sha256', register.keys.parts.login)
    .update(`partner\0${link}\0${code.replaceAll(/[\s-]/g, '')}`)
    .digest()

async function endLinks(client: pg.PoolClient, referral: string, now: Date): Promise<void> {
  await client.query('update partner_link set ended_at = $2 where referral = $1 and ended_at is null', [referral, now])
}

async function readFile(work: Work, referral: string) {
  const row = await referralRow(work, referral)
  const read = row && (await referralFile(work, row))
  if (!row || !read) throw closed()
  return { row, ...read }
}

const wordOf = (value: RecordView['content'][string] | undefined): string | null =>
  typeof value === 'string' && isAnswered(value) ? value : null

/** The one answer for a stranger, a wrong code, and a door that has ended. */
const closed = () =>
  new RegisterProblem('not_found', 'This link and code open nothing. Ask whoever sent them for new ones.')
