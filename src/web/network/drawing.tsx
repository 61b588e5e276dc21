import { Button, Progress, useComputedColorScheme } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Network } from '#casework/network/network.ts'
import { useText } from '../text/text.tsx'
import type { Community } from './communities.ts'
import { type Picked, pickNode } from './picked.ts'
import { openStage, type Stage } from './stage.ts'
import { useLayout } from './use-layout.ts'

const zooms = [
  ['in', IconPlus],
  ['out', IconMinus],
  ['whole', IconFocusCentered],
] as const

/** The network as a picture. What it says stands in the tables beside it too, which keys and screen readers reach. */
export function Drawing(props: {
  network: Network
  start: readonly Community[]
  shown: ReadonlySet<string>
  lit: ReadonlySet<string> | null
  sum: { suspects: number; persons: number; ties: number }
  onPick: (picked: Picked | null) => void
}) {
  const t = useText()
  const scheme = useComputedColorScheme('light')
  const { network, shown, lit, onPick } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const stage = useRef<Stage>(null)
  const layout = useLayout(network, props.start)
  const { step } = layout
  // A stage of its own for each opening and each colour scheme; what changes within is told to it below.
  useEffect(() => {
    if (!canvas.current) return
    const opened = openStage(canvas.current, network, id => onPick(id === null ? null : pickNode(id)))
    stage.current = opened
    return () => {
      stage.current = null
      opened.end()
    }
  }, [network, scheme, onPick])
  useEffect(() => {
    if (step) stage.current?.place(step.positions)
  }, [step, network, scheme])
  useEffect(() => stage.current?.show(shown, lit), [shown, lit, scheme])
  return (
    <div className="network-drawing" data-begun={step ? '' : undefined} data-drawn={layout.running ? undefined : ''}>
      <canvas ref={canvas} className="network-canvas" role="img" aria-label={t('network.picture', props.sum)} />
      <div className="row network-tools">
        {zooms.map(([way, Icon]) => (
          <Button
            key={way}
            variant="default"
            size="sm"
            aria-label={t(`network.zoom.${way}`)}
            onClick={() => stage.current?.zoom(way)}
          >
            <Icon size={18} aria-hidden />
          </Button>
        ))}
        {layout.running && (
          <>
            <Progress
              className="network-progress"
              aria-label={t('network.drawing')}
              value={step ? Math.round((100 * step.done) / step.of) : 0}
            />
            <Button variant="subtle" size="sm" onClick={layout.stop}>
              {t('network.stop')}
            </Button>
          </>
        )}
      </div>
      <p className="quiet small network-legend">
        <span>
          <span className="network-dot accent" aria-hidden /> {t('network.suspects')}
        </span>
        <span>
          <span className="network-dot" aria-hidden /> {t('network.persons')}
        </span>
        <span>{t('network.legend')}</span>
      </p>
    </div>
  )
}
