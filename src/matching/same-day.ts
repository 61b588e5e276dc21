import type { Work } from '#register/work.ts'

/** Something was recorded of both on one day, in two countries: one person is hardly in both. */
export interface SameDay {
  readonly on: string
  readonly offices: readonly [string, string]
}

const most = 5

/** From the days of services, as far as the reader may see them, whole days only; the latest first. */
export async function placesOnOneDay(work: Work, persons: readonly [string, string]): Promise<readonly SameDay[]> {
  const { rows } = await work.client.query<{ person: string; office: string; on: string }>({
    name: 'review-days',
    text: `select distinct person, office_id as office, content ->> 'deliveredOn' as on from record
      where person = any($1::uuid[]) and type = 'service' and content ->> 'deliveredOn' ~ '^\\d{4}-\\d{2}-\\d{2}$'`,
    values: [persons],
  })
  const country = (office: string) => work.offices.byId(office)?.country ?? null
  const [left, right] = persons.map(id => rows.filter(({ person }) => person === id))
  return (left ?? [])
    .flatMap(one =>
      (right ?? []).flatMap(other => {
        const [a, b] = [country(one.office), country(other.office)]
        return one.on === other.on && a !== null && b !== null && a !== b
          ? [{ on: one.on, offices: [one.office, other.office] as const }]
          : []
      }),
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, most)
}
