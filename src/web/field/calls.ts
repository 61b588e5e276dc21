import type { z } from 'zod'
import type * as devices from '#server/contract/devices.ts'
import { call } from '../api/client.ts'

/** Calls about devices mean the server itself, never what stands in for it. */
const server = { server: true, quiet: true } as const

export type Device = z.infer<typeof devices.Device>

export const newDevice = (kind: Device['kind']) =>
  call<z.infer<typeof devices.DeviceToken>>('POST', 'devices', { kind }, server)
export const myDevices = () => call<z.infer<typeof devices.Devices>>('GET', 'devices', undefined, server)
export const devicesOf = (account: string) =>
  call<z.infer<typeof devices.Devices>>('GET', `devices?account=${account}`, undefined, server)
export const carryable = (device: string) =>
  call<z.infer<typeof devices.Carryable>>('GET', `devices/${device}/carryable`, undefined, server)
export const deviceEmptied = (device: string) => call<unknown>('POST', `devices/${device}/emptied`, {}, server)
export const deviceLost = (device: string) => call<unknown>('POST', `devices/${device}/revoke`, {}, server)
export const raiseAlarm = (token: string) => call<unknown>('POST', 'devices/alarm', { token }, server)
