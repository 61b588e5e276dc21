import { z } from 'zod'
import { addressPurposes } from '#casework/shelter/purposes.ts'
import { ListLine } from './lists.ts'
import { Id, RecordView } from './shared.ts'

export const OpenAddress = z.object({ purpose: z.enum(addressPurposes) }).meta({ id: 'OpenAddress' })
export const ShelterAddress = z
  .object({ address: z.string().nullable() })
  .meta({ id: 'ShelterAddress', description: 'Null when no address is recorded.' })

/** A house today. */
export const ShelterBoard = z
  .object({
    shelter: RecordView,
    places: z.array(RecordView),
    /** One entry an open stay, whosever it is: how many people lie where. */
    taken: z.array(z.object({ place: Id, partySize: z.int() })),
    /** The open stays that the reader may see. */
    stays: z.array(ListLine),
    /** Of the last 14 days, the newest first. */
    incidents: z.array(ListLine),
    medicines: z.array(ListLine),
    /** What was written down of their doses in the last days. */
    doses: z.array(RecordView),
  })
  .meta({ id: 'ShelterBoard' })
