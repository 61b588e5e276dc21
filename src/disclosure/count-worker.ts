import { parentPort, workerData } from 'node:worker_threads'
import type { CountJob } from './count.ts'
import { BranchCounter, occurrencesOf } from './count-branch.ts'

/** A thread of countCombinations: it is told an attribute and answers with the combinations that begin with it. */
const { values, attributes, longest } = workerData as CountJob
const counter = new BranchCounter(values, attributes, longest)
const { starts, places } = occurrencesOf(values, attributes)

parentPort?.on('message', (first: number) => {
  const branch = counter.count(first, places.subarray(starts[first], starts[first + 1]))
  const buffers = branch.levels.flatMap(({ last, parent, count }) => [last.buffer, parent.buffer, count.buffer])
  parentPort?.postMessage(branch, buffers as ArrayBuffer[])
})
