import { delphiDimensions, type IndicatorProfile, indicators } from '../data/indicators.ts'
import type { Questionnaire, Section } from '../questionnaire.ts'

const dimensions = [1, 2, 3, 4, 5, 6] as const

const sections = (profile: IndicatorProfile): readonly Section[] =>
  dimensions.map(dimension => ({
    id: `d${dimension}`,
    label: delphiDimensions[dimension],
    questions: indicators
      .filter(i => i.dimension === dimension && i.strength[profile] !== '-')
      .map(i => ({
        id: i.id,
        kind: 'mark' as const,
        label: i.label,
        field: { type: 'screening', field: 'indicators', code: i.id },
        dimension,
        strength: i.strength[profile],
      })),
  }))

const survey =
  'Operational indicators of trafficking in human beings, Delphi survey of the ILO and the European Commission, 2009.'

const labour = `${survey} Second-hand: names and strengths from another author’s rendering, whose counts agree with its own totals.`
const sexual = `${survey} From memory, unverified; a question mark is a strength that we do not know. Check before use.`

export const delphiLists: readonly Questionnaire[] = [
  {
    id: 'delphi_adult_labour',
    version: '2009',
    title: 'Indicators: adults, labour exploitation',
    provenance: labour,
    verified: false,
    sections: sections('adult_labour'),
  },
  {
    id: 'delphi_child_labour',
    version: '2009',
    title: 'Indicators: children, labour exploitation',
    provenance: labour,
    verified: false,
    sections: sections('child_labour'),
  },
  {
    id: 'delphi_adult_sexual',
    version: '2009',
    title: 'Indicators: adults, sexual exploitation',
    provenance: sexual,
    verified: false,
    sections: sections('adult_sexual'),
  },
  {
    id: 'delphi_child_sexual',
    version: '2009',
    title: 'Indicators: children, sexual exploitation',
    provenance: sexual,
    verified: false,
    sections: sections('child_sexual'),
  },
]
