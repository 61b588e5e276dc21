import type { DestinationStream } from 'pino'
import type { SessionTimes } from '#register/sessions.ts'

/** How the server is run; everything has a default fit for one machine. */
export interface ServerOptions {
  /** Folder with the built web app; absent: API only. */
  readonly webRoot?: string
  /** True when people reach the server over https: the cookie is then bound to the host and never sent in the clear. */
  readonly https?: boolean
  /** Minutes without use after which a session ends. Default 15. */
  readonly idleMinutes?: number
  /** Hours after which a session ends in any case. Default 12. */
  readonly longestHours?: number
  /** Sign-in attempts per minute from one address. Default 30. */
  readonly signInPerMinute?: number
  /** Behind a reverse proxy: its address or network, so that the rate limit sees the real one. */
  readonly trustProxy?: string | boolean
  /** Where log lines go; false: nowhere. Default: standard output. */
  readonly log?: DestinationStream | false
  /** Name shown by authenticator apps beside the login. */
  readonly issuer?: string
  /** Folder of the ledger of releases; absent: none can be made here. */
  readonly releases?: string
}

export interface Settings {
  readonly https: boolean
  readonly cookie: string
  readonly times: SessionTimes
  readonly signInPerMinute: number
  readonly issuer: string
  readonly releases: string | null
}

export const settingsOf = (o: ServerOptions): Settings => ({
  https: o.https ?? false,
  cookie: o.https ? '__Host-waymark' : 'waymark',
  times: { idleMinutes: o.idleMinutes ?? 15, longestHours: o.longestHours ?? 12 },
  signInPerMinute: o.signInPerMinute ?? 30,
  issuer: o.issuer ?? 'Waymark',
  releases: o.releases ?? null,
})
