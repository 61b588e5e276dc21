import type { Ground } from '../kind.ts'
import { wasOpen } from '#register/office-directory.ts'
import type { ReportWords } from '../words.ts'
import { askPart, type Chapter, chapter } from './part.ts'
import { rankingSaid, rowsSaid } from './sentences.ts'

/** Method, offices with their countries, and projects with their money where they are recorded. */
export async function annexes(on: Ground, year: number, words: ReportWords): Promise<Chapter> {
  const projects = await askPart(
    on,
    { indicator: 'projects', year, by: ['region'], where: {} },
    { id: 'projects', caption: `Projects by region, ${year}`, chart: 'bars' },
    figure => rowsSaid(figure, words),
  )
  const countries = await askPart(
    on,
    { indicator: 'project_countries', year, by: [], where: {} },
    { id: 'project-countries', caption: `Countries with projects, ${year}`, chart: null },
    ({ base: { n } }) => (typeof n === 'number' ? `Countries with projects: ${words.number(n)}.` : ''),
  )
  const funding = await askPart(
    on,
    { indicator: 'funding', year, by: ['donor'], where: {}, top: 10 },
    { id: 'funding', caption: `Funding agreed by donor, ${year}, ranks 1 to 10`, chart: 'bars' },
    figure => rankingSaid(figure, 'By donor', words),
  )
  const known = [projects, countries, funding].filter(({ counted }) => counted.base.n !== null)
  return chapter('annexes', 'Annexes', {
    chapters: [
      chapter('method', 'Method', { before: [{ kind: 'list', items: method }] }),
      chapter('offices', 'Offices and their countries', { before: [officeTable(on, year)] }),
      chapter('projects-annex', 'Projects and funding', {
        before:
          known.length === 3
            ? []
            : [
                {
                  kind: 'note',
                  text: `Projects or funding for ${year} are not recorded in this register: not available.`,
                },
              ],
        parts: known,
      }),
    ],
  })
}

const method = [
  'One mission assisting one person in one year is one instance of assistance. A person assisted by two missions in one year is two instances.',
  'Counts of instances stand beside counts of persons because they say more about the assistance and protection that have to be funded.',
  'The figures are of assistance recorded. They do not measure how many people are trafficked, nor whether there are more or fewer of them.',
  'Shares are whole percents, half up, of the base that stands beside them. What is unknown is a row and stays in the base.',
  '“Type of exploitation” gives each instance one answer; labour and sexual exploitation together are “combined”.',
  'Changes are given only where the same offices reported in both years in the same way.',
  'Regions and countries are those of the office that assisted; nationality, country of destination and office are different things.',
]

function officeTable({ register }: Ground, year: number) {
  const dictionary = register.dictionary()
  const label = (list: string, code: string | null) =>
    code === null ? null : (dictionary.lists.get(list)?.codes.find(each => each.code === code)?.label ?? code)
  const rows = register
    .offices()
    .all()
    .filter(office => office.kind !== 'outside_source' && wasOpen(office, [String(year)]))
    .map(({ name, country, region, opened, closed }) => [
      label('region', region),
      label('country', country),
      name,
      opened ?? 'not recorded',
      closed ?? (opened === null ? 'not recorded' : 'open'),
    ])
    .toSorted((a, b) => collator.compare(a.join(' '), b.join(' ')))
  return {
    kind: 'table',
    caption: `Offices that were there in ${year}, as far as their dates are recorded`,
    columns: ['Region', 'Country', 'Office', 'Open from', 'Open to'].map(each => ({ label: each, numeric: false })),
    rows,
  } as const
}

const collator = new Intl.Collator('en')
