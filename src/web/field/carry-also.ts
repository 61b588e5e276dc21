import { carryable, myDevices } from './calls.ts'
import { carriedCases, carryCases, deviceId } from './phone.ts'

/** Adds every open case of the reader to what this device carries, up to what one device may. */
export async function carryAlso(): Promise<void> {
  const device = deviceId()
  if (device === null) return
  const { mine, most } = await carryable(device)
  const held = await carriedCases()
  await carryCases([...new Set([...held, ...mine])].slice(0, most))
}

/** What devices of the reader carried before they were emptied: to be given back after a journey. */
export async function emptiedCases(): Promise<readonly string[]> {
  const { items } = await myDevices()
  const [last] = items.filter(each => each.state === 'emptied' && each.carried > 0)
  return last ? (await carryable(last.id)).before : []
}
