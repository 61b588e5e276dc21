import type { Content } from '#dictionary/answer.ts'

/** What is known of everybody in the group before anybody has been spoken to. */
export interface GroupFacts {
  readonly sex?: string
  readonly ageGroup?: string
  readonly nationality?: string
}

export interface Stub {
  readonly person: Content
  readonly case: Content
  readonly episode: Content
}

/**
 * The first records of one person of an incident, from what is common to all. Nothing is said for the person: no consent,
 * no status of a trafficked person, no name; each of them is asked alone.
 */
export function stubOf(
  incident: { readonly id: string; readonly content: Content },
  group: GroupFacts,
  today: string,
): Stub {
  const { on, country, referralSource, traffickingType, exploitation, sector, means, countryOfOrigin } =
    incident.content
  const origin = Array.isArray(countryOfOrigin) && countryOfOrigin.length === 1 ? countryOfOrigin[0] : undefined
  return {
    person: filled({ sex: group.sex, nationality: group.nationality === undefined ? undefined : [group.nationality] }),
    case: filled({
      incident: incident.id,
      registeredOn: today,
      status: 'active',
      category: 'vulnerable_migrant',
      ageGroup: group.ageGroup,
      referralSource,
      traffickingType,
      countryOfOrigin: origin as string | undefined,
    }),
    episode: filled({
      exploitation,
      sector,
      means,
      countryOfExploitation: typeof country === 'string' ? [country] : undefined,
      endedOn: on,
    }),
  }
}

function filled(set: Readonly<Record<string, Content[string] | undefined>>): Content {
  return Object.fromEntries(
    Object.entries(set).filter(
      (entry): entry is [string, Content[string]] => entry[1] !== undefined && entry[1] !== null,
    ),
  )
}
