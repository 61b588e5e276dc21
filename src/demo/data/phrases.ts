/** Invented short sentences of case files. Narrative fields only; nothing here tells of a real person. */
export const safeContacts: readonly string[] = [
  'Only by text message, after 18:00. Say that the library is calling.',
  'Mornings. Somebody else answers in the evening: hang up.',
  'Through the aunt next door; do not mention where the call comes from.',
  'Any time. No voice messages.',
  'Message first and wait for an answer before calling.',
]

export const notes: readonly string[] = [
  'Came alone, wants to wait before speaking with anybody else. Agreed to meet again on Thursday.',
  'Spoke about the children for most of the hour. Sleeps better since the move.',
  'Went together to the registry office; the copy of the birth certificate will be ready in two weeks.',
  'Called about the course: there is a place from the first of the month, worth a try.',
  'Does not wish to file a complaint now. Explained that the door stays open.',
  'The landlord agreed to three months in advance. Key handed over.',
  'Missed the appointment, sent a message the next day: bus did not run. New date agreed.',
  'Brother visited. Asked that nothing about work abroad is said in front of him.',
  'Sewing machine arrived and works. First orders from neighbours.',
  'Doctor sees no reason against travelling; paper is in the folder.',
  'Explained again what is written down and who reads it. Asked to see the notes and read them.',
  'Worried about the debt at home. Legal adviser will look at the paper that was signed.',
]

export const reasonsConfirmed: readonly string[] = [
  'Recruitment by deceit, passport kept, no pay for months: the three elements are met by the person’s own account.',
  'The account is consistent over two sittings and agrees with the papers the person carried.',
  'Act, means and purpose are each told in detail; the police record of the raid says the same.',
]
export const reasonsChild: readonly string[] = [
  'A child was taken to another household for exploitation. No means need to be shown.',
  'Under eighteen at the time; brought and kept there for the profit of others.',
]
export const reasonsPaper: readonly string[] = ['Concluded from the paper file, which is kept at the mission.']
export const reasonsNot: readonly string[] = [
  'Conditions were bad and the pay was short, but nobody deceived, forced or held the person there.',
  'No act by others was found; the person went alone and could leave.',
]
export const reasonsOpen: readonly string[] = [
  'Important parts are still missing; the person does not wish to go on now.',
  'Accounts of the two sittings differ in where it happened. Left open.',
]

export const threats: readonly string[] = [
  'Recruiter lives in the same village and has asked for the person.',
  'Messages from an unknown number since the return.',
  'Debt to a neighbour, who comes by in the evening.',
  'None named. Prefers not to walk alone after dark.',
]
export const measures: readonly string[] = [
  'Number changed; arrival not announced; contact through the partner only.',
  'Room in another district for three months; police liaison informed with consent.',
  'Weekly call on Fridays. Safety plan gone through together.',
]

export const objectives: readonly string[] = [
  'An own income within a year.',
  'Back to school by autumn.',
  'Papers in order and a place to live.',
]
export const actions: readonly string[] = [
  'Course, tools in kind, two visits in the first three months.',
  'Enrolment together with the guardian; books and uniform.',
  'Legal aid for the documents; rent for three months.',
]

export const gaps: readonly string[] = [
  'Who paid for the journey.',
  'How long the second place lasted.',
  'Whether anybody else was held there.',
]
export const beginnings: readonly string[] = [
  'An acquaintance knew of work and bought the ticket.',
  'The agency in town asked for no fee; everything would be taken from the first pay.',
  'It began with messages on the telephone, for about two months.',
  'An uncle arranged it with the parents.',
]
export const controlsTold: readonly string[] = [
  'The passport was taken at the door. Nobody went out alone.',
  'Whoever asked for the money was shouted at, and two were beaten.',
  'They said the police would arrest anyone without papers.',
]

export const leads: readonly string[] = [
  'Local paper: nineteen workers found in a barn near the river; no names given.',
  'Caller speaks of a cousin who stopped writing after taking work on a ship.',
  'Teacher reports two girls who no longer come to school; said to be working in town.',
  'Partner saw an advertisement for hostesses with free flights; same telephone number as last year.',
  'Group chat: drivers collect women at the bus station at night.',
]
export const calls: readonly string[] = [
  'Wanted to know whether an agency is licensed. Explained how to look it up.',
  'Asked about papers for a sister who wants to come home.',
  'Nothing was said for a while; told that calling again is always possible.',
  'Asked which documents never to give out of hand.',
]
export const donors: readonly string[] = [
  'Meridian Foundation',
  'Northern Aid Fund',
  'Lighthouse Trust',
  'Ministry of Social Affairs',
]
export const closings: readonly string[] = [
  'Agreed together: stable for a year, telephone number stays valid.',
  'Last three attempts to reach the person were without answer.',
  'Assistance completed as planned.',
]
