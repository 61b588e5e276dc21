import type { Heading } from './shape.ts'

/** Six series told apart by colour and by pattern, and one grey for what is not known. Colours are in figures.css. */
export const patternOf = (prefix: string, series: readonly Heading[], key: string): string => {
  const at = series.filter(each => !each.missing).findIndex(each => each.key === key)
  return `url(#${prefix}-${at < 0 ? 'missing' : at % strokes.length})`
}

export const missingPattern = (prefix: string): string => `url(#${prefix}-missing)`

/** Lines drawn over the colour, on a tile of 8 by 8. */
const strokes = ['', 'M0 8L8 0M-2 2L2 -2M6 10L10 6', 'M0 4H8', 'M4 0V8', 'M0 4H8M4 0V8', 'M0 0L8 8M-2 6L2 10M6 -2L10 2']

export function Patterns({ prefix }: { prefix: string }) {
  return (
    <svg className="patterns" aria-hidden="true" width="0" height="0">
      <defs>
        {strokes.map((path, at) => (
          <pattern key={path} id={`${prefix}-${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill={`var(--series-${at + 1})`} />
            <path d={path} stroke="var(--paper)" strokeWidth="1.5" strokeOpacity="0.6" fill="none" />
          </pattern>
        ))}
        <pattern id={`${prefix}-missing`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--desk)" />
          <path d="M0 6L6 0" stroke="var(--quiet)" strokeWidth="1" fill="none" />
        </pattern>
      </defs>
    </svg>
  )
}

export function Legend(props: { prefix: string; series: readonly Heading[] }) {
  return (
    <ul className="legend" aria-hidden="true">
      {props.series.map(({ key, label }) => (
        <li key={key}>
          <svg width="28" height="16">
            <rect width="28" height="16" rx="3" fill={patternOf(props.prefix, props.series, key)} />
          </svg>
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** Of lines, one a series. */
export const dashes = ['', '7 4', '2 4', '10 3 2 3', '14 4', '4 2']

export function LineLegend(props: { series: readonly Heading[] }) {
  return (
    <ul className="legend" aria-hidden="true">
      {props.series.map(({ key, label }, at) => (
        <li key={key}>
          <svg width="36" height="16">
            <line
              x1="0"
              x2="36"
              y1="8"
              y2="8"
              stroke={`var(--series-${at + 1})`}
              strokeWidth="3"
              strokeDasharray={dashes[at]}
            />
            <circle cx="18" cy="8" r="4" fill={`var(--series-${at + 1})`} stroke="var(--paper)" />
          </svg>
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  )
}
