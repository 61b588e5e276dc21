import type { Ground, ReportKind } from '../kind.ts'
import { printable } from '../suppress/printable.ts'
import { reportWords } from '../words.ts'
import { annexes } from './annexes.ts'
import { type Chapter, chapter, partsIn, written } from './part.ts'
import { type Named, regionChapter } from './region.ts'
import { reintegration } from './reintegration.ts'
import { trends } from './trends.ts'

/** The annual report: trends, reintegration, eight regions from one template, annexes. */
export const annualReport: ReportKind = {
  id: 'annual',
  about: 'Annual report: global trends, reintegration, eight regions, annexes',
  parameters: [
    { id: 'year', type: 'year', about: 'the year, such as 2011' },
    {
      id: 'base',
      type: 'year',
      about: 'the year that changes are measured from; else the year before',
      optional: true,
    },
  ],
  modes: ['internal', 'public'],
  questions: 100,
  async build(on, parameters) {
    const year = Number(parameters['year'])
    const base = parameters['base'] === undefined ? year - 1 : Number(parameters['base'])
    const words = reportWords('en', 'ltr')
    const chapters = [
      await trends(on, { year, base }, words),
      await reintegration(on, year, words),
      await regionChapters(on, year, words),
      await annexes(on, year, words),
    ]
    const parts = chapters.flatMap(partsIn)
    const printed = printable(parts, on).figures
    const [first] = parts
    return {
      kind: 'annual',
      title: `Assistance to trafficked persons in ${year}`,
      subtitle: `Annual report. Changes are measured from ${base}.`,
      period: { label: String(year), from: `${year}-01-01`, to: `${year}-12-31` },
      mode: on.mode,
      language: 'en',
      direction: 'ltr',
      cutOff: on.cutOff,
      coverage: first?.counted.coverage.text ?? '',
      caveats: caveats(parts.map(({ counted }) => counted.caveats)),
      sections: chapters.map(each => written(each, printed)),
    }
  },
}

async function regionChapters(on: Ground, year: number, words: Parameters<typeof regionChapter>[3]): Promise<Chapter> {
  const regions: readonly Named[] = on.register.dictionary().lists.get('region')?.codes ?? []
  const chapters: Chapter[] = []
  for (const region of regions) chapters.push(await regionChapter(on, region, year, words))
  return chapter('regions-chapter', 'Regions', { chapters })
}

/** What holds for the whole report and holds no number stands before it. */
function caveats(all: readonly (readonly { code: string; text: string }[])[]): string[] {
  const general = ['assisted_only', 'not_prevalence', 'possible_double_counts']
  const found = new Map(all.flat().map(({ code, text }) => [code, text]))
  return general.flatMap(code => found.get(code) ?? [])
}
