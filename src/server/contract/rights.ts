import { z } from 'zod'
import { Id, Value } from './shared.ts'

const Said = z.object({
  value: Value,
  /** In words. */
  shown: z.string(),
  /** A colleague by function and number; never a name. */
  by: z.string(),
  office: z.string(),
  on: z.string(),
  origin: z.string(),
})

/** An erasure stands; so many sealed files could not be deleted yet, and are tried again by themselves. */
export const Erased = z.object({ done: z.boolean(), filesWaiting: z.int() }).meta({ id: 'Erased' })

export const AccessBundle = z
  .object({
    request: Id,
    person: Id,
    madeOn: z.string(),
    language: z.object({ asked: z.string(), given: z.string() }),
    title: z.string(),
    /** What the reader is told first, in the language of the copy. */
    about: z.array(z.string()),
    records: z.array(
      z.object({
        type: z.string(),
        label: z.string(),
        record: Id,
        purpose: z.string(),
        fields: z.array(
          z.object({
            field: z.string(),
            label: z.string(),
            /** The language of the label: English where there is no word yet. */
            labelIn: z.string(),
            keptBack: z.boolean(),
            now: Said,
            earlier: z.array(Said),
          }),
        ),
      }),
    ),
    recipients: z.array(
      z.object({
        /** The codes below in words. */
        shown: z.object({ kind: z.string(), what: z.string(), ground: z.string() }),
        kind: z.string(),
        organisation: z.string().nullable(),
        what: z.array(z.string()),
        ground: z.string(),
        on: z.string(),
      }),
    ),
    readers: z.array(
      z.object({ who: z.string(), action: z.string(), times: z.int(), first: z.string(), last: z.string() }),
    ),
    elsewhere: z.int(),
  })
  .meta({
    id: 'AccessBundle',
    description:
      'Everything kept about one person: fields, sources, purposes, recipients, readers; others blotted out.',
  })
