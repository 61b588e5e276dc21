import {
  fundingFact,
  fundingFacts,
  type FundingFact,
  type ProjectFact,
  projectFact,
} from '#casework/fund/project-facts.ts'
import type { RecordView } from '#changes/change.ts'
import { type Content, plainText } from '#dictionary/answer.ts'
import { commonRecords } from './common-records.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { insertFacts } from './fact-rows.ts'
import { dimensionValues } from './fact-values.ts'
import type { RecordRow } from './rows.ts'
import { settleSupport } from './support-facts.ts'
import type { Work } from './work.ts'

/**
 * Rows of `fact_project` and `fact_funding`. A project's row rests on its contributions and their donors, so that all
 * rows around a change are made anew together. Runs as the register: who gives to a project does not depend on who asks.
 */

/** Record types whose change moves these rows. */
export const projectTypes: ReadonlySet<string> = new Set(['project', 'fund', 'contribution', 'donor'])

type Ground = Pick<Work, 'client' | 'dictionary' | 'offices' | 'register'>

/** Writes anew what a changed record stands in: its project or fund, before and after, or all that a donor gives to. */
export async function writeProjectFacts(work: Work, row: RecordRow, before: Content | null): Promise<void> {
  await work.client.query("select pg_advisory_xact_lock(hashtext('waymark projects'))")
  const all = await readProjects(work.client)
  const changed = all.contributions.filter(({ id, content }) => id === row.id || content.donor === row.id)
  const touched = [row.id, ...namedIn(before), ...changed.flatMap(({ content }) => namedIn(content))]
  const sources = all.sources.filter(({ id }) => touched.includes(id))
  const ids = sources.map(({ id }) => id)
  const facts = factsOf(
    work,
    { ...all, sources },
    changed.map(({ id }) => id),
  )
  const codes = 'select d_project as code from fact_project where record_id = any($1) and d_project <> 0'
  const { rows: gone } = await work.client.query<{ code: number }>(codes, [ids])
  await work.client.query('delete from fact_project where record_id = any($1)', [ids])
  await work.client.query('delete from fact_funding where source = any($1) or record_id = any($2)', [
    ids,
    facts.funding.map(({ record }) => record),
  ])
  await write(work, facts)
  const { rows: written } = await work.client.query<{ code: number }>(codes, [ids])
  await settleSupport(work.client, { sources: ids, codes: [...gone, ...written].map(({ code }) => code) })
}

const namedIn = (content: Content | null): readonly string[] =>
  content === null ? [] : [plainText(content.project), plainText(content.fund)]

/** All of them from the records: after a load, and in a rebuild. The tables of facts are emptied first. */
export async function rebuildProjectFacts(work: Ground): Promise<void> {
  await work.client.query('delete from fact_project')
  await work.client.query('delete from fact_funding')
  const all = await readProjects(work.client)
  await write(
    work,
    factsOf(
      work,
      all,
      all.contributions.map(({ id }) => id),
    ),
  )
  await settleSupport(work.client, 'all')
}

interface Projects {
  readonly sources: readonly RecordView[]
  readonly contributions: readonly RecordView[]
  readonly donors: ReadonlyMap<string, RecordView>
}

/** Projects, funds, contributions and donors, through the index of lists: some thousands in the largest organisation. */
async function readProjects(client: Work['client']): Promise<Projects> {
  const all = await commonRecords({ client }, ...projectTypes)
  const of = (...types: string[]) => all.filter(({ type }) => types.includes(type))
  return {
    sources: of('project', 'fund'),
    contributions: of('contribution'),
    donors: new Map(of('donor').map(donor => [donor.id, donor])),
  }
}

/** `stray`: contributions that are written also when they name no project or fund that is here. */
function factsOf(work: Ground, { sources, contributions, donors }: Projects, stray: readonly string[]) {
  const region = (office: string) => work.offices.byId(office)?.region ?? null
  const to = (id: string) => contributions.filter(({ content }) => sourceOf(content) === id)
  const funded = sources.map(source => ({
    source,
    contributions: to(source.id),
    donors,
    region: region(source.office),
  }))
  const funding = funded.flatMap(fundingFacts)
  const done = new Set(funding.map(({ record }) => record))
  const rest = contributions.filter(({ id }) => stray.includes(id) && !done.has(id))
  return {
    projects: funded.map(projectFact),
    funding: [
      ...funding,
      ...rest.map(each => fundingFact(each, { source: null, donors, region: region(each.office) })),
    ],
  }
}

const sourceOf = ({ project, fund }: Content): string => plainText(project) || plainText(fund)

async function write(
  work: Ground,
  { projects, funding }: { readonly projects: readonly ProjectFact[]; readonly funding: readonly FundingFact[] },
): Promise<void> {
  const dims = (kind: 'project' | 'funding') => factDimensions(work.dictionary, kind).map(({ id }) => factColumn(id))
  await insertFacts(
    work,
    'fact_project',
    ['office_id', 'region', 'record_id', 'name', 'from_year', 'to_year', 'count', 'route', ...dims('project')],
    projects.map(each => [
      each.office, each.region, each.record, each.name, each.from, each.to, each.count, 'case_file',
      ...dimensionValues(work, 'project', each.dims),
    ]), // biome-ignore format: one line a group
  )
  await insertFacts(
    work,
    'fact_funding',
    [
      'office_id',
      'region',
      'record_id',
      'source',
      'year',
      'amount',
      'currency',
      'usd',
      'count',
      'route',
      ...dims('funding'),
    ],
    funding.map(each => [
      each.office, each.region, each.record, each.source, each.year, each.amount, each.currency, each.usd, 1, 'case_file',
      ...dimensionValues(work, 'funding', each.dims),
    ]), // biome-ignore format: one line a group
  )
}
