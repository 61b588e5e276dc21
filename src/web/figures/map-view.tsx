import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'
import { useDictionary } from '../shell/words.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { BaseLine } from './base-line.tsx'
import type { Figure } from './calls.ts'
import { partsOf } from './shape.ts'
import { Ranked } from './table.tsx'
import { useFigureWords } from './words.ts'

/** Land and projection are fetched with the first map. */
const WorldMap = lazy(() => import('./map/world-map.tsx').then(m => ({ default: m.WorldMap })))

/** Where, with the table that has every number. What has no place stands beside the map and is never put somewhere. */
export function MapView({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const d = useDictionary()
  const { ref, width } = useElementSize()
  const [close, setClose] = useState<boolean | null>(null)
  const [dimension] = figure.by
  if (!dimension) return null
  const ofRegions = d.dimensions.get(dimension.id)?.list === 'region'
  const values = figure.rows.map(row => {
    const { key = '', label = '' } = partsOf(row)[0] ?? {}
    return { code: key, label: words.value(dimension.id, key, label), n: row.n, share: row.share }
  })
  // On a telephone the world is too small to read; there the map begins where the numbers are.
  const near = close ?? width < 600
  return (
    <>
      <BaseLine figure={figure} />
      {figure.rows.length > 0 && (
        <div className="twins below">
          <figure className="chart map">
            <SegmentedControl
              className="no-print"
              size="sm"
              aria-label={t('figures.map.frame')}
              value={near ? 'close' : 'world'}
              onChange={value => setClose(value === 'close')}
              data={(['world', 'close'] as const).map(value => ({ value, label: t(`figures.map.${value}`) }))}
            />
            <div ref={ref} className="drawing">
              <Suspense fallback={<Waiting />}>
                {width > 0 && (
                  <WorldMap
                    values={values}
                    title={words.title(figure)}
                    width={Math.floor(width)}
                    close={near}
                    ofRegions={ofRegions}
                    onUnplaced={said => (
                      <p className="small">
                        <strong>{t('figures.map.unplaced')}</strong> {said.join(' · ')}
                      </p>
                    )}
                  />
                )}
              </Suspense>
            </div>
            <p className="quiet small">{t('figures.map.circles')}</p>
            <p className="quiet small">{t('figures.map.note')}</p>
          </figure>
          <Ranked figure={figure} />
        </div>
      )}
    </>
  )
}
