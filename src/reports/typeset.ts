import { Worker } from 'node:worker_threads'

/** What the thread is told; see `typeset-worker.ts`. */
export interface Paper {
  /** File name of a template of this room. */
  readonly template: string
  /** JSON of what the template says. A string in it is text and never markup, whatever it holds. */
  readonly data: string
  /** The moment that the PDF says it was made, in seconds; absent: now. */
  readonly madeAt?: number
}

/**
 * A PDF of a template and its data, by Typst. In a thread of its own, which ends with it: others are answered meanwhile, nothing
 * is written to a disk, and nothing of the paper stays in memory. With `madeAt` the same data gives the same bytes. Fonts for Latin, Cyrillic, Greek, Arabic and Khmer are embedded.
 * @throws Error with the place in the template, never with its data, when the template is broken.
 */
export async function typeset(template: 'copy.typ' | 'report.typ', data: unknown, madeAt?: Date): Promise<Buffer> {
  const workerData: Paper = {
    template,
    data: JSON.stringify(data),
    ...(madeAt === undefined ? {} : { madeAt: Math.floor(madeAt.getTime() / 1000) }),
  }
  const worker = new Worker(new URL('./typeset-worker.ts', import.meta.url), { workerData })
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)))
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('The thread of the typesetter ended without a paper.')))
  return promise
}
