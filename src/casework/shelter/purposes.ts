/** Why an address is opened: stands in the read log as a code. */
export const addressPurposes = ['transport', 'visit', 'emergency', 'supplies', 'repairs', 'inspection'] as const
