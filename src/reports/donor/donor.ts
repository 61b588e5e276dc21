import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { figureOf, type Placed } from '../figure-of.ts'
import type { Ground } from '../kind.ts'
import type { Block, DraftFigure, DraftReport } from '../report.ts'
import { figureIn, type Printable, printable } from '../suppress/printable.ts'
import { reportWords, type ReportWords } from '../words.ts'
import { besideOf, type Shared, sharedBy, sharedCell, supportedBy } from './shared.ts'
import { en } from './words.ts'

/**
 * What one donor paid for in a year, by project and fund. A person whom two donors supported is said so: they count once
 * here, once in the report of the other, and once in the total of all.
 */
export async function donorReport(
  { ask, mode, policy, cutOff }: Pick<Ground, 'ask' | 'mode' | 'policy' | 'cutOff'>,
  { donor, year }: { readonly donor: string; readonly year: number },
): Promise<DraftReport> {
  const say = reportWords('en', 'ltr')
  const [name, when] = [say.isolate(donor), String(year)]
  const of = { donor: [donor] }
  const counted = async (query: FigureQuery, placed: Placed) => {
    const figure = await ask(query)
    return { counted: figure, figure: figureOf(figure, query, placed) }
  }
  const money = (dimension: string): FigureQuery => ({ indicator: 'funding', year, by: [dimension], where: of })

  const byProject = await counted(money('project'), {
    id: 'money-by-project',
    caption: en.moneyCaption(name, when),
    chart: 'bars',
  })
  const byFund = await counted(money('fund'), { id: 'money-by-fund', caption: en.moneyByFund(name, when), chart: null })
  const projects = await counted(
    { indicator: 'projects', year, by: ['region'], where: of },
    { id: 'projects', caption: en.projectsCaption(name, when), chart: null },
  )
  const persons = await counted(supportedBy(year, [donor], ['project']), {
    id: 'persons-by-project',
    caption: en.byProject(name, when),
    chart: 'bars',
  })
  const personsByFund = await counted(supportedBy(year, [donor], ['fund']), {
    id: 'persons-by-fund',
    caption: en.byFund(name, when),
    chart: null,
  })
  const bySex = await counted(supportedBy(year, [donor], ['sex', 'age_group']), {
    id: 'persons-by-sex',
    caption: en.bySex(name, when),
    chart: 'stacked',
  })
  const byNationality = await counted(
    { ...supportedBy(year, [donor], ['nationality']), top: 10 },
    { id: 'persons-by-nationality', caption: en.byNationality(name, when), chart: 'bars' },
  )
  const everybody = await counted(supportedBy(year, null, ['donor']), {
    id: 'persons-by-donor',
    caption: en.donorsCaption(when),
    chart: null,
  })
  const count = async (donors: readonly string[]) => (await ask(supportedBy(year, donors))).base.n
  const shared = await sharedBy(donor, everybody.counted, count)

  const all = [byProject, byFund, projects, persons, personsByFund, bySex, byNationality, everybody]
  const printed = printable(all, { mode, policy }, besideOf(shared, persons.counted, everybody.counted))
  const block = (id: string): Block<DraftFigure> => ({ kind: 'figure', figure: figureIn(printed, id) })
  return {
    kind: 'donor',
    title: en.title(donor),
    subtitle: en.subtitle(when),
    period: { label: when, from: `${when}-01-01`, to: `${when}-12-31` },
    mode,
    language: 'en',
    direction: 'ltr',
    cutOff,
    coverage: persons.counted.coverage.text,
    caveats: shownOnce([persons.counted, byProject.counted]),
    sections: [
      {
        id: 'overview',
        title: en.overview,
        blocks: [
          {
            kind: 'paragraph',
            text: overview(printed, shared, { name, when, say }),
            values: ['money-by-project', 'projects', 'persons-by-project', 'persons-by-donor'],
          },
        ],
        sections: [],
      },
      {
        id: 'money',
        title: en.money,
        blocks: ['money-by-project', 'money-by-fund', 'projects'].map(block),
        sections: [],
      },
      {
        id: 'persons',
        title: en.persons,
        blocks: [block('persons-by-project'), { kind: 'note', text: en.twice }, block('persons-by-fund')],
        sections: [],
      },
      { id: 'who', title: en.who, blocks: ['persons-by-sex', 'persons-by-nationality'].map(block), sections: [] },
      {
        id: 'shared',
        title: en.others,
        blocks: [...sharing(printed, shared, say), block('persons-by-donor')],
        sections: [],
      },
    ],
  }
}

interface Of {
  readonly name: string
  readonly when: string
  readonly say: ReportWords
}

function overview(printed: Printable, { withAny }: Shared, { name, when, say }: Of): string {
  const baseOf = (id: string) => figureIn(printed, id).base.n
  const [given, helped] = [baseOf('money-by-project'), baseOf('persons-by-project')]
  const supported =
    helped === null ? en.supportedUnknown : helped === 'c' ? en.supportedHidden : en.supported(say.number(helped))
  const sharing = () => {
    if (helped === null || withAny === null) return []
    if (withAny === 0) return [en.notShared]
    if (helped === 'c' || !printed.maySay(sharedCell.any)) return [en.sharedHidden]
    return [en.shared(say.number(withAny), say.number(helped))]
  }
  return [
    typeof given === 'number' ? en.given(name, say.number(given), when) : en.givenUnknown(name, when),
    en.projects(say.count(baseOf('projects'))),
    supported,
    ...sharing(),
  ].join(' ')
}

/** With whom persons are shared; for the public only as far as it can be said. */
function sharing(printed: Printable, { all, withEach }: Shared, say: ReportWords): Block<DraftFigure>[] {
  const said = withEach.filter(({ donor }) => printed.maySay(sharedCell.with(donor)))
  return [
    ...(all !== null && printed.maySay(sharedCell.all)
      ? [{ kind: 'paragraph', text: en.together(say.number(all)), values: ['persons-by-donor'] } as const]
      : []),
    ...(said.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: said.map(({ donor, n }) => en.sharedWith(say.isolate(donor), say.number(n))),
          } as const,
          { kind: 'note', text: en.sharedOverlap } as const,
        ]),
    ...(said.length < withEach.length ? [{ kind: 'note', text: en.sharedNotListed } as const] : []),
  ]
}

/** Remarks that hold for the whole report: those without a number of one figure in them. */
function shownOnce(figures: readonly Figure[]): string[] {
  const found = figures.flatMap(({ caveats }) => caveats.filter(({ values }) => Object.keys(values).length === 0))
  return [...new Set(found.map(({ text }) => text))]
}
