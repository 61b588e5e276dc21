import { generateSecret, generateURI, verify } from 'otplib'

/** Six digits every thirty seconds (RFC 6238, SHA-1), as every authenticator app makes them. */
export function offerTotp(issuer: string, login: string): { secret: string; uri: string } {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer, label: login, secret }) }
}

/**
 * The time step a code belongs to, or null for a wrong code. The step before and the one after count too, for clocks
 * that are off by less than half a minute. Whether the step was used before is asked of the account, not here.
 */
export async function stepOf(secret: string, code: string, now: Date): Promise<number | null> {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret, token: digits, epoch, epochTolerance: 30 })
  return result.valid ? Math.floor(epoch / 30) + result.delta : null
}
