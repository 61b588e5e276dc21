import type { Content, Value } from '#dictionary/answer.ts'
import type { Day } from './days.ts'
import type { Story } from './story.ts'

/** What the writers of one file share: the story, where it is kept, and how a record is added to it. */
export interface Writing {
  readonly story: Story
  readonly today: Day
  readonly office: string
  /** Account ids of the caseworkers of the mission; empty when there are none. */
  readonly workers: readonly string[]
  /** Adds a record of the case (or of its person, as the type says) and gives its id. */
  add(type: string, set: Content): string
}

/** Leaves out what nobody wrote down. */
export function filled(set: Readonly<Record<string, Value | undefined>>): Content {
  const content: Record<string, Value> = {}
  for (const name in set) {
    const value = set[name]
    if (value !== undefined && value !== null) content[name] = value
  }
  return content
}

export const yesTo = (codes: readonly string[]): Record<string, 'yes' | 'no' | 'unknown' | 'did_not_say'> =>
  Object.fromEntries(codes.map(code => [code, 'yes' as const]))
