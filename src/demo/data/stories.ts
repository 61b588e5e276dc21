/** What the kinds of story of a corridor consist of: forms of exploitation, sectors, promises, means. `[codes, weight]`. */
export type Spread = readonly (readonly [string, number])[]

export interface StoryKind {
  /** Codes joined by `+`. */
  readonly forms: Spread
  readonly childForms?: Spread
  readonly sectors: Spread
  readonly sexual?: Spread
  readonly employer: Spread
  readonly promises: Spread
  readonly channels: Spread
  readonly relation: Spread
  readonly means: Spread
  readonly youngest: number
  readonly oldest: number
  /** What the person tells, for the account of the episode. */
  readonly account: readonly string[]
}

const controls: Spread = [
  ['false_promises', 9],
  ['takes_earnings', 6],
  ['withholds_documents', 6],
  ['excessive_hours', 6],
  ['threats', 5],
  ['restricts_movement', 5],
  ['debt_bondage', 4],
  ['psychological_abuse', 4],
  ['withholds_necessities', 3],
  ['physical_abuse', 3],
  ['threat_law_enforcement', 2],
  ['restricts_medical_care', 2],
]
const intimate: Spread = [
  ['threats', 7],
  ['physical_abuse', 6],
  ['psychological_abuse', 6],
  ['sexual_abuse', 5],
  ['takes_earnings', 5],
  ['restricts_movement', 5],
  ['false_promises', 5],
  ['debt_bondage', 4],
  ['psychoactive_substances', 2],
  ['uses_children', 1],
]
const work: Spread = [
  ['job', 9],
  ['pay', 4],
  ['housing', 2],
  ['papers', 1],
  ['passage', 1],
]
const agents: Spread = [
  ['friends', 5],
  ['agency', 4],
  ['online_advertisement', 3],
  ['social_network', 3],
  ['street', 1],
  ['family', 2],
]
const known: Spread = [
  ['friend', 4],
  ['stranger', 3],
  ['agent', 4],
  ['agency', 2],
  ['neighbour', 2],
  ['family', 1],
]

