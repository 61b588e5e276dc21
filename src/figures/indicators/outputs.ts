import type { Indicator } from './indicator.ts'

/** Numbers of activities: one indicator a measure (`output_measure`), each with the unit of its measure. */
const output = (
  id: string,
  o: Pick<Indicator, 'label' | 'unit' | 'definition' | 'wording'> & {
    readonly measure: string
    readonly caveats?: readonly string[]
  },
): Indicator => ({
  id,
  label: o.label,
  unit: o.unit,
  definition: o.definition,
  wording: o.wording,
  facts: 'output',
  measure: 'latest',
  // Unless a question asks for another way: see accumulation.ts.
  accumulation: 'in_period',
  only: { output: [o.measure] },
  caveats: ['outputs_as_told', ...(o.caveats ?? [])],
})

const notTheRegister = ['not_the_register']

export const outputIndicators: readonly Indicator[] = [
  output('participants', {
    label: 'Participants of trainings and events',
    wording: { one: 'participant', other: 'participants' },
    unit: 'participant',
    definition: 'Places taken in a training, meeting or event: who comes twice is two participants.',
    measure: 'participants',
  }),
  output('materials_printed', {
    label: 'Materials printed',
    wording: { one: 'item printed', other: 'items printed' },
    unit: 'material',
    definition: 'Copies of leaflets, posters and other materials that were printed or produced.',
    measure: 'printed',
  }),
  output('materials_distributed', {
    label: 'Materials distributed',
    wording: { one: 'item distributed', other: 'items distributed' },
    unit: 'material',
    definition: 'Copies of leaflets, posters and other materials that were handed out, sent or put up.',
    measure: 'distributed',
  }),
  output('reach', {
    label: 'Audience reached',
    wording: { one: 'person of the audience', other: 'persons of the audience' },
    unit: 'reach',
    definition:
      'Users, viewers or listeners that a campaign is said to have reached. Nobody knows how many of them are the same.',
    measure: 'reach',
  }),
  output('helpline_persons', {
    label: 'Persons helped by a helpline',
    wording: { one: 'person helped by a helpline', other: 'persons helped by a helpline' },
    unit: 'person',
    definition: 'Persons whom a helpline advised or helped, as the mission counted them.',
    measure: 'helpline_persons',
    caveats: notTheRegister,
  }),
  output('persons_met', {
    label: 'Persons spoken to by mobile teams and outreach',
    wording: { one: 'person spoken to', other: 'persons spoken to' },
    unit: 'person',
    definition: 'Persons whom teams spoke to face to face, as the mission counted them.',
    measure: 'persons_met',
    caveats: notTheRegister,
  }),
  output('needs_assessed', {
    label: 'Persons whose needs were assessed',
    wording: { one: 'person whose needs were assessed', other: 'persons whose needs were assessed' },
    unit: 'person',
    definition: 'Persons whose needs were assessed outside a case, as the mission counted them.',
    measure: 'needs_assessed',
    caveats: notTheRegister,
  }),
  output('assisted_in_activities', {
    label: 'Persons assisted, as told by missions',
    wording: { one: 'person assisted', other: 'persons assisted' },
    unit: 'person',
    definition:
      'Persons assisted as a mission told it of an activity, whether or not they have a case in this register.',
    measure: 'persons_assisted',
    caveats: notTheRegister,
  }),
  output('organisations', {
    label: 'Organisations taking part',
    wording: { one: 'organisation', other: 'organisations' },
    unit: 'organisation',
    definition: 'Organisations that took part in a meeting or belong to a body; one that is in two counts twice.',
    measure: 'organisations',
  }),
  output('interviews', {
    label: 'Interviews held',
    wording: { one: 'interview', other: 'interviews' },
    unit: 'interview',
    definition: 'Interviews of surveys and data collections; one person may be asked twice.',
    measure: 'interviews',
  }),
  output('publications', {
    label: 'Tools and guides published',
    wording: { one: 'publication', other: 'publications' },
    unit: 'publication',
    definition: 'Tools, guides and standards that were published.',
    measure: 'published',
  }),
]
