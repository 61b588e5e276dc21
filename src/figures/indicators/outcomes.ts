import type { Indicator } from './indicator.ts'

/** What became of persons: who returned, and what they received to begin anew. */
export const outcomeIndicators: readonly Indicator[] = [
  {
    id: 'returned',
    label: 'Persons returned',
    unit: 'person',
    definition:
      'Distinct persons who arrived on a journey that a mission arranged; the region is that of the mission that assisted the return.',
    wording: { one: 'person returned', other: 'persons returned' },
    facts: 'return',
    measure: 'person',
    accumulation: 'in_period',
    caveats: ['links_as_known'],
  },
  {
    id: 'reintegrated',
    label: 'Returnees who received reintegration assistance',
    unit: 'person',
    definition:
      'Distinct persons who, after a return, received at least one kind of reintegration assistance in the year; one person may receive several kinds.',
    wording: {
      one: 'returnee who received reintegration assistance',
      other: 'returnees who received reintegration assistance',
    },
    facts: 'reintegration',
    measure: 'person',
    accumulation: 'in_period',
    caveats: ['links_as_known', 'services_as_recorded'],
  },
]
