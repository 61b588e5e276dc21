import type { Indicator } from './indicator.ts'

/** Three counts of a hotline, which no table mixes. */
export const hotlineIndicators: readonly Indicator[] = [
  {
    id: 'calls',
    label: 'Hotline contacts',
    unit: 'call',
    definition: 'Each call, chat or message answered by a hotline, however many topics it held and whoever called.',
    wording: { one: 'call', other: 'calls' },
    facts: 'call',
    measure: 'count',
    accumulation: 'in_period',
    caveats: ['calls_are_not_persons'],
  },
  {
    id: 'consultations',
    label: 'Consultations',
    unit: 'consultation',
    definition: 'Each topic answered in a hotline contact; one contact holds none, one or several.',
    wording: { one: 'consultation', other: 'consultations' },
    facts: 'consultation',
    measure: 'count',
    accumulation: 'in_period',
    oneAnswer: true,
    caveats: ['calls_are_not_persons'],
  },
  {
    id: 'callers',
    label: 'Persons who called',
    unit: 'person',
    definition: 'Distinct persons whose contact led to a case, and persons counted by missions that share totals.',
    wording: { one: 'person who called', other: 'persons who called' },
    facts: 'call',
    measure: 'caller',
    accumulation: 'in_period',
    caveats: ['links_as_known'],
  },
]
