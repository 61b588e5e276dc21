import { consequences } from '#casework/follow.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content, Money } from '#dictionary/answer.ts'
import { scales, sustainability } from '#dictionary/data/sustainability.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import type { RecordDraft } from '#register/import-unit.ts'
import type { Chance } from '#dictionary/chance.ts'
import { type Day, isoOf } from './days.ts'
import { employerFor } from './directory.ts'
import { fundId, projectId } from './funds.ts'
import type { DemoIds } from './ids.ts'
import { filled, type Writing } from './writing.ts'

/** Package, work, business and surveys of somebody who came home; the follow-ups that the rules would open. */

interface Months {
  readonly from: Day
  readonly until: Day
  readonly ids: DemoIds
}

/** That of the demo's projects for goods in kind, in US dollars. */
const ceiling = 2_200
const usd = (amount: number): Money => ({ amount: String(amount), currency: 'USD' })
const goods = [
  'Sewing machine and cloth',
  'Two goats and feed',
  'Tools for a workshop',
  'Stock for a small shop',
  'Oven and flour',
]

export function writeReintegration(writing: Writing, o: Months): void {
  const { story, today } = writing
  const { dice } = story
  const last = Math.min(today, o.until)
  const day = (after: number) => isoOf(Math.min(last, o.from + after))
  writePackage(writing, { ...o, day })
  if (!story.child && dice.yes(0.5)) {
    const finished = o.from + 150 < last
    const training = writing.add(
      'training',
      filled({
        subject: dice.pick(['sewing', 'cooking', 'farming', 'trade', 'mechanics']),
        provider: dice.pick(story.setting.partners),
        startedOn: day(30),
        endedOn: finished ? day(150) : undefined,
        result: finished ? (dice.yes(0.85) ? 'finished' : 'stopped') : 'ongoing',
      }),
    )
    if (finished && dice.yes(0.5)) {
      const sector = dice.pick(['hospitality', 'agriculture', 'construction'])
      writing.add(
        'placement',
        filled({
          sector,
          workplace: sector === 'hospitality' ? employerFor(o.ids, story.mission) : undefined,
          training,
          startedOn: day(170),
          stillEmployed: dice.yes(0.72) ? 'yes' : 'no',
        }),
      )
    }
  }
  if (!story.child && dice.yes(0.4)) {
    writing.add('enterprise', {
      sector: dice.pick(['agriculture', 'hospitality']),
      activity: dice.pick(goods),
      planSummary: 'Buy stock, sell at the market twice a week, put a tenth aside.',
      owners: dice.int(1, 2),
      grant: usd(dice.int(5, 22) * 100),
      grantedOn: day(60),
      startedOn: day(75),
      jobsPlanned: dice.int(1, 3),
    })
  }
  for (const after of [90, 365])
    if (o.from + after <= last && dice.yes(0.7))
      writing.add('sustainability_survey', surveyOf(dice, isoOf(o.from + after)))
}

function writePackage(writing: Writing, o: Months & { readonly day: (after: number) => string }): void {
  const { story } = writing
  const { dice, setting } = story
  const project = projectId(o.ids, story.mission)
  const item = writing.add('package_item', {
    kind: 'in_kind',
    project,
    agreedOn: o.day(20),
    agreed: usd(2_000),
    ceiling: usd(ceiling),
    need: 'Goods to begin with.',
  })
  const first = dice.int(4, 15) * 100
  writing.add('delivery', {
    item,
    deliveredOn: o.day(45),
    amount: usd(first),
    what: dice.pick(goods),
    state: 'released',
  })
  if (dice.yes(0.5)) {
    const local = { amount: String(Math.round(300 * setting.rate)), currency: setting.currency }
    const rate = setting.currency === 'USD' ? {} : { rate: (1 / setting.rate).toFixed(12) }
    writing.add('delivery', {
      item,
      deliveredOn: o.day(80),
      amount: local,
      ...rate,
      what: dice.pick(goods),
      state: 'released',
    })
  } else if (dice.yes(0.16)) waits(writing, { item, over: first + 200, on: o.day(100) })
  if (dice.yes(0.25)) writeRequest(writing, o)
}

/** Asked for, agreed by another person for most, and paid in part or in full. */
function writeRequest(
  { story: { dice }, add }: Writing,
  o: Months & { readonly day: (after: number) => string },
): void {
  const amount = dice.int(2, 9) * 100
  const [fund, askedOn] = [fundId(o.ids, 'gaf'), o.day(15)]
  const state = dice.pick(['waiting', 'committed', 'paid', 'paid'])
  const request = add('fund_request', {
    fund,
    purpose: 'medical',
    askedOn,
    amount: usd(amount),
    state,
    reason: 'Treatment that no project pays for.',
  })
  const answer = state === 'waiting' ? { state } : { state: 'approved', decidedOn: o.day(18) }
  add('approval', { kind: 'fund_request', of: request, askedOn, ...answer })
  if (state === 'waiting') return
  add('disbursement', {
    request,
    paidOn: o.day(25),
    paid: usd(state === 'paid' ? amount : amount / 2),
    method: dice.pick(['cash', 'bank', 'supplier']),
  })
}

/** A delivery far over what is left: it waits, and asks for its approval. */
function waits(writing: Writing, o: { readonly item: string; readonly over: number; readonly on: string }): void {
  const { item, over, on } = o
  const delivery = writing.add('delivery', {
    item,
    deliveredOn: on,
    amount: usd(ceiling + 200),
    what: 'Second-hand motor cart',
    state: 'pending_over_ceiling',
    overBy: usd(over),
  })
  writing.add('approval', { kind: 'over_ceiling', of: delivery, askedOn: on, state: 'waiting' })
}

/** Better with time, mostly; a few questions were not answered. */
function surveyOf(dice: Chance, askedOn: string): Content {
  const answers = sustainability.items.map(({ id, list }) => {
    const codes = Object.entries(scales[list]).sort((a, b) => b[1] - a[1])
    const place = Math.min(codes.length - 1, Math.floor(codes.length * dice.next() ** 1.4))
    return [id, dice.yes(0.06) ? 'did_not_say' : (codes[place]?.[0] ?? 'unknown')] as const
  })
  return { askedOn, version: sustainability.version, ...Object.fromEntries(answers) }
}

/** What the rules open by themselves for this file, so that nobody's first change finds a follow-up missing. */
export function openedByRules(
  records: readonly RecordDraft[],
  today: string,
): readonly { type: string; set: Content }[] {
  const views = records.map(viewOf)
  const home = views.find(({ type }) => type === 'case')
  if (!home) return []
  const file: CaseFile = {
    person: null,
    case: home,
    records: views.filter(view => view.case === home.id && view.id !== home.id),
  }
  return consequences(builtIn, file, today).filter(({ record }) => record === undefined)
}

const viewOf = ({ type, id, office, person, case: of, set }: RecordDraft): RecordView => ({
  type,
  id,
  office,
  person,
  case: of,
  version: 1,
  content: set,
  dictionary: 0,
  author: office,
  createdAt: '',
  updatedAt: '',
})
