import type { Indicator } from './indicator.ts'

/** Projects, the money given to them, and the persons they paid for. */
export const moneyIndicators: readonly Indicator[] = [
  {
    id: 'projects',
    label: 'Projects',
    unit: 'project',
    definition:
      'Projects that run in the year by their own dates; one without an end runs until now, and planned ones are none.',
    wording: { one: 'project', other: 'projects' },
    facts: 'project',
    measure: 'count',
    only: { money_source: ['project'] },
    accumulation: 'in_period',
    caveats: ['projects_as_recorded'],
  },
  {
    id: 'project_countries',
    label: 'Countries with projects',
    unit: 'country',
    definition: 'Distinct countries that projects of the year name; a country with several projects is one.',
    wording: { one: 'country with projects', other: 'countries with projects' },
    facts: 'project',
    measure: 'value',
    distinct: 'project_country',
    only: { money_source: ['project'] },
    accumulation: 'in_period',
    caveats: ['projects_as_recorded'],
  },
  {
    id: 'funding',
    label: 'Funding agreed',
    unit: 'USD',
    definition:
      'US dollars that donors agreed to give in the year, each contribution at its stored rate and in whole dollars.',
    wording: { one: 'US dollar', other: 'US dollars' },
    facts: 'funding',
    measure: 'usd',
    accumulation: 'in_period',
    oneAnswer: true,
    caveats: ['rates_as_stored'],
  },
  {
    id: 'supported',
    label: 'Persons supported by a project, fund or donor',
    unit: 'person',
    definition:
      'Distinct persons for whom something was paid in the year by a project, a fund or a donor; somebody whom several paid for is one.',
    wording: {
      one: 'person supported by a project, fund or donor',
      other: 'persons supported by a project, fund or donor',
    },
    facts: 'support',
    measure: 'person',
    accumulation: 'in_period',
    caveats: ['links_as_known', 'payers_as_recorded'],
  },
  {
    id: 'gaf_persons',
    label: 'Persons supported by the Global Assistance Fund since 2000',
    unit: 'person',
    definition: 'Distinct persons for whom the Global Assistance Fund paid something since it began in 2000.',
    wording: {
      one: 'person supported by the Global Assistance Fund',
      other: 'persons supported by the Global Assistance Fund',
    },
    facts: 'support',
    measure: 'person',
    only: { fund: ['gaf'] },
    accumulation: 'since',
    since: 2000,
    caveats: ['links_as_known', 'payers_as_recorded'],
  },
]
