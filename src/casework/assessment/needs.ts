import type { CaseFile } from '#changes/change.ts'
import { latest, ofType } from '../latest.ts'
import { dayOf, surelyAfter } from '../when.ts'
import { codesIn } from './series.ts'

/** One need of the latest asking, and whether anything was given for it since. */
export interface Need {
  readonly code: string
  readonly urgent: boolean
  readonly met: boolean
}

/**
 * What is needed now, urgent ones first. A need that bears the code of a service is met by such a service since it was
 * asked; the others (safety, papers kept by somebody) stay open until they are asked again.
 */
export function needsNow(file: CaseFile): readonly Need[] {
  const asked = latest(ofType(file, 'needs_assessment'), 'assessedOn')
  if (!asked) return []
  const day = dayOf(asked.content.assessedOn) ?? asked.createdAt.slice(0, 10)
  const given = new Set(
    ofType(file, 'service')
      .filter(({ content }) => !surelyAfter(day, dayOf(content.deliveredOn) ?? day))
      .map(({ content }) => content.type),
  )
  const urgent = new Set(codesIn(asked.content.urgent))
  const needs = codesIn(asked.content.needs).map(code => ({ code, urgent: urgent.has(code), met: given.has(code) }))
  return needs.toSorted((a, b) => Number(b.urgent) - Number(a.urgent))
}
