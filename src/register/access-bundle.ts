import { within } from '#access/permission.ts'
import { type BundleRecord, bundleRecords, type KeptChange, looksForChildSince } from '#casework/rights/bundle.ts'
import { aboutCopy } from '#casework/rights/copy-words/about.ts'
import { type CopyWords, copyLanguage, copyWordsOf } from '#casework/rights/copy-words/copy-words.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { dictionaryTexts } from './dictionary-texts.ts'
import { handsOf, isAccount } from './hands.ts'
import { tell } from './notices.ts'
import { RegisterProblem } from './problem.ts'
import { logReading } from './read-log.ts'
import { openPatch } from './rows.ts'
import { staffNames } from './staff-names.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import { asRegister, type WholePerson, wholePerson } from './whole-person.ts'
import type { Work } from './work.ts'

/** Who received something. */
export interface Recipient {
  /** The codes below in words. */
  readonly shown: { readonly kind: string; readonly what: string; readonly ground: string }
  /** Code of `recipient_kind`. */
  readonly kind: string
  /** The organisation, where it stands in the directory or is a mission of ours. */
  readonly organisation: string | null
  /** Codes of `disclosure_what`; empty for a referral, whose fields are listed with it. */
  readonly what: readonly string[]
  /** Code of `disclosure_ground`. */
  readonly ground: string
  readonly on: string
}

export interface Reader {
  readonly who: string
  readonly action: string
  readonly times: number
  readonly first: string
  readonly last: string
}

export interface AccessBundle {
  readonly request: string
  readonly person: string
  readonly madeOn: string
  /** The language that was asked for, and the one that the words are in. */
  readonly language: { readonly asked: string; readonly given: string }
  readonly title: string
  /** What the reader is told first: what this is, what is blotted out, and what the words cannot do. */
  readonly about: readonly string[]
  readonly records: readonly BundleRecord[]
  readonly recipients: readonly Recipient[]
  readonly readers: readonly Reader[]
  /** Offices that keep something of this person beyond the reach of who compiles: the person asks there too. */
  readonly elsewhere: number
}

/**
 * Compiles the copy that a granted access request asks for: more than any role reads, so it needs the verb decide_rights
 * where the request is kept, is a line of its own in the read log, and is told to the supervisors of the offices concerned.
 * @throws RegisterProblem not_found, also after an erasure; not_allowed; invalid with reason access_not_granted
 */
export async function accessBundle(work: Work, request: string): Promise<AccessBundle> {
  const asked = await accessRequest(work, request)
  const { person, office } = asked
  await logReading(work, { action: 'access_bundle', office, person, case: null, purpose: 'rights_request' })
  const whole = await wholePerson(work, person)
  const { changes, elsewhere } = await keptChanges(work, whole)
  const readings = await readingsOf(work, whole)
  const accounts = changes.flatMap(({ author, set }) => [author, ...Object.values(set).map(plainText)])
  const staff = [...(await staffNames(work, accounts)).values()]
  const language = copyLanguage(asked.language, spokenIn(changes))
  const words = copyWordsOf(work.dictionary, language.given, dictionaryTexts(language.given))
  const named = [...accounts.filter(isAccount), ...readings.map(({ account }) => account)]
  const hand = await handsOf(work, named, words.words)
  const nameOf = (id: string) => work.offices.byId(id)?.name ?? ''
  await tellSupervisors(work, request, new Set(changes.map(change => change.office)))
  const records = bundleRecords(work.dictionary, { changes, staff, words, hand, office: nameOf })
  return {
    request,
    person,
    madeOn: work.today,
    language,
    title: words.say('copy.title'),
    about: aboutCopy(words, { language, records, elsewhere, childSought: looksForChildSince(changes) !== null }),
    records,
    recipients: await recipientsIn(work, changes, words.words),
    readers: readings.map(({ account, ...reading }) => ({ who: hand(account), ...reading })),
    elsewhere,
  }
}

async function accessRequest(work: Work, id: string) {
  const { rows } = await work.client.query<{ office_id: string; person: string; content: Record<string, unknown> }>(
    `select office_id, person, content from record where id = $1 and type = 'rights_request' and person is not null`,
    [id],
  )
  const row = rows[0]
  if (!row || work.permissions.readable('rights_request', { office: row.office_id, own: false }).size === 0)
    throw new RegisterProblem('not_found', 'There is no such request, or it is not yours.')
  if (!work.permissions.may('decide_rights', { office: row.office_id }))
    throw new RegisterProblem('not_allowed', 'The data protection officer compiles this.')
  const { kind, decision, language } = row.content
  if (kind !== 'access' || (decision !== 'granted' && decision !== 'partly'))
    throw new RegisterProblem('invalid', 'First grant the request.', { reason: 'access_not_granted' })
  return { office: row.office_id, person: row.person, language }
}

