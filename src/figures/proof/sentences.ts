/**
 * What the proof-reader says: code → the finding with its arithmetic, and what to do. `{name}` holds a value. Other
 * languages translate `proof.says.<code>` and `proof.advice.<code>`.
 */
const sentences = {
  sum_over: [
    '{sum} = {total}, which is {difference} more than {whole} ({label}).',
    'Look for a part counted twice, a misprint, or answers that may be several.',
  ],
  sum_under: [
    '{sum} = {total}; {whole} ({label}) leaves {difference} unsaid.',
    'Add a row for the rest (unknown, other, not asked), or say that the list is not complete.',
  ],
  part_over: ['{part} ({category}) is more than the whole it is part of, {whole}.', 'Correct the part or the whole.'],
  shares_under: [
    '{sum} = {total}%. Rounding of {n} shares explains {low} to {high}, not {total}.',
    'Add a row for the rest (unknown, other, not asked), or correct the shares.',
  ],
  shares_above: [
    '{sum} = {total}%. Rounding of {n} shares explains {low} to {high}, not {total}.',
    'Look for a part counted twice, or declare that several answers are possible.',
  ],
  shares_over: [
    '{sum} = {total}%: more than the whole, though each belongs to one answer only.',
    'Correct the shares, or declare that several answers are possible.',
  ],
  shares_unexplained: [
    '{sum} = {total}%. Rounding can explain it; nothing printed says so.',
    'Print why the shares do not sum to 100: rounding, unknown, or several answers.',
  ],
  share_of_count: [
    '{n} of {base} is {true}%, not {share} ({category}). {share} needs a base of {low} to {high}.',
    'Correct the share, or print the base it was taken of.',
  ],
  share_of_count_plain: [
    '{n} of {base} is {true}%, not {share} ({category}).',
    'Correct the share or the wording, or print the base it was taken of.',
  ],
  common_base: [
    '{shares} do not fit the base {base}, but together they fit a base of {low} to {high}.',
    'The shares seem to be taken of another base. Print that base, or compute them again.',
  ],
  no_integer: [
    'No whole number of {base} is {share} ({category}): {below} gives {belowShare}%, {above} gives {aboveShare}%.',
    'Correct the share or the base.',
  ],
  no_integers_together: [
    'No whole numbers that are {shares} of {base} sum to {base}: they sum to {low} to {high}.',
    'Correct a share, or add a row for the rest.',
  ],
  change_wrong: ['From {from} to {to} is {true}%, not {change}.', 'Compute the change again, and print both ends.'],
  change_other_year: [
    'The change is said to be since {year}, but its start, {from}, is of {startYear}.',
    'Name the year that the start is of.',
  ],
  change_no_year: ['A change of {change} without the year it is measured from.', 'Print the base year.'],
  change_units: [
    'The change is told of {unit}, its end {value} is counted in {otherUnit}.',
    'Compare like with like: one unit at both ends.',
  ],
  change_coverage: [
    'The ends of the change do not cover the same: “{from}” and “{to}”.',
    'Compare over the same coverage, or say “not comparable”.',
  ],
  mixed_base_years: [
    'Changes in one section are measured from different years: {years}.',
    'Use one base year, or print the base year in each sentence and say so in a note.',
  ],
  two_units: [
    '{label} is given in two units: {values}.',
    'An indicator has one unit. Rename one of them or correct the unit.',
  ],
  parts_in_units: [
    'The parts of {whole} ({label}) are counted in different units: {units}.',
    'Add only what has one unit, or print a note on the units beside the total.',
  ],
  two_values: ['{label} is given with different values: {values}.', 'Keep one, from one source.'],
  two_sources: [
    '{label} differs by source: {values}.',
    'Print the source beside each, or choose one for the whole report.',
  ],
  same_number: [
    'Exactly {value} stands for {labels}. Equal numbers of this size are often a copying error.',
    'Look both up again; if both are right, nothing is to be done.',
  ],
  complement: [
    '{other} ({category}) is what {share} ({rest}) leaves of 100%, but several answers are possible: there is no rest.',
    'Leave the second share out, or count it on its own.',
  ],
  cut_off_late: [
    'Data up to {cutOff} in something published {published}.',
    'Correct the cut-off or the date of publication.',
  ],
  period_late: [
    'The period {period} ends after the date of publication, {published}.',
    'Correct the period or the date of publication.',
  ],
  starts_late: ['“{period}” begins after the date of publication, {published}.', 'Correct the year.'],
  period_backwards: ['The period {period} ends before it begins.', 'Correct the period.'],
  member_twice: ['{label} names {members} twice.', 'Remove one, or find out which name was meant.'],
  members_miscounted: ['{label}: {value} are announced, {n} are named.', 'Correct the number or the list.'],
  sets_differ: [
    '{label} is listed in two ways. Only in one of them: {members}.',
    'Take both lists from one table, with the dates at which it holds.',
  ],
  member_without_figure: [
    '{label}: no number for {members}.',
    'Print “not available” for what is missing, which is not 0, and no total over it.',
  ],
  figure_twice: [
    'Numbers of figures used more than once: {numbers} ({captions}).',
    'Let the figures be numbered by the program, through the whole report.',
  ],
  figure_skipped: [
    'After Figure {before} comes Figure {after}.',
    'Number again, and look for references to the missing one.',
  ],
  two_names: [
    'One thing ({label}) goes by different names: {names}.',
    'Choose one name; keep the others as aliases in one list.',
  ],
  no_base: [
    '{cells} without the number it is a share or an average of.',
    'Print the base: “of all (n = …)” or “of known (n = …)”.',
  ],
  no_whole: ['{cells}: part of something that is not counted.', 'Print how many there were in all.'],
  no_period: ['{cells} without the period it is of.', 'Print the period or the day.'],
  no_start: ['{cells}: counted to date, from no stated beginning.', 'Print since when, or that nobody recorded it.'],
  no_unit: ['{cells} without a unit.', 'Say what is counted: persons, cases, instances, calls …'],
  no_source: ['{cells}: from elsewhere, without a source.', 'Print the citation.'],
  percent_missing: [
    '{value} ({category}) stands beside {shares}, which leave {rest}% of {whole}.',
    'Is it {rest}%, with the sign lost?',
  ],
  crossover_year: [
    '{category} was above {against} already in {year} ({a} and {b}), not first in {claimed}.',
    'Correct the year.',
  ],
  crossover_never: ['In {claimed}, {category} is not above {against} ({a} and {b}).', 'Correct the year.'],
  threshold_wrong: [
    '{claimed} are said to be {threshold}: it is true of {n} ({members}).',
    'Compute it again, with the limit itself left out or in as it is written.',
  ],
  child_in_adults: [
    '{part} ({category}) is counted within {whole} ({label}).',
    'Place persons by their age at assistance; count children apart.',
  ],
  ages_left_out: [
    '{sum} = 100%, so “{category}” must hold everybody who is not a child.',
    'Name the group after its ages: adults.',
  ],
  times_added: [
    '{whole} ({label}) adds numbers of different times: {times}.',
    'Add only what was counted over the same period in the same way; numbers “so far” never add.',
  ],
  digit_glued: [
    '{value} does not fit; without its last digit it does ({sum} against {whole}).',
    'Is the last digit the mark of a note?',
  ],
  range_open: ['{value} ({label}) spans years that are not given.', 'Print each year with its number.'],
  part_of_part_over: [
    '{part} ({category}) within {inner} ({innerLabel}), but at most {most} in {outer} ({outerLabel}).',
    'Look whether labels are swapped, or the smaller group is counted differently.',
  ],
  trend_told: [
    '“{words}”: the data are of persons who were assisted, not of how common trafficking is.',
    'Write about assistance recorded.',
  ],
  small_cell: [
    'Numbers below {below} in a text for the public: {cells}.',
    'Withhold them (c), and another number beside each, so that none can be computed.',
  ],
  withheld_told: [
    'The number withheld ({category}) follows from the rest: {whole} − {sum} = {value}.',
    'Withhold a second number of the same group.',
  ],
} as const satisfies Record<string, readonly [text: string, advice: string]>

export type ProofSentence = keyof typeof sentences
export const proofSentences: readonly ProofSentence[] = Object.keys(sentences) as ProofSentence[]

/** The sentence of a code with its values filled in, and what to do. */
export function sentence(
  code: ProofSentence,
  values: Readonly<Record<string, string>> = {},
): { text: string; advice: string } {
  const [text, advice] = sentences[code]
  const filled = (template: string) => template.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
  return { text: filled(text), advice: filled(advice) }
}
