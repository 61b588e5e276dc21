import type { Refusal } from '#server/contract/shared.ts'

/** A refusal of the server, or `offline` when nothing answered. The screen says it through `problem.<code>`. */
export class RefusalError extends Error {
  readonly status: number
  readonly code: string
  readonly problems: Refusal['problems']

  constructor(status: number, refusal: Refusal) {
    super(refusal.message)
    this.status = status
    this.code = refusal.code
    this.problems = refusal.problems
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

let onSignedOut: () => void = () => {}
let onConnection: (online: boolean) => void = () => {}

/** The session room listens: a 401 anywhere locks the screen. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener
}

export function whenConnectionChanges(listener: (online: boolean) => void): void {
  onConnection = listener
}

/**
 * What stands in for the server where there is no network: the device, once its box is open. `undefined` means that the
 * device knows nothing of this question.
 */
export interface StandIn {
  /** Asked before the server: a device with unsent work queues behind it; one that is watched never asks the server. */
  instead(request: Request): Promise<{ readonly reply: unknown } | undefined>
  /** The server answered: what waits on the device is laid over, and what is needed without a network is kept. */
  after(request: Request, reply: unknown): Promise<unknown>
  /** Nothing answered, or the session on the server is over. */
  without(request: Request): Promise<{ readonly reply: unknown } | undefined>
  /** The request with the device's name on what it writes: the server then knows that the device has seen it. */
  addressed(request: Request): Request
  /** Takes a file that could not be sent; false when it takes none. */
  keepFile(path: string, file: Blob): Promise<boolean>
  /** Says to the server which device speaks. */
  readonly token: string | null
  /** The server says that this device was reported lost. */
  revoked(): void
}

export interface Request {
  readonly method: Method
  readonly path: string
  readonly body: unknown
}

let standIn: StandIn | null = null
export function letStandIn(device: StandIn | null): void {
  standIn = device
}

/**
 * One request to the API. `path` begins after `/api`. The reply is what the contract of the route declares; names and
 * other personal data go in bodies, never in paths.
 */
export async function call<Reply>(method: Method, path: string, body?: unknown, o: CallOptions = {}): Promise<Reply> {
  const device = standIn
  if (!device || o.server) return (await ask(method, path, body, o)) as Reply
  const request = device.addressed({ method, path, body })
  const instead = await device.instead(request)
  if (instead) return instead.reply as Reply
  try {
    return (await device.after(request, await ask(method, path, request.body, { ...o, quiet: true }))) as Reply
  } catch (error) {
    if (!(error instanceof RefusalError) || (error.status !== 0 && error.status !== 401)) throw error
    const known = await device.without(request)
    if (known) return known.reply as Reply
    throw error
  }
}

async function ask(method: Method, path: string, body: unknown, o: CallOptions): Promise<unknown> {
  const response = await send(method, path, body, o)
  if (response.status === 204) return undefined
  const reply: unknown = await response.json().catch(() => null)
  if (response.ok) return reply
  if (response.status === 401 && !o.quiet) onSignedOut()
  const refusal = asRefusal(reply, response.status)
  if (refusal.code === 'device_revoked') standIn?.revoked()
  throw new RefusalError(response.status, refusal)
}

/** A file, as the server made it; with a body, made of it. */
export async function fetchFile(path: string, body?: unknown): Promise<Blob> {
  const response = await send(body === undefined ? 'GET' : 'POST', path, body, {})
  if (response.ok) return response.blob()
  if (response.status === 401) onSignedOut()
  throw new RefusalError(response.status, asRefusal(await response.json().catch(() => null), response.status))
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** A 401 is an answer here (signing in), not the end of a session. */
  readonly quiet?: true
  /** The server itself is meant, never what stands in for it. */
  readonly server?: true
  /** Sent even while the page is being left. */
  readonly keepalive?: true
}

async function send(method: Method, path: string, body: unknown, o: CallOptions): Promise<Response> {
  try {
    const response = await fetch(`/api/${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'x-waymark': '1',
        ...deviceHeader(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(o.signal ? { signal: o.signal } : {}),
      ...(o.keepalive ? { keepalive: true } : {}),
    })
    onConnection(true)
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    onConnection(false)
    throw new RefusalError(0, { code: 'offline', message: 'No answer from the server.', problems: [] })
  }
}

const deviceHeader = (): Record<string, string> => (standIn?.token ? { 'x-waymark-device': standIn.token } : {})

export interface UploadOptions {
  readonly signal: AbortSignal
  /** Share of the file that has left, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/**
 * Sends a file and gives the reply. Where nothing answers, a device that stands in keeps the file and sends it later; the reply
 * is then empty. Otherwise throws as `call` does.
 */
export async function upload<Reply>(path: string, file: Blob, o: UploadOptions): Promise<Reply> {
  try {
    return await sendFile<Reply>(path, file, o)
  } catch (error) {
    const unheard = error instanceof RefusalError && (error.status === 0 || error.status === 401)
    if (unheard && (await standIn?.keepFile(path, file))) return {} as Reply
    throw error
  }
}

/** Sends a file as it is and gives the reply. Aborting throws the AbortError of the signal; everything else as `call` does. */
export function sendFile<Reply>(path: string, file: Blob, { signal, onProgress }: UploadOptions): Promise<Reply> {
  return new Promise((resolve, reject) => {
    // The one thing that fetch cannot do: tell how much has left.
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = (finish: () => void) => () => {
      signal.removeEventListener('abort', stop)
      finish()
    }
    request.open('POST', `/api/${path}`)
    request.setRequestHeader('x-waymark', '1')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0))
    request.addEventListener(
      'load',
      end(() => {
        onConnection(true)
        if (request.status === 200) return resolve(request.response as Reply)
        if (request.status === 401 && !standIn) onSignedOut()
        reject(new RefusalError(request.status, asRefusal(request.response, request.status)))
      }),
    )
    request.addEventListener(
      'error',
      end(() => {
        onConnection(false)
        reject(new RefusalError(0, { code: 'offline', message: 'No answer from the server.', problems: [] }))
      }),
    )
    request.addEventListener(
      'abort',
      end(() => reject(new DOMException('', 'AbortError'))),
    )
    if (signal.aborted) return reject(new DOMException('', 'AbortError'))
    signal.addEventListener('abort', stop)
    request.send(file)
  })
}

function asRefusal(reply: unknown, status: number): Refusal {
  if (typeof reply === 'object' && reply !== null && 'code' in reply && typeof reply.code === 'string') {
    const { message, problems } = reply as Partial<Refusal>
    return { code: reply.code, message: message ?? '', problems: problems ?? [] }
  }
  return { code: status === 429 ? 'too_many' : 'failed', message: '', problems: [] }
}
