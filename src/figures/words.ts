import type { Remark } from './figure-shape.ts'

/** Every sentence of a passport: code -> English with {names} of its values. Other languages translate `figure.<code>`. */
const sentences = {
  // not available
  no_report: 'no office has reported for {period}',
  no_reach: 'figures are counted for whole offices, and your role covers only your own records',
  year_unknown: 'without a known year and so not in this figure: {n} {units}',
  not_deduplicable: 'left out, because reported without a reference to a person: {n} instances',
  totals_without_cases: 'left out, because totals belong to no case: {n} instances',
  callers_not_known: 'contacts whose caller nobody identified or counted: {n}',
  counted_otherwise: 'not added here, because it is counted in another way ({way}): {n}',
  ways_not_added: 'numbers counted in different ways over time have no sum',
  month_unknown: 'without a known month and so at no point of the line: {n} {units}',
  not_reported: 'combinations of a place and a year without any report, not listed: {n}',
  zeros_not_listed: 'combinations that never occurred are 0; too many to list: {n}',
  unrated: 'left out, because no rate to US dollars is stored: {n} contributions',
  // caveats
  assisted_only: 'Only persons who were assisted and recorded are counted.',
  not_prevalence: 'Not a measure of how common trafficking is, nor of whether it rises or falls.',
  possible_double_counts: 'A person assisted by two missions, or in two years, counts once in each.',
  links_as_known: 'Persons known to several missions are one only where their records have been linked.',
  calls_are_not_persons:
    'Contacts, consultations and persons are three counts: one person may call often and ask about much.',
  incidents_as_recorded:
    'Only events that were recorded as an incident and named by a case are counted; one event at two missions may be two.',
  services_as_recorded: 'Services that a mission did not record one by one are not counted.',
  projects_as_recorded: 'Projects are counted as they were recorded; a region or country is the one the project names.',
  rates_as_stored: 'Amounts in other currencies are counted at the rate stored with the contribution.',
  payers_as_recorded: 'Only where somebody wrote down who paid.',
  outputs_as_told:
    'Numbers as missions told them; some are rounded, some a lower bound. Of what is counted up to a day the latest counts.',
  not_the_register: 'Counted by missions outside case files: not to be added to persons of this register.',
  outside_source: 'Includes outside sources ({names}): {n} {units}, {share}%.',
  totals_included: 'Reported as totals, which cannot be checked for double counts: {n} {units}.',
  core_share: '{share}% of the instances come from missions that share a few core variables or totals only.',
  not_reporting: 'Offices that have not reported for {period}: {n}.',
  coverage_stated: 'How they reported was stated by the offices themselves: {n}; of the others the records show it.',
  several_answers: 'Several answers possible; shares sum to {sum}%.',
  several_rows:
    'A {unit} with different values in different offices or years counts in each row; shares may sum to more than 100%.',
  rounding: 'Shares are rounded and sum to {sum}%.',
  top_only: 'Only ranks 1 to {top} are shown; rows left out: {rows}, with {n} in all.',
  reach_some: 'Counted over {n} of {all} offices: those that whoever asked may count.',
  estimate_half:
    'estimate: half of instances = {estimate} persons (of {instances} instances), for comparison where links between records are incomplete.',
  estimate_half_about:
    'estimate: half of instances = approximately {approximately} persons ({estimate}, of {instances} instances), for comparison where links between records are incomplete.',
  linkage_interval:
    'Linkage of {on}: {records} person records with a name are between {from} and {to} persons, nine times in ten; this figure counts those joined by people.',
  // sentences
  share_of: '{label}: {share}% ({n} of {base} {noun}, of {of})',
  share_of_none: '{label}: not available',
  rest_of: 'the other {share}% ({n} of {base} {noun}, of {of})',
  // change
  change_none: '{after} {noun} in {later}; in {earlier} {before}',
  change_same: '{after} {noun} in {later}, as many as in {earlier}',
  change_up: '{after} {noun} in {later}, {percent}% more than in {earlier} ({before})',
  change_down: '{after} {noun} in {later}, {percent}% fewer than in {earlier} ({before})',
  change_not_comparable: 'not comparable: {reasons}',
  same_period: 'both periods are {period}',
  not_available_in: 'not available for {period}',
  other_indicator: '{one} and {other} are not the same indicator',
  other_conditions: 'not counted under the same conditions',
  other_coverage: 'offices that reported in one of the periods only, or in another way: {n} ({names})',
  same_offices_only: 'Only offices that reported in both periods, in the same way: {n}.',
  since_zero: 'there is no percentage of 0',
  // coverage
  covered:
    'Offices with case files: {case_files}; with core variables or totals only: {core_variables}; outside sources: {outside_sources}; without any report: {none}.',
  covered_calls:
    'Offices that record each contact: {case_files}; that share totals: {core_variables}; outside sources: {outside_sources}; without any contact recorded: {none}.',
  covered_outputs:
    'Offices that told of activities with numbers: {core_variables}; outside sources: {outside_sources}; without any: {none}.',
  covered_returns:
    'Offices that recorded returns in case files: {case_files}; with core variables or totals only: {core_variables}; outside sources: {outside_sources}; without any recorded: {none}.',
  covered_projects: 'Offices that keep projects and funds: {case_files}.',
  covered_support:
    'Offices that recorded who paid in case files: {case_files}; with core variables or totals only: {core_variables}; outside sources: {outside_sources}.',
  // series
  coverage_broken: 'Between {from} and {to} other offices reported, or in another way: {n} ({names}).',
  // period
  to_date_all: 'to date',
  to_date: 'to the end of {year}',
  since_all: 'since {since}',
  since_to: 'since {since}, to the end of {year}',
  // table
  all_years: 'all years',
  base_of_all: '{n} (of all)',
  base_of_known: '{n} (of known)',
  base_none: 'not available',
  none_recorded: 'None recorded',
  unknown_office: 'Unknown office',
} as const

export type Sentence = keyof typeof sentences

export function say(code: Sentence, values: Readonly<Record<string, string | number>> = {}): string {
  return sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? grouped(value) : (value ?? '')
  })
}

export function remark(code: Sentence, values: Record<string, string | number> = {}): Remark {
  return { code, text: say(code, values), values }
}

export const isSentence = (code: string): code is Sentence => Object.hasOwn(sentences, code)

/** 5498 -> 5,498. Years are given as text and stay as they are. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
