import { type GapCounts, gapCounter } from '#casework/fund/gap.ts'
import { dayOf } from '#casework/when.ts'
import type { RecordView } from '#changes/change.ts'
import { recordsInUse } from './around.ts'
import { caseFiles } from './neighbours.ts'
import { logReading } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** Who is eligible for nothing and why, among the cases of a time that the reader may see. Coded answers only, no key opened. */
export interface GapReport extends GapCounts {
  readonly sources: readonly RecordView[]
  /** What was read: cases, and the offices they are of. */
  readonly cases: number
  readonly offices: number
  /** False: there are more cases in this time than are read in one go. */
  readonly complete: boolean
}

/** Cases read in one report, and in one step of it. */
const most = 20_000
const step = 500

export async function gapReport(work: Work, o: { readonly from: string; readonly to: string }): Promise<GapReport> {
  const sources = (await recordsInUse(work, ['project', 'fund'])).filter(({ type, office }) =>
    work.permissions.readable(type, { office, shared: [], common: true, own: false }).has('open'),
  )
  const counter = gapCounter(sources)
  const offices = new Set<string>()
  let after: Place | null = null
  let cases = 0
  while (cases < most) {
    const page: readonly Place[] = await casesOf(work, { ...o, after })
    for (const { file, root } of await filesOf(work, page)) {
      const { office, content } = file.case
      const day = dayOf(content.registeredOn) ?? o.from
      offices.add(office)
      counter.add({ file, person: root, day, place: work.offices.byId(office)?.country ?? null })
    }
    cases += page.length
    after = page.at(-1) ?? null
    if (page.length < step) {
      await logReading(work, { action: 'list', office: null, person: null, case: null, purpose: 'gap' })
      return { ...counter.counts(), sources, cases, offices: offices.size, complete: true }
    }
  }
  await logReading(work, { action: 'list', office: null, person: null, case: null, purpose: 'gap' })
  return { ...counter.counts(), sources, cases, offices: offices.size, complete: false }
}

interface Place {
  readonly record: string
  readonly day: string
}

/** By key along the index of lists, office by office of the reach. */
async function casesOf(
  work: Work,
  { from, to, after }: { readonly from: string; readonly to: string; readonly after: Place | null },
): Promise<readonly Place[]> {
  const reach = work.permissions.reach('read', 'case')
  const { rows } = await work.client.query<Place>({
    name: 'gap-cases',
    text: `select l.record, to_char(l.on_date, 'YYYY-MM-DD') as day from listed l
      where l.type = 'case' and l.open in (true, false) and l.on_date between $1::date and $2::date
        and (l.on_date, l.record) > (coalesce($3::date, '-infinity'), coalesce($4::uuid, '00000000-0000-0000-0000-000000000000'))
        and ($5::boolean or l.office_id = any($6::uuid[]) or (l.office_id = any($7::uuid[]) and (l.author = $8 or l.who = $8)))
      order by l.on_date, l.record limit ${step}`,
    values: [
      from,
      to,
      after?.day ?? null,
      after?.record ?? null,
      reach.all,
      reach.all ? [] : reach.offices,
      reach.all ? [] : reach.ownIn,
      work.actor.id,
    ],
  })
  return rows
}

async function filesOf(work: Work, page: readonly Place[]) {
  const { rows } = await work.client.query<RecordRow & { root: string | null }>({
    name: 'gap-files',
    text: `with home as (select person from record where id = any($1::uuid[]) and type = 'case')
      select ${recordColumns}, null as root from record
        where case_id = any($1::uuid[]) and type in ('case', 'episode', 'movement', 'determination')
      union all select ${recordColumns
        .split(', ')
        .map(column => `p.${column}`)
        .join(', ')}, r.root from record p left join person_root r on r.person = p.id
        where p.id in (select person from home) and p.type = 'person'`,
    values: [page.map(({ record }) => record)],
  })
  const roots = new Map(rows.map(row => [row.id, row.root]))
  return caseFiles(rows, null).map(file => ({
    file,
    root: roots.get(file.case.person ?? '') ?? file.case.person ?? file.case.id,
  }))
}
