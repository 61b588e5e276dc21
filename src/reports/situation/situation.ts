import type { Period } from '#casework/activity/reading.ts'
import { type Dictionary, listOf } from '#dictionary/dictionary.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import type { ToldOfPeriod } from '#register/activities.ts'
import type { OfficeDirectory } from '#register/office-directory.ts'
import type { Block, DraftFigure, DraftReport, Section } from '../report.ts'
import type { Reader } from '../suppress/printable.ts'
import { reportWords } from '../words.ts'
import { activityEntry, inOrder, type PillarEntry, type Speaking, surveyEntry } from './entries.ts'
import { hotlineEntries } from './hotline.ts'
import { times } from './times.ts'
import { totalsOf } from './totals.ts'
import { en } from './words.ts'

export interface SituationGround extends Reader {
  readonly ask: (query: FigureQuery) => Promise<Figure>
  readonly dictionary: Dictionary
  readonly offices: OfficeDirectory
  readonly cutOff: string
}

/**
 * The situation report of a period, from what offices told: six pillars in their order, countries in that of the alphabet, each
 * number with the time it is counted over, totals only of what may be added.
 */
export async function situationReport(on: SituationGround, told: ToldOfPeriod, period: Period): Promise<DraftReport> {
  const say = reportWords('en', 'ltr')
  const speaking: Speaking = {
    d: on.dictionary,
    mode: on.mode,
    policy: on.policy,
    period,
    words: en,
    say,
    times: times('en'),
  }
  const entries = [
    ...told.activities.map(each => activityEntry(each, speaking)),
    ...told.surveys.map(each => surveyEntry(each, speaking)),
    ...(await hotlineEntries(on.ask, on.offices, speaking)),
  ]
  const offices = new Set(
    [...told.activities.map(({ activity }) => activity), ...told.surveys].map(({ office }) => office),
  )
  const expected = on.offices.all().filter(({ kind }) => kind === 'mission' || kind === 'sub_office').length
  const label = speaking.times.span(period.from, period.to) ?? ''
  const overview = en.told({
    offices: en.offices(offices.size, say.number(offices.size)),
    activities: en.activities(told.activities.length, say.number(told.activities.length)),
    period: label,
  })
  const pillars = listOf(on.dictionary, 'activity_pillar')?.codes ?? []
  return {
    kind: 'situation',
    title: en.title,
    subtitle: en.subtitle,
    period: { label, ...period },
    mode: on.mode,
    language: 'en',
    direction: 'ltr',
    cutOff: on.cutOff,
    coverage: en.coverage(say.number(offices.size), say.number(Math.max(expected, offices.size))),
    caveats: en.caveats,
    sections: [
      { id: 'overview', title: en.overview, blocks: [{ kind: 'paragraph', text: overview, values: [] }], sections: [] },
      ...pillars.map((pillar, at) =>
        section({ id: pillar.code, title: `${at + 1}. ${pillar.label}` }, entries, speaking),
      ),
    ],
  }
}

function section(
  { id, title }: Pick<Section, 'id' | 'title'>,
  all: readonly PillarEntry[],
  on: Speaking,
): Section<DraftFigure> {
  const entries = inOrder(all.filter(({ pillar }) => pillar === id))
  const blocks: Block<DraftFigure>[] =
    entries.length === 0
      ? [{ kind: 'note', text: on.words.nothingTold }]
      : entries.map(({ entry }) => ({ kind: 'entry', entry }))
  return { id, title, blocks: [...blocks, ...totalsOf(id, entries, on)], sections: [] }
}
