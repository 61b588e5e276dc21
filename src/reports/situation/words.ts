/** What a situation report says besides what offices told; values come written. Other languages: a copy of this file. */
export const en = {
  title: 'Situation report',
  subtitle: 'What offices did, under six pillars',
  overview: 'Overview',
  told: (o: { offices: string; activities: string; period: string }) =>
    `${o.offices} told of ${o.activities} in the period ${o.period}.`,
  offices: (n: number, shown: string) => (n === 1 ? `${shown} office` : `${shown} offices`),
  activities: (n: number, shown: string) => (n === 1 ? `${shown} activity` : `${shown} activities`),
  nothingTold: 'Nothing was told under this pillar. That is not the same as nothing done.',
  coverage: (told: string, of: string) => `Offices that told of something: ${told} of ${of} that are expected to.`,
  hotline: 'Hotline',
  hotlineRatio: (line: string, ratio: string) => `${line} (${ratio} consultations a call).`,
  hotlineHidden: 'so few contacts that they are not told, so that nobody can be recognised.',
  consultations: 'Consultations',
  calls: 'Calls',
  callers: 'Persons who called',
  respondents: 'Persons who answered',
  more: { over: 'more than', approximately: 'about' },
  parts: (label: string, parts: string) => `${label} (${parts})`,
  part: (n: string, label: string) => `${n} ${label}`,
  meets: (how: string) => `Meets: ${how}.`,
  coChair: (name: string) => `Chaired with ${name}.`,
  members: (n: string) => `Member organisations: ${n}.`,
  languages: (names: string) => `In ${names}.`,
  withheld:
    'The words of this activity are not printed here: they may say a number that is too small to be published, or tell of one person.',
  totals: (what: string) => `${what}, as told by offices`,
  unlikeGroups: (groups: string, unit: string) =>
    `A total of unlike groups (${groups}).${unit === 'participant' ? ' It counts places taken, not persons: nobody knows who came twice.' : ''}`,
  unlikeTimes: (what: string, times: string) =>
    `${what}: no total, because the numbers are counted in different ways over time (${times}).`,
  notExact: (n: number) =>
    n === 1
      ? 'One of these numbers is rounded or a lower bound.'
      : `${n} of these numbers are rounded or lower bounds.`,
  hiddenTotal: 'The total is suppressed too, so that no small number can be worked out from it.',
  definition: (unit: string) => `Numbers that offices told of their activities; unit: ${unit}.`,
  caveats: [
    'Every number says over which time it is counted. Numbers counted in different ways are never added, and a number “so far” replaces the one of the report before.',
    'Numbers as offices told them of their activities. Persons in them are not to be added to the persons of case files.',
    'Where a number is counted “to date” and no first day is printed, nobody recorded the beginning.',
    'Calls, consultations and persons are three counts: one person may call often and ask about much.',
    'What is told shows what was done, not how common trafficking is, nor whether it rises or falls.',
  ],
} as const

export type SituationWords = typeof en
