import { geoPath } from 'd3-geo'
import world from 'world-atlas/countries-110m.json?url'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { Refused } from '../../session/problem.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useText } from '../../text/text.tsx'
import { type Countries, projectionOf, worldOf } from './geometry.ts'
import { type Mark, marksOf, type Placed } from './marks.ts'

export interface MapProps {
  readonly values: readonly {
    readonly code: string
    readonly label: string
    readonly n: number | null
    readonly share: number | null
  }[]
  readonly title: string
  readonly width: number
  readonly close: boolean
  readonly ofRegions: boolean
  /** What is said of values that have no place. */
  onUnplaced(labels: readonly string[]): ReactNode
}

/** The land is a file of our own, fetched with the first map. */
const useWorld = () =>
  useQuery({
    queryKey: ['figures', 'world'],
    queryFn: async () => worldOf((await (await fetch(world)).json()) as Countries),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Circles on land. One stop for the keyboard; arrows go from the largest to the smallest, and each says its number. */
export function WorldMap(props: MapProps) {
  const t = useText()
  const intl = useIntl()
  const { data, error } = useWorld()
  if (error) return <Refused error={error} />
  if (!data) return <Waiting />
  const located = props.values.map(value => ({ ...value, at: data.placeOf(value.code) }))
  const placed = located.flatMap(({ code, label, n, at }): Placed[] =>
    at && n !== null ? [{ code, label, n, at }] : [],
  )
  const frame = { width: props.width, height: Math.round(props.width * (props.close ? 0.66 : 0.45)), margin: 64 }
  const projection = projectionOf(props.close ? placed.map(({ at }) => at) : [], frame)
  const path = geoPath(projection)
  const { width, height } = frame
  const marks = marksOf(placed, projection, { width, format: n => intl.formatNumber(n) })
  const unplaced = located.filter(({ at, n }) => at === null || n === null)
  const shares = new Map(props.values.map(({ code, share }) => [code, share]))
  const say = (mark: Mark) =>
    t('figures.map.mark', { place: mark.label, n: mark.n, share: String(shares.get(mark.code) ?? '–') })
  return (
    <>
      <svg
        className="world"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('figures.map.alt', { title: props.title, n: marks.length })}
        direction="ltr"
        fontSize="12"
      >
        <rect width={width} height={height} fill="var(--paper)" />
        <path d={path(data.land) ?? ''} fill="var(--land)" />
        <path d={path(data.borders.countries) ?? ''} fill="none" stroke="var(--paper)" strokeWidth="0.75" />
        {props.ofRegions && (
          <path d={path(data.borders.regions) ?? ''} fill="none" stroke="var(--quiet)" strokeWidth="1" />
        )}
        <Marks marks={marks} say={say} />
      </svg>
      {unplaced.length > 0 &&
        props.onUnplaced(unplaced.map(({ label, n }) => `${label}: ${n === null ? '–' : intl.formatNumber(n)}`))}
    </>
  )
}

function Marks({ marks, say }: { marks: readonly Mark[]; say: (mark: Mark) => string }) {
  const [active, setActive] = useState(0)
  const nodes = useRef<(SVGGElement | null)[]>([])
  const go = (to: number) => {
    const next = Math.max(0, Math.min(marks.length - 1, to))
    setActive(next)
    nodes.current[next]?.focus()
  }
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: at => at + 1,
    ArrowDown: at => at + 1,
    ArrowLeft: at => at - 1,
    ArrowUp: at => at - 1,
    Home: () => 0,
    End: () => marks.length - 1,
  }
  const press = (event: KeyboardEvent, at: number) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    go(step(at))
  }
  const stop = Math.min(active, marks.length - 1)
  return (
    <g>
      {marks.map((mark, at) => (
        <g
          key={mark.code}
          ref={node => {
            nodes.current[at] = node
          }}
          className="mark"
          role="img"
          aria-label={say(mark)}
          tabIndex={at === stop ? 0 : -1}
          onFocus={() => setActive(at)}
          onKeyDown={event => press(event, at)}
        >
          <title>{say(mark)}</title>
          <circle
            cx={mark.x}
            cy={mark.y}
            r={mark.radius}
            fill="var(--series-1)"
            fillOpacity="0.82"
            stroke="var(--paper)"
          />
          {mark.text && (
            <text
              x={mark.text.x}
              y={mark.text.y}
              textAnchor={mark.text.inside ? 'middle' : 'start'}
              fill={mark.text.inside ? 'var(--paper)' : 'var(--ink)'}
              fontWeight={mark.text.inside ? 600 : 400}
              stroke={mark.text.inside ? 'none' : 'var(--land)'}
              strokeWidth="3"
              paintOrder="stroke"
            >
              {mark.text.said}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
