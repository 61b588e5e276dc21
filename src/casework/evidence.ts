import type { CaseFile } from '#changes/change.ts'
import { marked, type Value } from '#dictionary/answer.ts'
import { builtIn, type Dictionary } from '#dictionary/dictionary.ts'
import { readChildThen } from './age.ts'
import { ofType } from './latest.ts'

/**
 * The computed reading of what was told, by the three elements of the Palermo Protocol, Art. 3: act, means, purpose. A
 * child needs no means (3 c). Where a means was used the person's consent to the exploitation is irrelevant (3 b). It
 * supports a person who concludes; it never concludes.
 */
export type Met = 'yes' | 'no' | 'open'
export type Reading = 'not_yet' | 'partial' | 'indicated'

export interface Ground {
  /** Where the answer stands: `screening.act`, `episode.means` ... */
  readonly field: string
  readonly code: string
  /** The record it stands in; null when the answers were given loose. */
  readonly record: string | null
}

export interface Block {
  /** yes: something is marked yes. no: every code of the list is marked no. open: anything else. */
  readonly met: Met
  readonly rests: readonly Ground[]
  /** Codes without a yes or a no. */
  readonly unanswered: readonly string[]
}

export interface Evidence {
  readonly act: Block
  readonly means: Block
  readonly purpose: Block
  readonly reading: Reading
  /** Was a child when it happened. */
  readonly child: boolean
  readonly meansNeeded: boolean
  /** Any consent of the person to what was done does not count: a means was used, or the person was a child. */
  readonly consentIrrelevant: boolean
  /** Indicators marked yes: they support the conversation, and never meet a block by themselves. */
  readonly indicators: readonly string[]
}

/** Loose answers of one sitting, as the form holds them before they are saved. */
export interface Answers {
  readonly act?: Value
  readonly means?: Value
  readonly purpose?: Value
  readonly indicators?: Value
  readonly child: boolean
}

interface Source {
  readonly field: string
  readonly record: string | null
  readonly value: Value | undefined
}

export function readEvidence(of: CaseFile | Answers, d: Dictionary = builtIn): Evidence {
  const { sources, child } = 'records' in of ? fromFile(of) : fromAnswers(of)
  const act = blockOf(sources('act'), codesOf(d, 'act'))
  const means = blockOf(sources('means'), codesOf(d, 'means'))
  const purpose = blockOf(sources('purpose'), codesOf(d, 'exploitation'))
  const needed = child ? [act, purpose] : [act, means, purpose]
  const any = [act, means, purpose].some(block => block.met === 'yes')
  return {
    act,
    means,
    purpose,
    reading: needed.every(block => block.met === 'yes') ? 'indicated' : any ? 'partial' : 'not_yet',
    child,
    meansNeeded: !child,
    consentIrrelevant: child || means.met === 'yes',
    indicators: [...new Set(sources('indicators').flatMap(source => marked(source.value)))].sort(),
  }
}

/** Blocks that a reading of "indicated" still misses. */
export function missingBlocks(evidence: Evidence): readonly ('act' | 'means' | 'purpose')[] {
  const needed = evidence.meansNeeded ? (['act', 'means', 'purpose'] as const) : (['act', 'purpose'] as const)
  return needed.filter(name => evidence[name].met !== 'yes')
}

const elements = {
  act: [['screening', 'act']],
  means: [
    ['screening', 'means'],
    ['episode', 'means'],
  ],
  purpose: [
    ['screening', 'purpose'],
    ['episode', 'exploitation'],
  ],
  indicators: [['screening', 'indicators']],
} as const

function fromFile(file: CaseFile) {
  const sources = (element: keyof typeof elements): readonly Source[] =>
    elements[element].flatMap(([type, field]) =>
      ofType(file, type).map(({ id, content }) => ({ field: `${type}.${field}`, record: id, value: content[field] })),
    )
  return { sources, child: readChildThen(file).child }
}

function fromAnswers(answers: Answers) {
  const sources = (element: keyof typeof elements): readonly Source[] => [
    { field: `screening.${element}`, record: null, value: answers[element] },
  ]
  return { sources, child: answers.child }
}

/** A yes anywhere stands, whatever another sitting says: what was told once is not untold by a later silence. */
function blockOf(sources: readonly Source[], codes: readonly string[]): Block {
  const rests = sources.flatMap(({ field, record, value }) => marked(value).map(code => ({ field, code, record })))
  const yes = new Set(rests.map(ground => ground.code))
  const no = new Set(sources.flatMap(({ value }) => marked(value, 'no')))
  const unanswered = codes.filter(code => !yes.has(code) && !no.has(code))
  const met = rests.length > 0 ? 'yes' : codes.length > 0 && unanswered.length === 0 ? 'no' : 'open'
  return { met, rests, unanswered }
}

/** Codes still offered; a withdrawn code that nobody can answer must not keep a block open for ever. */
const codesOf = (d: Dictionary, list: string): readonly string[] =>
  (d.lists.get(list)?.codes ?? []).filter(each => each.until === undefined).map(each => each.code)
