import { useElementSize } from '@mantine/hooks'
import { lazy, Suspense, useId } from 'react'
import { useIntl } from 'react-intl'
import { useScreenLanguage } from '../session/screen-language.ts'
import { useText } from '../text/text.tsx'
import type { Figure } from './calls.ts'
import { Legend, Patterns } from './patterns.tsx'
import { type Picture, pictureOf } from './picture.ts'
import { useFigureWords } from './words.ts'

/** The drawing library is fetched with the first chart, not with the page. */
const Drawing = lazy(() => import('./drawing.tsx').then(m => ({ default: m.Drawing })))

/** The chart twin. Readers who cannot see it get its gist in words; every number is in the table beside it. */
export function Chart({ figure }: { figure: Figure }) {
  const t = useText()
  const intl = useIntl()
  const words = useFigureWords()
  const { dir } = useScreenLanguage()
  const { ref, width } = useElementSize()
  const prefix = `p${useId().replace(/\W/g, '')}`
  const picture = pictureOf(figure, words.value)
  const gist = useGist(figure, picture)
  if (picture.kind === 'none') return null
  return (
    <figure className="chart">
      <Patterns prefix={prefix} />
      <div ref={ref} role="img" aria-label={gist} className="drawing">
        <Suspense fallback={<div style={{ blockSize: 240 }} />}>
          {width > 0 && (
            <Drawing picture={picture} width={width} rtl={dir === 'rtl'} prefix={prefix} locale={intl.locale} />
          )}
        </Suspense>
      </div>
      {picture.kind === 'stack' && <Legend prefix={prefix} series={picture.series} />}
      {picture.left > 0 && <p className="quiet small">{t('figures.chart.left', { n: picture.left })}</p>}
    </figure>
  )
}

/** What a glance would tell. */
function useGist(figure: Figure, picture: Picture): string {
  const t = useText()
  const words = useFigureWords()
  const title = words.title(figure)
  if (picture.kind !== 'bars' && picture.kind !== 'years') return t('figures.chart.altTwo', { title })
  const known = picture.bars.filter(bar => !bar.missing && bar.n !== null)
  const largest = known.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0))[0]
  if (!largest) return t('figures.chart.altTwo', { title })
  return t('figures.chart.alt', { title, count: picture.bars.length, first: largest.label, n: largest.n ?? 0 })
}
