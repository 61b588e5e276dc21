import { useEffect, useMemo, useState } from 'react'
import type { Network } from '#casework/network/network.ts'
import type { Community } from './communities.ts'
import type { LayoutStep, LayoutTask } from './layout.ts'
import { pairsOf } from './pairs.ts'

/** Where everything stands so far; `running` until the last step, or until somebody stops it. */
export interface Layout {
  readonly step: LayoutStep | null
  readonly running: boolean
  stop(): void
}

/** Forces in a worker of their own: the page answers while they are computed, and they end with the page. */
export function useLayout(network: Network, start: readonly Community[]): Layout {
  const task = useMemo(() => taskOf(network, start), [network, start])
  const [at, setAt] = useState<{ readonly task: LayoutTask; readonly step: LayoutStep } | null>(null)
  const [stopped, setStopped] = useState<LayoutTask | null>(null)
  const stop = stopped === task
  useEffect(() => {
    if (stop) return
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<LayoutStep>) => setAt({ task, step: event.data }))
    worker.postMessage(task)
    return () => worker.terminate()
  }, [task, stop])
  const step = at?.task === task ? at.step : null
  return { step, running: !stop && (step === null || step.done < step.of), stop: () => setStopped(task) }
}

function taskOf(network: Network, start: readonly Community[]): LayoutTask {
  const places = new Map(network.nodes.map(({ id }, place) => [id, place]))
  const communities: number[] = Array.from({ length: network.nodes.length }, () => 0)
  for (const [community, { suspects, persons }] of start.entries())
    for (const id of [...suspects, ...persons]) communities[places.get(id) ?? 0] = community
  const pairs = pairsOf(network.ties).map(
    ({ a, b, weight }) => [places.get(a) ?? 0, places.get(b) ?? 0, weight] as const,
  )
  return { communities, pairs }
}
