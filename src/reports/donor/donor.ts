import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { figureOf, type Placed } from '../figure-of.ts'
import type { Ground } from '../kind.ts'
import type { Block, DraftFigure, DraftReport } from '../report.ts'
import { reportWords } from '../words.ts'
import { sharedBy, supportedBy } from './shared.ts'
import { en } from './words.ts'

/**
 * What one donor paid for in a year, by project and fund. A person whom two donors supported is said so: they count once
 * here, once in the report of the other, and once in the total of all.
 */
export async function donorReport(
  { ask, mode, cutOff }: Pick<Ground, 'ask' | 'mode' | 'cutOff'>,
  { donor, year }: { readonly donor: string; readonly year: number },
): Promise<DraftReport> {
  const say = reportWords('en', 'ltr')
  const [name, when] = [say.isolate(donor), String(year)]
  const of = { donor: [donor] }
  const counted = async (query: FigureQuery, placed: Placed) => {
    const figure = await ask(query)
    return { figure, placed: figureOf(figure, query, placed) }
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
  const shared = await sharedBy(donor, everybody.figure, count)

  const given = byProject.figure.base.n
  const helped = persons.figure.base.n
  const text = [
    given === null ? en.givenUnknown(name, when) : en.given(name, say.number(given), when),
    en.projects(say.count(projects.figure.base.n)),
    helped === null ? en.supportedUnknown : en.supported(say.number(helped)),
    ...(helped === null || shared.withAny === null
      ? []
      : [shared.withAny === 0 ? en.notShared : en.shared(say.number(shared.withAny), say.number(helped))]),
  ].join(' ')
  const block = (figure: DraftFigure): Block<DraftFigure> => ({ kind: 'figure', figure })
  const sharing: Block<DraftFigure>[] = [
    ...(shared.all === null
      ? []
      : [{ kind: 'paragraph', text: en.together(say.number(shared.all)), values: [everybody.placed.id] } as const]),
    ...(shared.withEach.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: shared.withEach.map(each => en.sharedWith(say.isolate(each.donor), say.number(each.n))),
          } as const,
          { kind: 'note', text: en.sharedOverlap } as const,
        ]),
    block(everybody.placed),
  ]
  return {
    kind: 'donor',
    title: en.title(donor),
    subtitle: en.subtitle(when),
    period: { label: when, from: `${when}-01-01`, to: `${when}-12-31` },
    mode,
    language: 'en',
    direction: 'ltr',
    cutOff,
    coverage: persons.figure.coverage.text,
    caveats: shownOnce([persons.figure, byProject.figure]),
    sections: [
      {
        id: 'overview',
        title: en.overview,
        blocks: [
          {
            kind: 'paragraph',
            text,
            values: [byProject.placed.id, projects.placed.id, persons.placed.id, everybody.placed.id],
          },
        ],
        sections: [],
      },
      {
        id: 'money',
        title: en.money,
        blocks: [byProject, byFund, projects].map(({ placed }) => block(placed)),
        sections: [],
      },
      {
        id: 'persons',
        title: en.persons,
        blocks: [block(persons.placed), { kind: 'note', text: en.twice }, block(personsByFund.placed)],
        sections: [],
      },
      { id: 'who', title: en.who, blocks: [bySex, byNationality].map(({ placed }) => block(placed)), sections: [] },
      { id: 'shared', title: en.others, blocks: sharing, sections: [] },
    ],
  }
}

/** Remarks that hold for the whole report: those without a number of one figure in them. */
function shownOnce(figures: readonly Figure[]): string[] {
  const found = figures.flatMap(({ caveats }) => caveats.filter(({ values }) => Object.keys(values).length === 0))
  return [...new Set(found.map(({ text }) => text))]
}
