/** Why a release is refused before anything is spent. The words say what to do; they never repeat a value of the table. */
const words = {
  schema_unreadable: 'The schema is not a JSON file of columns and code lists: {reason}.',
  schema_name: 'No schema is called {name}. Use ctdc-a, ctdc-b, ctdc-c or the path of a JSON file.',
  schema_column_twice: 'The schema names the column {column} twice.',
  schema_value_twice: 'The schema names a value of the column {column} twice.',
  schema_reserved_mark:
    'A name or value of the column {column} holds a colon, a semicolon or a line break, which part combinations. Rename it.',
  schema_too_wide:
    'The schema has {count} values in all; at most {limit} are taken. A list of codes is needed, not free text.',
  table_empty: 'The file has no header. Its first line must name columns of the schema.',
  column_unknown: 'Column {column} is not in the schema. Take it out, or name the columns to use with --columns.',
  column_twice: 'The header names the column {column} twice.',
  column_absent: 'The file has no column {column}, which was asked for.',
  columns_none: 'The file has none of the columns of the schema.',
  line_length: 'Line {line} has {cells} cells where the header has {columns}.',
  value_unlisted:
    'Line {line}: the value of {column} is not in its public code list. {count} such cells in all. Correct them, or take a value for "other" into the schema.',
  subject_missing: 'Line {line} has no id of the person. Every row needs one, since the person is what is protected.',
  subject_twice:
    'Line {line}: this person stands on an earlier line. Join the rows of a person first, or ask for it with --merge-subjects.',
  subject_conflict:
    'Line {line}: rows of one person differ in {column}, which takes one value. Settle it, or let the column take several values in the schema.',
  over_cap:
    '{count} persons have more than {cap} values, the first on line {line}. Raise --cap, or ask with --over-cap truncate that a random part of theirs is left out.',
  too_few_persons:
    'The file has {persons} persons. Fewer than {least} cannot be hidden among one another; nothing is published.',
  too_many_persons: 'The file has more than {most} persons, which is more than one release can take.',
  epsilon: 'Epsilon must be a number above 0 and at most 100.',
  delta:
    'Delta must be above 0 and at most 0.000000001 (1e-9). With --argue-delta and your reason it may be larger, below 0.001.',
  delta_argued: 'Delta must be above 0 and below 0.001.',
  budget_nothing: 'This budget is too small for any count to be told from noise: epsilon {epsilon} at delta {delta}.',
  reporting_length: 'The reporting length must be a whole number from 1 to {most}.',
  cap: 'The cap on values of one person must be a whole number from 1 to {most}.',
  fabrication: 'The share of fabricated combinations must lie between 0 and 0.5.',
  k: 'k must be a whole number of at least 3.',
  aggregates_header: 'The file of counts needs the columns combination and count.',
  aggregates_count: 'Line {line}: the count is not a whole number.',
  evaluate_nothing: 'Name the records with --synthetic or the counts with --aggregates.',
  stopped: 'Stopped.',
  stopped_charged: 'Stopped. The budget was charged when sampling began and stays spent.',
  ledger_broken:
    'The ledger was altered at entry {entry}: its chain of fingerprints does not hold. Nothing is published until that is explained.',
  ledger_busy: 'Another release is being charged to this ledger. Try again when it is done.',
  ledger_cap:
    'The yearly budget of the population {population} would be passed: {spent} of {cap} rho is spent, {asked} is asked. Nothing was sampled.',
  ledger_lost:
    'This very release was charged before, but its output is gone. Asking once more would be a second release: change nothing and restore the folder {dir}.',
  budget: 'A yearly budget is a number of rho from 0 to 1000.',
  kanon_before:
    'k-anonymous records of the population {population} were published before. A second release would tell persons apart by the difference. Use publish dp, or another name if nobody is in both.',
  kanon_after_table:
    'Tables of the population {population} were published before. k-anonymous records beside them would narrow what they hide. Use publish dp.',
  table_after_kanon:
    'k-anonymous records of the population {population} were published before. They would narrow what a table hides. Use publish dp.',
  population: 'The name of a population is 1 to 60 letters, digits, dots, underscores or hyphens.',
  table_by: 'Each table needs one to four different columns: --by gender,ageBroad.',
  table_full: 'Say hide or show after --full.',
  table_hierarchy: 'Name the column and its file: --hierarchy citizenship=regions.csv.',
  table_several:
    'The column {column} may hold several values of one person, so that its numbers sum to nothing. Leave it out of tables.',
  table_too_large: 'These tables have more than {most} cells. Ask for fewer columns, or for groups of values only.',
  table_protection: 'The protection asked must be a whole number of at least 2.',
  table_base: 'The base of rounding must be a whole number from 3 to 100.',
  table_round_money: 'Amounts are hidden and not rounded: leave out --round or --value.',
  table_open:
    '{count} hidden numbers could still be worked out too closely, the first that of {cell}. Ask for fewer columns, for larger groups or for less protection; nothing was published.',
  table_difference:
    '{count} numbers would tell persons apart together with an earlier release (entry {entry} of the ledger), the first that of {cell}. Publish that release again, or wait until more persons came between.',
  rounding_impossible:
    'No rounding to multiples of {base} keeps all sums. Use a larger base, or hide small numbers instead.',
  hierarchy_line: 'The groups of {column}: line {line} needs a value and another one that it belongs to.',
  hierarchy_twice: 'The groups of {column}: line {line} names a value that stands on an earlier line.',
  hierarchy_circle: 'The groups of {column} stand in a circle: no value can be a part of itself.',
  hierarchy_value_above:
    'A value of {column} that persons have is also the group of others. Give the group a name of its own.',
  value_amount: 'Line {line}: the amount in {column} is not a number of at least 0.',
  value_subjects:
    'Amounts are summed from a file with one row a person: join the rows of one person in the file first, and name it with --input.',
  input_one: 'Name what is published: --input FILE, or --register for the persons of this register.',
  register_schema: 'The register is published in a CTDC schema: --schema ctdc-a, ctdc-b or ctdc-c.',
} as const

export type DisclosureProblemCode = keyof typeof words
type Details = Readonly<Record<string, string | number>>

/** A refusal, in plain words. `code` is for programs. */
export class DisclosureProblem extends Error {
  readonly code: DisclosureProblemCode
  readonly details: Details
  constructor(code: DisclosureProblemCode, details: Details = {}) {
    super(words[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '')))
    this.name = 'DisclosureProblem'
    this.code = code
    this.details = details
  }
}
