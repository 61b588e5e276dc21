import { z } from 'zod'
import { certainties, mostNodes, networkPurposes } from '#casework/network/network.ts'
import { Id } from './shared.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Code = z.string().regex(/^[a-z0-9_]{1,60}$/)
const Country = z.string().regex(/^[A-Z]{2}$/)

/** Asked by POST: which place and time somebody looks at stands in no address. */
export const NetworkAsked = z
  .object({
    purpose: z.enum(networkPurposes),
    from: Day.optional(),
    to: Day.optional(),
    countries: z.array(Country).max(250).optional(),
    certainty: z.array(z.enum(certainties)).max(3).optional(),
    kinds: z.array(Code).max(20).optional(),
    limit: z.int().min(1).max(mostNodes).default(mostNodes),
  })
  .meta({ id: 'NetworkAsked' })

const Suspect = z.object({
  id: Id,
  of: z.literal('suspect'),
  kind: z.string(),
  label: z.string(),
  country: z.string().nullable(),
})
/** By the numbers of the cases; the network knows no name. */
const Person = z.object({
  id: Id,
  of: z.literal('person'),
  cases: z.array(z.object({ id: Id, number: z.string().nullable() })),
})
const Tie = z.object({
  id: Id,
  from: Id,
  to: Id,
  role: z.string(),
  certainty: z.enum(certainties),
  since: z.string().nullable(),
  until: z.string().nullable(),
  country: z.string().nullable(),
})
const Journey = z.object({ person: Id, from: z.string(), to: z.string() })

export const OpenedNetwork = z
  .object({
    network: z.object({
      nodes: z.array(z.discriminatedUnion('of', [Suspect, Person])),
      ties: z.array(Tie),
      journeys: z.array(Journey),
    }),
    /** Nodes that fit the question and are not here: those with fewest ties. */
    left: z.int(),
    /** Ties that were read; not complete when there are older ones. */
    ties: z.int(),
    complete: z.boolean(),
  })
  .meta({ id: 'Network', description: 'Suspects, persons by case number, and what ties them together.' })
