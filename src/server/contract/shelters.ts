import { z } from 'zod'

/** Why an address is opened; stands in the read log. */
export const addressPurposes = ['transport', 'visit', 'emergency', 'supplies', 'repairs', 'inspection'] as const

export const OpenAddress = z.object({ purpose: z.enum(addressPurposes) }).meta({ id: 'OpenAddress' })
export const ShelterAddress = z
  .object({ address: z.string().nullable() })
  .meta({ id: 'ShelterAddress', description: 'Null when no address is recorded.' })
