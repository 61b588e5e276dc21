// A line of a village: so many bits a second both ways, half a second of delay, and it drops every half minute.

import { connect, createServer, type Server, type Socket } from 'node:net'

export interface SlowLine {
  readonly url: string
  /** Seconds in which the line was up. */
  connected(): number
  close(): Promise<void>
}

export interface LineOptions {
  readonly to: URL
  /** Bytes a second, each way. */
  readonly rate: number
  /** Milliseconds from one end to the other and back. */
  readonly delay: number
  /** Seconds up, then seconds down. */
  readonly up: number
  readonly down: number
}

/** Stands between a client and a server on this machine. While it is down every connection is cut and none is taken. */
export async function slowLine(o: LineOptions): Promise<SlowLine> {
  const sockets = new Set<Socket>()
  const began = performance.now()
  let upSince: number | null = began
  let total = 0
  const server: Server = createServer(near => {
    if (upSince === null) return void near.destroy()
    const far = connect(Number(o.to.port), o.to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    slowly(near, far, o)
    slowly(far, near, o)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const turn = (): void => {
    if (upSince === null) upSince = performance.now()
    else {
      total += performance.now() - upSince
      upSince = null
      for (const socket of sockets) socket.destroy()
    }
    timer = setTimeout(turn, (upSince === null ? o.down : o.up) * 1000)
  }
  let timer = setTimeout(turn, o.up * 1000)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    connected: () => (total + (upSince === null ? 0 : performance.now() - upSince)) / 1000,
    async close() {
      clearTimeout(timer)
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** One direction: pieces leave in order, each when the line is free, and arrive half the delay later. */
function slowly(from: Socket, to: Socket, { rate, delay }: LineOptions): void {
  let free = performance.now()
  from.on('data', piece => {
    from.pause()
    free = Math.max(free, performance.now()) + (piece.length / rate) * 1000
    setTimeout(() => from.resume(), Math.max(0, free - performance.now()))
    setTimeout(() => void (to.destroyed || to.write(piece)), free - performance.now() + delay / 2)
  })
  from.on('end', () => setTimeout(() => to.end(), Math.max(0, free - performance.now()) + delay / 2))
}
