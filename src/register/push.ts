import type { Content } from '#dictionary/answer.ts'
import { checkContent } from '#dictionary/check.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { refuseFields } from '#access/mask.ts'
import type { Target } from '#access/permission.ts'
import { looksAround, seesWhole } from '#casework/check.ts'
import { readEvidence } from '#casework/evidence.ts'
import { takesBack } from '#casework/referral/state.ts'
import { requestDefaults } from '#casework/rights/request.ts'
import { caseNumber } from '#changes/case-number.ts'
import type { Change, ChangeResult, Problem } from '#changes/change.ts'
import { fold } from '#changes/fold.ts'
import { judge } from '#changes/merge.ts'
import { append, prepareAppend } from './append.ts'
import { keepConflict, settleConflict } from './conflicts.ts'
import { afterAccept } from './derive.ts'
import { guardFor, keepGuards } from './guards.ts'
import { caseFiles, isOwn, type Neighbours, readNeighbours, targetOf } from './neighbours.ts'
import { givenAway, protectedNear } from './protected-answers.ts'
import { followRules, ruleProblems } from './push-rules.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys, subjectKey, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

/**
 * Accepts, merges, keeps as conflict or refuses each change, in order. What the browser showed does not count: content,
 * access and casework rules are checked here again. A change received before answers as it did the first time.
 */
export async function pushChanges(work: Work, changes: readonly Change[], origin = 'app'): Promise<ChangeResult[]> {
  // Not waited for: what reads follows on the same connection, and so after the lock is held.
  const locked = lockAll(work, changes)
  locked.catch(() => undefined)
  const results: ChangeResult[] = []
  for (const change of changes) results.push(await pushOne(work, change, origin))
  await locked
  return results
}

async function pushOne(work: Work, change: Change, origin: string): Promise<ChangeResult> {
  const type = work.dictionary.recordTypes.get(change.type)
  if (!type) return refused(change, [{ code: 'unknown_type' }])
  const misplaced = placeProblem(work, change, type.under)
  if (misplaced) return refused(change, [misplaced])
  const subject = subjectOf({ id: change.record, person: change.person })
  const [rowsNear, { earlier: sentBefore, taken, group }, keys, secrets] = await Promise.all([
    readNeighbours(work, change),
    knownBefore(work, change, change.office),
    readSubjectKeys(work, [subject]),
    protectedNear(work, change),
  ])
  const near = { ...rowsNear, group }
  const before = near.record
  const denied = [...accessProblems(work, change, near), ...(await linkProblems(work, change, near))]
  if (denied.length > 0) return refused(change, denied)
  const moved = before !== null && before.office_id !== change.office
  const earlier = moved ? (await knownBefore(work, change, before.office_id)).earlier : sentBefore
  if (earlier) return earlier
  if (!before && taken) return refused(change, [{ code: 'not_found' }])
  const faults = checkContent(work.dictionary, change.type, change.set, { imported: work.actor.kind === 'system' })
  if (faults.length > 0) return refused(change, faults)
  if (change.base > (before?.version ?? 0)) return refused(change, [{ code: 'unknown_version' }])

  const office = before?.office_id ?? change.office
  // Before anything is kept, also as one side of a conflict.
  const leaks = givenAway(work, change, moved ? await protectedNear(work, { ...change, office }) : secrets)
  if (leaks.length > 0) return refused(change, leaks)
  const known = keys.get(subject)
  if (!known && (before || near.person)) return refused(change, [{ code: 'person_erased' }])
  const key = known ?? (await subjectKey(work, subject, office))
  const current = before ? openRecord(before, key) : {}
  const verdict = judge({
    base: change.base,
    version: before?.version ?? 0,
    current,
    set: change.set,
    changedSince: before && change.base < before.version ? await movedSince(work, change) : [],
  })
  if (verdict.status === 'conflict') {
    await keepConflict(work, change, office, verdict.fields, { key, guard: before?.guard ?? null })
    return { ...answer(change, 'conflict', null), fields: verdict.fields }
  }

  const shown = seesWhole(change.type) ? { ...change, set: fold(current, change.set) } : change
  const broken = await ruleProblems(work, shown, near)
  if (broken.length > 0) return refused(change, broken)
  const set = { ...change.set, ...(await serverAnswers(work, change, near)) }
  const content = fold(current, set)
  const appended = prepareAppend(work, {
    change: { ...change, set },
    before,
    content,
    key,
    guard: guardFor(near, change),
    origin,
    merged: verdict.status === 'merged',
  })
  const written = append(work, appended)
  const followed = afterAccept(work, { near, row: appended.row, content, fields: Object.keys(set) })
  await Promise.all([written, followed])
  if (change.resolves) await settleConflict(work, change.resolves, change.record, change.id)
  await followRules(work, { near, row: appended.row, change: { ...change, set } })
  await keepGuards(work, near, appended.row)
  return answer(change, verdict.status, appended.link.version)
}

