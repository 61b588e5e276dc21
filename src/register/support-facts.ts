import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/** Which rows of `fact_support`: of one case; or what these sources, and codes that mean them, pay for; or all. */
export type SupportRows =
  | { readonly office: string; readonly case: string }
  | { readonly sources: readonly string[]; readonly codes: readonly number[] }
  | 'all'

/**
 * Gives rows of `fact_support` the names of what paid: code, fund and donors of the project or fund of this register; of
 * a code that was only written down, the donors of the project that has it. As the owner, since projects lie in any office.
 */
export async function settleSupport(client: Client, of: SupportRows): Promise<void> {
  if (of === 'all') {
    await nameSources(client, 'true', [])
    await nameCodes(client, 'true', [])
  } else if ('case' in of) {
    const where = 's.office_id = $1 and s.case_id = $2'
    await nameSources(client, where, [of.office, of.case])
    await nameCodes(client, where, [of.office, of.case])
  } else {
    await nameSources(client, 's.source = any($1)', [of.sources])
    if (of.codes.length > 0) await nameCodes(client, 's.given_project = any($1)', [of.codes])
  }
}

const nameSources = (client: Client, where: string, values: readonly unknown[]) =>
  client.query(
    `update fact_support s set d_project = p.d_project, d_fund = p.d_fund, d_donor = p.d_donor from fact_project p
     where ${where} and s.source = p.record_id
       and (s.d_project, s.d_fund, s.d_donor) <> (p.d_project, p.d_fund, p.d_donor)`,
    [...values],
  )

const nameCodes = (client: Client, where: string, values: readonly unknown[]) =>
  client.query(
    `update fact_support s set d_donor = n.donors from (
       select s.office_id, s.case_id, s.record_id, s.slot, coalesce(
         (select nullif(p.d_donor, 0) from fact_project p where p.d_project = s.given_project and s.given_project <> 0
          order by p.record_id limit 1), s.given_donor) as donors
       from fact_support s where ${where} and s.source is null) n
     where (s.office_id, s.case_id, s.record_id, s.slot) = (n.office_id, n.case_id, n.record_id, n.slot)
       and s.d_donor <> n.donors`,
    [...values],
  )
