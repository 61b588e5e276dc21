import { parentPort, workerData } from 'node:worker_threads'
import { type Share, worker } from './compare.ts'

// A thread of alikePairs: takes the number of a first row, answers with the pairs of its share.
if (parentPort) {
  const port = parentPort
  const work = worker(workerData as Share)
  port.on('message', (from: number) => port.postMessage(work(from)))
}