/** One lock a person (or lone record), all taken first and in order, so that two pushes never wait for each other. */
function lockAll(work: Work, changes: readonly Change[]): Promise<unknown> {
  const subjects = changes.flatMap(change => {
    const other = change.type === 'link' ? change.set['other'] : null
    // Where rules count what is at a place, two pushes must not count it at once.
    const at = looksAround(change) ? change.set[work.dictionary.recordTypes.get(change.type)?.list?.at ?? ''] : null
    return [change.person ?? change.record, other, at].filter(id => typeof id === 'string')
  })
  const inOrder = [...new Set(subjects)].sort()
  return Promise.all(
    inOrder.map(subject =>
      work.client.query({
        name: 'lock',
        text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
        values: [subject],
      }),
    ),
  )
}

function placeProblem(work: Work, change: Change, under: 'person' | 'case' | 'office'): Problem | null {
  if (!work.offices.byId(change.office)) return { code: 'not_found' }
  const placed =
    change.type === 'person'
      ? change.person === change.record && change.case === null
      : change.type === 'case'
        ? change.person !== null && change.case === change.record
        : under === 'case'
          ? change.case !== null && change.person !== null
          : under === 'person'
            ? change.person !== null && change.case === null
            : change.person === null && change.case === null
  return placed ? null : { code: 'wrong_place' }
}

interface Known {
  /** The answer to a change that was received before. */
  readonly earlier: ChangeResult | null
  /** A record has this id, beyond row-level security: one of another office must not become a second record here. */
  readonly taken: boolean
  /** Linked persons that the change belongs to, under whom facts are written. */
  readonly group: Neighbours['group']
}

/** One statement: each costs more on its way than in the database. */
async function knownBefore(work: Work, change: Change, office: string): Promise<Known> {
  const { rows } = await work.client.query<{
    taken: boolean
    root: string | null
    record: string | null
    version: number | null
    merged: boolean | null
    fields: string[] | null
  }>({
    name: 'known-before',
    text: `select record_exists($3) as taken, (select root from person_root where person = $4) as root, sent.*
      from (select) as always left join lateral (
        select record, version, merged, null::text[] as fields from change where office_id = $1 and id = $2
        union all select record, null, false, fields from conflict where office_id = $1 and id = $2 limit 1
      ) as sent on true`,
    values: [office, change.id, change.record, change.person],
  })
  const row = rows[0]
  const group = change.person === null ? null : { of: change.person, root: row?.root ?? change.person }
  return {
    earlier: row?.record ? answerBefore(change, { ...row, record: row.record }) : null,
    taken: row?.taken === true,
    group,
  }
}

function answerBefore(
  change: Change,
  sent: {
    readonly record: string
    readonly version: number | null
    readonly merged: boolean | null
    readonly fields: string[] | null
  },
): ChangeResult {
  // An id that was used for another record is a mistake of the sender, not a repetition.
  if (sent.record !== change.record) return refused(change, [{ code: 'id_used' }])
  const status = sent.fields ? 'conflict' : sent.merged ? 'merged' : 'accepted'
  return { ...answer(change, status, sent.version), again: true, fields: sent.fields ?? [] }
}

