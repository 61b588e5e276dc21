import type { Content } from '#dictionary/answer.ts'

/** What the invented missions do beside cases. Days are days before today; words are ours and describe no real event. */
export interface DemoActivity {
  readonly pillar: string
  readonly kind: string
  readonly title: string
  readonly text?: string
  /** Days before today on which it began, and how long it took; null: it goes on. */
  readonly ago: number
  readonly days: number | null
  readonly more?: Content
  readonly numbers: readonly DemoNumber[]
}

export interface DemoNumber {
  readonly measure: string
  /** About how many; each mission has a number of its own near it. */
  readonly about: number
  readonly way: 'in_period' | 'as_of' | 'to_date' | 'since'
  readonly more?: Content
}

export const demoActivities: readonly DemoActivity[] = [
  {
    pillar: 'direct_assistance',
    kind: 'needs_assessment',
    title: 'Needs of families in transit',
    text: 'Two teams asked families in transit what they need most. Food, a safe place to sleep and papers were named first.',
    ago: 75,
    days: null,
    numbers: [
      { measure: 'needs_assessed', about: 140, way: 'as_of', more: { sex: 'female' } },
      { measure: 'needs_assessed', about: 95, way: 'as_of', more: { sex: 'male' } },
    ],
  },
  {
    pillar: 'thematic_guidance',
    kind: 'guidance',
    title: 'Standards for private accommodation',
    text: 'Minimum standards for private hosts were agreed with the authorities and published.',
    ago: 24,
    days: 1,
    numbers: [{ measure: 'published', about: 2, way: 'in_period' }],
  },
  {
    pillar: 'convening',
    kind: 'coordination',
    title: 'Anti-trafficking task team',
    text: 'The task team agreed on one referral form and on who is called at night.',
    ago: 200,
    days: null,
    more: { ourPart: 'co_chair', frequency: 'monthly', members: 14 },
    numbers: [{ measure: 'organisations', about: 14, way: 'as_of' }],
  },
  {
    pillar: 'advocacy',
    kind: 'campaign',
    title: 'Ask before you go',
    text: 'Short films and posts say what to ask before taking work abroad, and where help is found.',
    ago: 150,
    days: null,
    numbers: [{ measure: 'reach', about: 180_000, way: 'to_date', more: { qualifier: 'approximately' } }],
  },
  {
    pillar: 'advocacy',
    kind: 'materials',
    title: 'Leaflet on rights at work',
    text: 'The leaflet is handed out at borders, stations and employment offices.',
    ago: 60,
    days: null,
    numbers: [
      { measure: 'printed', about: 12_000, way: 'to_date', more: { material: 'leaflet' } },
      { measure: 'distributed', about: 9_000, way: 'to_date', more: { material: 'leaflet' } },
    ],
  },
  {
    pillar: 'training',
    kind: 'training',
    title: 'Training for border guards',
    text: 'Officers practised first conversations, with an interpreter and without.',
    ago: 17,
    days: 2,
    numbers: [
      { measure: 'participants', about: 26, way: 'in_period', more: { participants: 'border_guard', sex: 'male' } },
      { measure: 'participants', about: 11, way: 'in_period', more: { participants: 'border_guard', sex: 'female' } },
    ],
  },
  // Of this one nobody has written words or numbers yet: the desk says so.
  {
    pillar: 'training',
    kind: 'training',
    title: 'Training for social workers',
    ago: 9,
    days: 1,
    numbers: [],
  },
  {
    pillar: 'data_research',
    kind: 'research',
    title: 'Interviews on routes and risks',
    text: 'People on the move are asked about their route, their work and what they paid for.',
    ago: 120,
    days: null,
    numbers: [{ measure: 'interviews', about: 900, way: 'since', more: { qualifier: 'over' } }],
  },
]

export const demoStatistics: readonly Content[] = [
  {
    title: 'People in forced labour and forced marriage on any day of 2021',
    value: '50 million',
    unit: 'people',
    year: '2021',
    citation: 'ILO, Walk Free and IOM, Global Estimates of Modern Slavery, Geneva 2022.',
  },
]