export const storyKinds: Readonly<Record<string, StoryKind>> = {
  labour: {
    forms: [
      ['forced_labour', 12],
      ['forced_labour+servitude', 1],
      ['slavery_like', 1],
    ],
    childForms: [
      ['child_labour', 5],
      ['child_labour+begging', 1],
    ],
    sectors: [
      ['construction', 6],
      ['agriculture', 7],
      ['manufacturing', 4],
      ['hospitality', 2],
      ['trade', 2],
      ['transportation', 1],
    ],
    employer: [
      ['company', 4],
      ['contractor', 5],
      ['farm', 4],
    ],
    promises: work,
    channels: agents,
    relation: known,
    means: controls,
    youngest: 9,
    oldest: 62,
    account: [
      'Was hired for three months; the wages were put off from month to month and then refused.',
      'Slept with eleven others in a container beside the site; the foreman kept all passports.',
      'Worked from dawn until dark in the greenhouses; the cost of food and bed was taken from the pay.',
    ],
  },
  sea: {
    forms: [['forced_labour', 1]],
    childForms: [['child_labour', 1]],
    sectors: [
      ['fishing', 9],
      ['manufacturing', 1],
    ],
    employer: [
      ['vessel', 9],
      ['company', 1],
    ],
    promises: work,
    channels: agents,
    relation: known,
    means: controls,
    youngest: 14,
    oldest: 48,
    account: [
      'Was told of a job in a cannery; woke up on a vessel that did not come back to port for fourteen months.',
      'Those who were ill were left on an island; pay was promised for the end of the season and never came.',
    ],
  },
  domestic: {
    forms: [
      ['forced_labour+servitude', 5],
      ['forced_labour', 4],
      ['servitude', 2],
    ],
    childForms: [
      ['child_labour+servitude', 4],
      ['servitude', 2],
      ['child_labour', 3],
    ],
    sectors: [['domestic_work', 1]],
    employer: [
      ['private_household', 9],
      ['relative', 2],
    ],
    promises: [
      ['job', 6],
      ['pay', 4],
      ['study', 3],
      ['housing', 2],
    ],
    channels: [
      ['agency', 5],
      ['family', 4],
      ['friends', 4],
      ['social_network', 1],
    ],
    relation: [
      ['agency', 4],
      ['family', 4],
      ['agent', 3],
      ['neighbour', 3],
      ['friend', 2],
    ],
    means: controls,
    youngest: 7,
    oldest: 55,
    account: [
      'Looked after the house and four children, slept in the kitchen, and was not allowed to telephone.',
      'The door was locked when the family went out; the salary was said to be kept for later.',
      'Was sent to an aunt in town to go to school, and did the housework of two families instead.',
    ],
  },
  sexual: {
    forms: [
      ['sexual', 12],
      ['sexual+forced_labour', 1],
    ],
    childForms: [['sexual', 1]],
    sectors: [
      ['hospitality', 2],
      ['entertainment', 3],
    ],
    sexual: [
      ['prostitution', 8],
      ['private_services', 2],
      ['pornography', 1],
      ['remote_interactive', 1],
    ],
    employer: [
      ['criminal_group', 3],
      ['company', 2],
    ],
    promises: [
      ['job', 7],
      ['marriage', 2],
      ['passage', 2],
      ['study', 1],
    ],
    channels: [
      ['friends', 5],
      ['social_network', 5],
      ['online_advertisement', 2],
      ['agency', 2],
      ['family', 1],
    ],
    relation: [
      ['intimate_partner', 4],
      ['friend', 4],
      ['stranger', 3],
      ['agent', 2],
      ['neighbour', 1],
    ],
    means: intimate,
    youngest: 13,
    oldest: 45,
    account: [
      'Was promised work in a restaurant; on arrival the debt for the journey was said to be a multiple of what had been agreed.',
      'Somebody who had spoken of marriage took the money each night and threatened to write to the family.',
    ],
  },
  begging: {
    forms: [
      ['begging', 8],
      ['begging+forced_criminality', 1],
    ],
    sectors: [],
    employer: [['criminal_group', 1]],
    promises: [
      ['job', 3],
      ['housing', 3],
      ['nothing', 1],
    ],
    channels: [
      ['street', 4],
      ['friends', 3],
      ['family', 3],
    ],
    relation: [
      ['stranger', 4],
      ['family', 3],
      ['neighbour', 2],
    ],
    means: controls,
    youngest: 5,
    oldest: 74,
    account: [
      'Had to bring a fixed sum every evening and was beaten when it was less.',
      'Was put at the same underpass each morning and fetched at night; the papers had been taken for safe keeping.',
    ],
  },
  scam: {
    forms: [
      ['forced_criminality', 5],
      ['forced_criminality+forced_labour', 2],
    ],
    sectors: [['illicit_activities', 1]],
    employer: [
      ['criminal_group', 3],
      ['company', 2],
    ],
    promises: [
      ['job', 6],
      ['pay', 5],
    ],
    channels: [
      ['online_advertisement', 6],
      ['social_network', 5],
      ['friends', 2],
    ],
    relation: [
      ['stranger', 4],
      ['agent', 3],
      ['friend', 2],
    ],
    means: [...controls, ['abduction', 1]],
    youngest: 17,
    oldest: 42,
    account: [
      'Answered an advertisement for translators and was made to write to strangers for money, in a compound with guards.',
      'Each missed target was added to a debt; those who refused were sold on to the next building.',
    ],
  },
  marriage: {
    forms: [
      ['forced_marriage', 6],
      ['forced_marriage+servitude', 2],
      ['forced_marriage+sexual', 2],
    ],
    sectors: [],
    sexual: [['private_services', 1]],
    employer: [['private_household', 1]],
    promises: [
      ['marriage', 5],
      ['job', 4],
      ['pay', 2],
    ],
    channels: [
      ['family', 3],
      ['friends', 4],
      ['agency', 3],
    ],
    relation: [
      ['neighbour', 3],
      ['agent', 4],
      ['family', 3],
    ],
    means: intimate,
    youngest: 14,
    oldest: 36,
    account: [
      'Thought it was factory work; was handed to a household that had paid a broker, and told that the wedding had taken place.',
      'The family did not let her out of the yard for a year.',
    ],
  },
  armed: {
    forms: [['armed_group_recruitment', 1]],
    sectors: [],
    employer: [['armed_group', 1]],
    promises: [
      ['pay', 3],
      ['protection', 3],
      ['nothing', 2],
    ],
    channels: [
      ['friends', 3],
      ['school', 2],
      ['street', 3],
    ],
    relation: [
      ['stranger', 3],
      ['neighbour', 3],
      ['friend', 2],
    ],
    means: [...controls, ['abduction', 3]],
    youngest: 11,
    oldest: 24,
    account: ['Carried loads and cooked for an armed group, and walked away during a march.'],
  },
}