/** Not found and not yours are one answer. */
function accessProblems(work: Work, change: Change, near: Neighbours): Problem[] {
  const missing: Problem[] = [{ code: 'not_found' }]
  const type = work.dictionary.recordTypes.get(change.type)
  const { record, person, rows } = near
  if (record && (record.type !== change.type || record.person !== change.person || record.case_id !== change.case))
    return missing
  if (!record && change.type !== 'person' && change.person !== null && !person) return missing
  const parent =
    change.case === null || change.type === 'case'
      ? null
      : rows.find(row => row.type === 'case' && row.id === change.case)
  if (parent === undefined) return missing
  if (parent && parent.person !== change.person) return missing
  // A record of a case lives where the case lives.
  if (parent && !record && parent.office_id !== change.office) return missing
  const target = {
    office: record?.office_id ?? change.office,
    shared: record?.shared ?? [],
    common: record?.common ?? type?.common ?? false,
    own: record ? isOwn(work, record, rows) : parent ? isOwn(work, parent, rows) : true,
    guard: record ? record.guard : (parent?.guard ?? null),
  }
  if (work.permissions.readable(change.type, target).size === 0) return missing
  // Nothing is hung on a person whom the writer does not see; below a case it is the case that decides.
  if ((change.type === 'case' || change.case === null) && !record && person && !seesPerson(work, person, rows))
    return missing
  // A person whom another mission handed over is read; written only where there is a case of one's own.
  const assisting = (office: string) => rows.some(each => each.type === 'case' && each.office_id === office)
  const home = change.type === 'person' ? { ...target, shared: target.shared.filter(assisting) } : target
  const writable = work.permissions.writable(change.type, home)
  if (writable.size === 0) return [{ code: 'not_allowed' }]
  if (change.resolves !== undefined && !maySettle(work, change.type, target)) return [{ code: 'not_allowed' }]
  return refuseFields(work.dictionary, change.type, change.set, writable).map(field => ({
    code: 'field_not_yours',
    field,
  }))
}

/** A person's conflict may be settled from every office that assists the person, as the person may be edited there. */
function maySettle(work: Work, type: string, { office, shared, own }: Target): boolean {
  const places = type === 'person' ? [office, ...(shared ?? [])] : [office]
  return places.some(place => work.permissions.may('resolve_conflict', { office: place, own }))
}

/** A link moves the counts of both persons: whoever sees one of them only may neither join them nor cut them apart. */
async function linkProblems(work: Work, change: Change, { record }: Neighbours): Promise<Problem[]> {
  if (change.type !== 'link') return []
  const others = [change.set['other'], record?.content['other']].filter(id => typeof id === 'string' && uuid.test(id))
  for (const other of others) {
    const { rows } = await work.client.query<RecordRow>({
      name: 'link-other',
      text: `select ${recordColumns} from record where person = $1 and type in ('person', 'case')`,
      values: [other],
    })
    const person = rows.find(row => row.id === other)
    if (!person || !seesPerson(work, person, rows)) return [{ code: 'not_found' }]
  }
  return []
}

function seesPerson(work: Work, person: RecordRow, rows: readonly RecordRow[]): boolean {
  const target = targetOf(work, person, rows)
  return work.permissions.readable('person', target).size > 0
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A referral taken back does not wait until somebody has settled what the recipient said meanwhile: the states judge it. */
async function movedSince(work: Work, change: Change): Promise<readonly string[]> {
  const fields = await fieldsSince(work, change)
  return takesBack(change) ? fields.filter(field => field !== 'state') : fields
}

/**
 * A device that waited for a network has seen its own changes, whatever version they got here: they are no reason for a
 * conflict with the ones that follow.
 */
async function fieldsSince(work: Work, { record, base, device }: Change): Promise<string[]> {
  const { rows } = await work.client.query<{ fields: string[] }>(
    'select fields from change where record = $1 and version > $2 and (device is distinct from $3 or $3 is null or author <> $4)',
    [record, base, device ?? null, work.actor.id],
  )
  return rows.flatMap(row => row.fields)
}

/** Fields that the server fills in: the case number, the clock of a request, the reading beside a human determination. */
async function serverAnswers(work: Work, change: Change, near: Neighbours): Promise<Content> {
  if (change.type === 'case' && !near.record && change.set['number'] === undefined) {
    const { rows } = await work.client.query<{ n: number }>("select nextval('case_number') as n")
    const code = work.offices.byId(change.office)?.code ?? 'X'
    return { number: caseNumber(code, work.now.getUTCFullYear(), Number(rows[0]?.n ?? 0)) }
  }
  if (change.type === 'rights_request' && !near.record) return requestDefaults(change.set)
  if (change.type === 'determination' && fieldOf(work.dictionary, 'determination', 'reading')) {
    const file = caseFiles(near.rows, null).find(each => each.case.id === change.case)
    return file ? { reading: readEvidence(file).reading } : {}
  }
  return {}
}

const answer = (change: Change, status: ChangeResult['status'], version: number | null): ChangeResult => ({
  id: change.id,
  record: change.record,
  status,
  again: false,
  version,
  fields: [],
  problems: [],
})

const refused = (change: Change, problems: readonly Problem[]): ChangeResult => ({
  ...answer(change, 'refused', null),
  problems,
})
