import type { Remark } from './figure-shape.ts'

/** Every sentence of a passport: code -> English with {names} of its values. Other languages translate `figure.<code>`. */
const sentences = {
  // not available
  no_report: 'no office has reported for {period}',
  no_reach: 'figures are counted for whole offices, and your role covers only your own records',
  year_unknown: '{n} {units} without a known year are not in this figure',
  not_deduplicable:
    '{n} instances reported without a reference to a person cannot be counted as persons and are left out',
  totals_without_cases: '{n} instances reported as totals belong to no case and are left out',
  not_reported: '{n} combinations of office or region and year have no report; they are not listed',
  zeros_not_listed: '{n} combinations that were covered but never occurred are 0 and are not listed',
  // caveats
  assisted_only: 'Only persons who were assisted and recorded are counted.',
  not_prevalence: 'Not a measure of how common trafficking is, nor of whether it rises or falls.',
  possible_double_counts: 'A person assisted by two missions, or in two years, counts once in each.',
  links_as_known: 'Persons known to several missions are one only where their records have been linked.',
  services_as_recorded: 'Services that a mission did not record one by one are not counted.',
  outside_source: '{n} {units} ({share}%) come from outside sources: {names}.',
  totals_included: '{n} {units} were reported as totals; they cannot be checked for double counts.',
  core_share: '{share}% of the instances come from missions that share a few core variables or totals only.',
  not_reporting: '{n} offices have not reported for {period}.',
  several_answers: 'Several answers possible; shares may sum to more than 100%.',
  several_rows:
    'A {unit} with different values in different offices or years counts in each row; shares may sum to more than 100%.',
  rounding: 'Shares are rounded and sum to {sum}%.',
  top_only: 'Only ranks 1 to {top} are shown; {rows} more rows hold {n}.',
  estimate_half:
    'estimate: half of instances = {estimate} persons (of {instances} instances), for comparison where links between records are incomplete.',
  // coverage
  covered:
    '{case_files} offices with case files, {core_variables} with core variables or totals only, {outside_sources} outside sources; {none} offices without any report.',
  // table
  all_years: 'all years',
  of_all: 'of all',
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
