import { numbered } from '#reports/numbered.ts'
import type { DraftFigure, DraftReport, FigureLine, Report } from '#reports/report.ts'

/** A small invented report that has one of everything: three charts, a crossed table, the three faces of a cell, an entry. */
const figure = (given: Partial<DraftFigure> & Pick<DraftFigure, 'id' | 'caption'>): DraftFigure => ({
  chart: null,
  indicator: 'Instances of assistance',
  unit: 'instance',
  definition: 'One mission assisting one person in one year is one instance of assistance.',
  period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
  accumulation: 'in_period',
  base: { n: 200, of: 'all' },
  by: [],
  rows: [],
  sumNote: null,
  notAvailable: [],
  coverage: 'Offices with case files: 6; with core variables or totals only: 2; without any report: 1.',
  caveats: ['Only persons who were assisted and recorded are counted.'],
  query: { indicator: 'instances', year: 2011, by: [], where: {} },
  ...given,
})

const row = (key: string, label: string, n: FigureLine['n'], share: FigureLine['share']): FigureLine => ({
  key,
  label,
  n,
  share,
})

const nationality = { id: 'nationality', label: 'Nationality', multiple: false }
const region = { id: 'region', label: 'Region', multiple: false }
const sex = { id: 'sex', label: 'Sex', multiple: false }
const year = { id: 'year', label: 'Year', multiple: false }

const pair = (first: string, second: string, n: FigureLine['n'], share: FigureLine['share'] = null): FigureLine => ({
  key: [first, second],
  label: [first, second],
  n,
  share,
})

export const draft: DraftReport = {
  kind: 'sample',
  title: 'Assistance recorded in 2011',
  subtitle: 'An invented report',
  period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
  mode: 'public',
  language: 'en',
  direction: 'ltr',
  cutOff: '2012-03-31T22:15:00.000Z',
  coverage: 'Offices with case files: 6; with core variables or totals only: 2; without any report: 1.',
  caveats: [
    'Only persons who were assisted and recorded are counted.',
    'Not a measure of how common trafficking is, nor of whether it rises or falls.',
  ],
  sections: [
    {
      id: 'trends',
      title: 'Global trends',
      blocks: [
        {
          kind: 'paragraph',
          text: '200 instances of assistance were recorded, 40 of them of Ukrainian nationals.',
          values: ['by-nationality'],
        },
        {
          kind: 'figure',
          figure: figure({
            id: 'by-nationality',
            caption: 'Instances of assistance by nationality, 2011',
            chart: 'bars',
            by: [nationality],
            rows: [
              row('UA', 'Ukraine', 90, 45),
              row('HT', 'Haiti', 60, 30),
              row('KH', 'Cambodia', 36, 18),
              row('LA', 'Lao People’s Democratic Republic', 'c', 'c'),
              row('YE', 'Yemen', 0, 0),
              row('ET', 'Ethiopia', null, null),
              row('unknown', 'Unknown', 14, 7),
            ],
            sumNote: 'Shares are rounded and sum to 100%.',
          }),
        },
        { kind: 'note', text: 'A note on the year.' },
      ],
      sections: [
        {
          id: 'sex',
          title: 'By sex and region',
          blocks: [
            {
              kind: 'figure',
              figure: figure({
                id: 'region-sex',
                caption: 'Instances of assistance by region and sex, 2011',
                chart: 'stacked',
                by: [region, sex],
                rows: [
                  pair('Asia and the Pacific', 'Female', 70, 35),
                  pair('Asia and the Pacific', 'Male', 30, 15),
                  pair('Asia and the Pacific', 'unknown', 0, 0),
                  pair('South America', 'Female', 'c', 'c'),
                  pair('South America', 'Male', 'c', 'c'),
                  pair('South America', 'unknown', 0, 0),
                  pair('Central and West Africa', 'Female', 40, 20),
                  pair('Central and West Africa', 'Male', null),
                  pair('Central and West Africa', 'unknown', 51, 26),
                ],
              }),
            },
            {
              kind: 'figure',
              figure: figure({
                id: 'over-years',
                caption: 'Instances of assistance by year and sex, 2008 to 2011',
                chart: 'line',
                period: { label: '2008 to 2011', from: '2008-01-01', to: '2011-12-31' },
                by: [year, sex],
                rows: [
                  ['2008', 120, 80],
                  ['2009', 150, null],
                  ['2010', 90, 95],
                  ['2011', 200, 120],
                ].flatMap(([at, women, men]) => [
                  pair(String(at), 'Female', women as number),
                  pair(String(at), 'Male', men as number | null),
                ]),
              }),
            },
          ],
          sections: [],
        },
      ],
    },
    {
      id: 'return',
      title: 'Return and reintegration',
      blocks: [
        {
          kind: 'figure',
          figure: figure({
            id: 'persons',
            caption: 'Persons assisted, to date',
            indicator: 'Persons assisted',
            unit: 'person',
            accumulation: 'to_date',
            base: { n: null, of: 'all' },
            notAvailable: ['No office has reported for 2011.'],
          }),
        },
        { kind: 'list', items: ['One item', 'Another item'] },
        {
          kind: 'entry',
          entry: {
            place: 'Poland',
            on: '23 May 2022',
            text: 'Officers were trained.',
            partners: ['Border Guard'],
            counts: [
              { label: 'Officers trained', unit: 'participant', n: 37, accumulation: 'in_period', day: null },
              { label: 'Leaflets', unit: 'material', n: null, accumulation: 'to_date', day: '2022-06-03' },
            ],
          },
        },
        {
          kind: 'table',
          caption: 'Countries by office',
          columns: [
            { label: 'Office', numeric: false },
            { label: 'Countries', numeric: false },
            { label: 'Projects', numeric: true },
          ],
          rows: [
            ['Kyiv', 'Ukraine, Moldova', 12],
            ['Bangkok', 'Thailand', 'c'],
            ['Accra', null, null],
            ['Lima', 'Peru', 0],
          ],
        },
      ],
      sections: [],
    },
  ],
}

export const sample: Report = numbered(draft)
