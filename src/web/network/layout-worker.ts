import { type LayoutTask, layOut } from './layout.ts'

/** Computes beside the page, which stays quick; told to stop by being ended. */
self.addEventListener('message', (event: MessageEvent<LayoutTask>) => {
  for (const step of layOut(event.data)) self.postMessage(step, { transfer: [step.positions.buffer] })
})
