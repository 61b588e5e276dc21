import type { CaseFile, RecordView } from '#changes/change.ts'
import { latest, ofType } from '../latest.ts'

/** Who may decide for a child: an authority or court, or a panel where no national procedure exists; never ourselves. */
const competent: ReadonlySet<unknown> = new Set(['child_protection', 'court', 'panel'])

/** The determination in force: the latest by somebody competent; null when there is none. */
export const bestInterestInForce = (file: CaseFile): RecordView | null =>
  latest(
    ofType(file, 'best_interest').filter(
      ({ content }) => content.kind === 'determination' && competent.has(content.authority),
    ),
    'decidedOn',
  )

/** The family assessment in force; null when nobody assessed. */
export const familyInForce = (file: CaseFile): RecordView | null =>
  latest(ofType(file, 'family_assessment'), 'assessedOn')