interface ChangeRow {
  readonly id: string
  readonly record: string
  readonly person: string | null
  readonly type: string
  readonly office_id: string
  readonly author: string
  readonly received_at: Date
  readonly origin: string
  readonly patch: Buffer
}

/** The whole log of the person, opened, as far as the reach of deciding goes; and how many offices lie beyond it. */
async function keptChanges(work: Work, { persons, subjects }: WholePerson) {
  const { rows, keys } = await asRegister(work, async () => {
    const found = await work.client.query<ChangeRow>(
      `select id, record, person, type, office_id, author, received_at, origin, patch from change
        where person = any($1) or (person is null and record = any($2)) order by seq`,
      [persons, subjects],
    )
    return { rows: found.rows, keys: await readSubjectKeys(work, subjects) }
  })
  const reach = work.permissions.reach('decide_rights')
  // The person's own record belongs to every mission that assists the person, wherever it was begun.
  const here = rows.filter(row => row.type === 'person' || within(reach, { office: row.office_id, own: false }))
  const changes = here.flatMap((row): KeptChange[] => {
    const key = keys.get(subjectOf({ id: row.record, person: row.person }))
    if (!key) return []
    return [
      {
        record: row.record,
        type: row.type,
        office: row.office_id,
        author: row.author,
        at: row.received_at.toISOString(),
        origin: row.origin,
        set: openPatch(key, row.id, row.patch),
      },
    ]
  })
  if (changes.length === 0) throw new RegisterProblem('not_found', 'Nothing of this person can be read any more.')
  const kept = new Set(here)
  return { changes, elsewhere: new Set(rows.filter(row => !kept.has(row)).map(row => row.office_id)).size }
}

/** The languages of the person's record as it stands now. */
function spokenIn(changes: readonly KeptChange[]): readonly string[] {
  const said = changes.findLast(({ type, set }) => type === 'person' && 'languages' in set)?.set['languages']
  return Array.isArray(said) ? said.map(String) : []
}

async function tellSupervisors(work: Work, request: string, offices: ReadonlySet<string>): Promise<void> {
  for (const office of offices)
    await tell(
      work,
      [
        {
          kind: 'access_bundle_made',
          to: { role: 'supervisor', office },
          key: `bundle.${request}.${work.now.toISOString().slice(0, 10)}`,
        },
      ],
      { type: 'rights_request', record: request, office, case: null },
    )
}

/** What was given, and referrals that were sent. */
async function recipientsIn(
  work: Work,
  changes: readonly KeptChange[],
  words: CopyWords['words'],
): Promise<Recipient[]> {
  const latest = new Map<string, KeptChange['set']>()
  for (const { record, type, set } of changes)
    if (type === 'disclosure' || type === 'referral') latest.set(record, { ...latest.get(record), ...set })
  const given = [...latest.values()].filter(content =>
    'madeOn' in content ? content['state'] === 'made' : isAnswered(content['sentOn']),
  )
  const names = await providerNames(
    work,
    given.map(content => plainText(content['recipientOrganisation'])),
  )
  const coded = (list: string, code: string) => words[`answer.${code}`] ?? words[`list.${list}.${code}`] ?? code
  return given.map(content => {
    const what = Array.isArray(content['what']) ? content['what'].map(String) : []
    const toOffice = work.offices.byId(plainText(content['toOffice']))?.name
    const kind = plainText(content['recipientKind']) || (toOffice ? 'own_mission' : 'other')
    const ground = plainText(content['ground']) || 'consent'
    return {
      shown: {
        kind: coded('recipient_kind', kind),
        what: what.map(each => coded('disclosure_what', each)).join(', '),
        ground: coded('disclosure_ground', ground),
      },
      kind,
      organisation: toOffice ?? names.get(plainText(content['recipientOrganisation'])) ?? null,
      what,
      ground,
      on: plainText(content['madeOn']) || plainText(content['sentOn']),
    }
  })
}

async function providerNames(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await work.client.query<{ id: string; name: string | null }>(
    `select id, content ->> 'name' as name from record where id = any($1::uuid[]) and type = 'provider'`,
    [ids.filter(isAccount)],
  )
  return new Map(rows.flatMap(row => (row.name === null ? [] : [[row.id, row.name]])))
}

interface Reading extends Omit<Reader, 'who'> {
  readonly account: string
}

/** Everybody who opened a file, and whom a list or a search showed the person. */
async function readingsOf(work: Work, { persons }: WholePerson): Promise<Reading[]> {
  const { rows } = await work.client.query<{ account: string; action: string; times: number; first: Date; last: Date }>(
    `select account, action, count(*)::int as times, min(at) as first, max(at) as last from read_log
      where person = any($1) group by account, action order by min(at), account, action`,
    [persons],
  )
  return rows.map(({ first, last, ...row }) => ({
    ...row,
    first: first.toISOString().slice(0, 10),
    last: last.toISOString().slice(0, 10),
  }))
}
