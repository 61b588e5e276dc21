import { parentPort, workerData } from 'node:worker_threads'
import { type Share, serveShare } from './share.ts'

// The thread of a Share: see share.ts.
if (parentPort) await serveShare(parentPort, workerData as Share)
