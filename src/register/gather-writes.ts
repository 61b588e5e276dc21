import type pg from 'pg'

/**
 * Statements that are issued in one turn of the event loop leave in one write to the socket. Each write wakes the server's
 * process and costs more than most statements of a change.
 */
export function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & Corked } }).connection
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean
  let gathering = false
  stream.write = (...args: unknown[]): boolean => {
    if (!gathering) {
      gathering = true
      stream.cork()
      process.nextTick(() => {
        gathering = false
        stream.uncork()
      })
    }
    return write(...args)
  }
}

interface Corked {
  cork(): void
  uncork(): void
}
