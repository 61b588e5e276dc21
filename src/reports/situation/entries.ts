import { numbersIn, type Period } from '#casework/activity/reading.ts'
import { byCode, isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import { type Dictionary, labelOf } from '#dictionary/dictionary.ts'
import type { ToldActivity, ToldRecord } from '#register/activities.ts'
import type { Entry } from '../report.ts'
import type { Reader } from '../suppress/printable.ts'
import type { ReportWords } from '../words.ts'
import { countsOf, published, type ToldCount } from './counts.ts'
import { saysSmallNumber } from './small-in-text.ts'
import type { Times } from './times.ts'
import type { SituationWords } from './words.ts'

/** What somebody told, as an entry under its pillar, with what the totals need. */
export interface PillarEntry {
  readonly pillar: string
  /** The names of the countries, in order; what entries are sorted by. */
  readonly place: string
  readonly country: string
  readonly begun: string
  readonly entry: Entry
  readonly counts: readonly ToldCount[]
}

export interface Speaking extends Reader {
  readonly d: Dictionary
  readonly period: Period
  readonly words: SituationWords
  readonly say: ReportWords
  readonly times: Times
}

export function activityEntry({ activity, numbers }: ToldActivity, on: Speaking): PillarEntry {
  const { content } = activity
  const counts = countsOf(on.d, numbersIn(numbers, on.period), on)
  const told = isAnswered(content.text) ? plainText(content.text) : `${plainText(content.title)}.`
  const typed = [told, plainText(content.coChair), plainText(content.partners)]
  // Words may say what a suppressed number hides, or a small one that is no number: they stay out, and the kind stands for them.
  const hidden = counts.some(({ suppressed }) => suppressed) || typed.some(text => maySay(text, on))
  const kind = labelOf(on.d, 'activity_kind', isAnswered(content.kind) ? plainText(content.kind) : 'other')
  const sentences = hidden
    ? [`${kind}. ${on.words.withheld}`]
    : [told, ...aboutBody(content, on), ...inLanguages(content, on)]
  return {
    ...placeOf(on.d, content),
    pillar: plainText(content.pillar),
    begun: plainText(content.from),
    counts,
    entry: {
      id: activity.id,
      place: placeOf(on.d, content).place,
      on: on.times.span(content.from, content.to),
      text: sentences.join(' '),
      partners: hidden
        ? []
        : plainText(content.partners)
            .split(/[;\n]/)
            .map(name => name.trim())
            .filter(name => name !== ''),
      counts: counts.map(count => entryCount(count, on)),
    },
  }
}

export function surveyEntry({ id, content }: ToldRecord, on: Speaking): PillarEntry {
  const told = isAnswered(content.text) ? plainText(content.text) : `${plainText(content.title)}.`
  const respondents = typeof content.respondents === 'number' ? published(content.respondents, on) : null
  return {
    ...placeOf(on.d, content),
    pillar: 'data_research',
    begun: plainText(content.from),
    counts: [],
    entry: {
      id,
      place: placeOf(on.d, content).place,
      on: on.times.span(content.from, content.to),
      text: respondents === 'c' || maySay(told, on) ? on.words.withheld : told,
      partners: [],
      counts:
        respondents !== null
          ? [
              {
                key: 'respondents',
                label: on.words.respondents,
                unit: 'person',
                n: respondents,
                accumulation: 'in_period',
                day: null,
              },
            ]
          : [],
    },
  }
}

const maySay = (text: string, { mode, policy }: Reader): boolean =>
  mode === 'public' && saysSmallNumber(text, policy.threshold)

/** “Participants, border guard officers (30 male, 7 female), May 23, 2022”: what, of whom, when; the number follows. */
function entryCount(count: ToldCount, { words, say, times }: Speaking): Entry['counts'][number] {
  const what = count.groupLabel === null ? count.label : `${count.label}, ${count.groupLabel.toLowerCase()}`
  const parts = count.parts.map(part => words.part(say.number(part.n), part.label)).join(', ')
  const own = count.accumulation === 'in_period' ? times.span(count.dates.from, count.dates.to) : null
  const label = [
    count.parts.length > 1 ? words.parts(what, parts) : count.parts[0] ? `${what}, ${count.parts[0].label}` : what,
    ...(own === null ? [] : [own]),
    ...(count.exact === 'exact' ? [] : [words.more[count.exact]]),
  ].join(', ')
  const day = count.accumulation === 'in_period' ? null : count.accumulation === 'since' ? count.from : count.to
  const key = [count.measure, count.group, count.accumulation, count.from, count.to].join('|')
  return { key, label, unit: count.unit, n: count.n, accumulation: count.accumulation, day }
}

function aboutBody(content: ToldRecord['content'], { d, words, say }: Speaking): string[] {
  const { members } = content
  return [
    ...(isAnswered(content.ourPart) ? [`${labelOf(d, 'coordination_role', plainText(content.ourPart))}.`] : []),
    ...(isAnswered(content.coChair) ? [words.coChair(plainText(content.coChair))] : []),
    ...(isAnswered(content.frequency) && content.frequency !== 'once'
      ? [words.meets(labelOf(d, 'meeting_frequency', plainText(content.frequency)).toLowerCase())]
      : []),
    ...(typeof members === 'number' ? [words.members(say.number(members))] : []),
  ]
}

function inLanguages(content: ToldRecord['content'], { d, words, say }: Speaking): string[] {
  const names = namesOf(d, 'language', content.languages).map(say.isolate)
  return names.length === 0 ? [] : [words.languages(names.join(', '))]
}

function placeOf(d: Dictionary, content: ToldRecord['content']): { readonly place: string; readonly country: string } {
  const codes = codesIn(content.countries)
  const names = namesOf(d, 'country', content.countries)
  return { place: names.join(', '), country: codes.length === 1 ? (codes[0] ?? '') : codes.toSorted(byCode).join('_') }
}

const namesOf = (d: Dictionary, list: string, value: Value | undefined): string[] =>
  codesIn(value)
    .map(code => labelOf(d, list, code))
    .toSorted(collator.compare)

const codesIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []

const collator = new Intl.Collator('en')

/** Countries in the order of the alphabet; within one, what began first. */
export const inOrder = (entries: readonly PillarEntry[]): PillarEntry[] =>
  entries.toSorted((a, b) => collator.compare(a.place, b.place) || byCode(a.begun, b.begun))
