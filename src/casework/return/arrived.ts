import type { CaseFile, RecordView } from '#changes/change.ts'
import { ofType } from '../latest.ts'
import { dayOf } from '../when.ts'

/** Stages at which the person is in the country of return; on an onward journey they are in it already. */
const there: ReadonlySet<unknown> = new Set(['arrival', 'onward', 'completed'])

/**
 * Journeys of a case that brought the person there, by their stage alone: a day of arrival may be a plan.
 */
export const arrivedJourneys = (file: CaseFile): readonly RecordView[] =>
  ofType(file, 'movement').filter(({ content }) => there.has(content.stage))

/** The day a journey ended, as far as it is known: of arrival, else of departure. */
export const returnedOn = ({ content }: RecordView): string | null =>
  dayOf(content.arrivedOn) ?? dayOf(content.departedOn)
