import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * Log lines hold the method, the pattern of the route (never the address that was asked for, never what was sent), the
 * status, the time taken, the account and the request id. An error is logged by its kind and place, not by its text:
 * texts of PostgreSQL and of parsers quote the value they stumbled over.
 */
export function makeLogger(to: DestinationStream | false | undefined): Logger {
  if (to === false) return pino({ enabled: false })
  const options = { base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime }
  return to ? pino(options, to) : pino(options)
}

export interface ErrorKind {
  readonly name: string
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly at: readonly string[]
}

export function errorKind(error: unknown): ErrorKind {
  const { name, code, constraint, stack } = (error ?? {}) as {
    name?: string
    code?: string
    constraint?: string
    stack?: string
  }
  const frames = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { name: name ?? typeof error, code, constraint, at: frames.slice(0, 6).map(line => line.trim()) }
}
