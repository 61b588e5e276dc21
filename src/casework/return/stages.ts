import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Value, isAnswered } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'

/** How far a journey is (`movement_stage`), in the order in which stages are reached; what is planned or paused is under none. */
const reached = ['departure', 'transit', 'arrival', 'onward', 'completed'] as const
const onTheWay: ReadonlySet<unknown> = new Set(['departure', 'transit', 'onward'])

/** Place of a stage among those that are reached on the way; -1 before departure, and while paused. */
export const rankOf = (stage: Value | undefined): number => (reached as readonly unknown[]).indexOf(stage)
export const hasBegun = (stage: Value | undefined): boolean => rankOf(stage) >= 0
export const isOnTheWay = (stage: Value | undefined): boolean => onTheWay.has(stage)
export const isOver = (stage: Value | undefined): boolean => stage === 'completed' || stage === 'cancelled'

/** The journey that a leg or a step names; null when the file holds none. */
export const journeyOf = (file: CaseFile, { movement }: RecordView['content']): RecordView | null =>
  isAnswered(movement) ? (ofType(file, 'movement').find(({ id }) => id === movement) ?? null) : null
