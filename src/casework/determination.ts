import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import { builtIn, type Dictionary } from '#dictionary/dictionary.ts'
import { missingBlocks, readEvidence } from './evidence.ts'
import { inOrder, ofType } from './latest.ts'
import { isAsserted } from './source.ts'

/** The human conclusion. A series, of which the latest is in force; the computed reading never decides. */

/** The determination in force: the latest with a conclusion, or null. */
export function determinationInForce(file: CaseFile): RecordView | null {
  const concluded = ofType(file, 'determination').filter(record => isAnswered(record.content.conclusion))
  return inOrder(concluded, 'decidedOn').at(-1) ?? null
}

/** Code of the conclusion in force, or null. */
export function conclusionInForce(file: CaseFile): string | null {
  const conclusion = determinationInForce(file)?.content.conclusion
  return typeof conclusion === 'string' ? conclusion : null
}

/**
 * What a determination must say (`content` is the record as it will be). No amount of evidence is demanded: a person
 * concludes. But who departs from the computed reading says why, and is told which elements the reading misses.
 * Nothing is demanded of what an outside source asserts.
 */
export function determinationProblems(file: CaseFile, content: Content, d: Dictionary = builtIn): Problem[] {
  if (isAsserted(file.case)) return []
  const problems = ['conclusion', 'decidedOn', 'decidedBy']
    .filter(field => content[field] === undefined || content[field] === null)
    .map((field): Problem => ({ code: 'determination_incomplete', field }))
  if (isAnswered(content.reason)) return problems
  return [...problems, reasonProblem(file, content, d)]
}

function reasonProblem(file: CaseFile, content: Content, d: Dictionary): Problem {
  const evidence = readEvidence(file, d)
  const conclusion = typeof content.conclusion === 'string' ? content.conclusion : ''
  if (!departs(conclusion, evidence.reading)) return { code: 'determination_incomplete', field: 'reason' }
  const details = { conclusion, reading: evidence.reading, missing: missingBlocks(evidence).join(' ') }
  return { code: 'determination_departs_from_reading', field: 'reason', details }
}

const departs = (conclusion: string, reading: string): boolean =>
  (conclusion === 'confirmed' && reading !== 'indicated') ||
  (conclusion === 'not_trafficked' && reading === 'indicated')
