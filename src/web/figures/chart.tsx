import { useElementSize } from '@mantine/hooks'
import { lazy, Suspense, useId } from 'react'
import { useIntl } from 'react-intl'
import { useScreenLanguage } from '../session/screen-language.ts'
import { useText } from '../text/text.tsx'
import { LineLegend, Legend, Patterns } from './patterns.tsx'
import type { Picture } from './picture.ts'

/** The drawing library is fetched with the first chart, not with the page. */
const Drawing = lazy(() => import('./drawing.tsx').then(m => ({ default: m.Drawing })))

/** The chart twin. Readers who cannot see it get its gist in words; every number is in the table beside it. */
export function Chart({ picture, title }: { picture: Picture; title: string }) {
  const t = useText()
  const intl = useIntl()
  const { dir } = useScreenLanguage()
  const { ref, width } = useElementSize()
  const prefix = `p${useId().replace(/\W/g, '')}`
  const gist = useGist(title, picture)
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
      {picture.kind === 'lines' && picture.series.length > 1 && <LineLegend series={picture.series} />}
      {picture.kind === 'lines' && picture.broken.length > 0 && (
        <p className="quiet small">{t('figures.chart.broken')}</p>
      )}
      {picture.kind === 'change' && (
        <p className="quiet small">{t('figures.chart.change', { from: picture.earlier, to: picture.later })}</p>
      )}
      {picture.left > 0 && <p className="quiet small">{t('figures.chart.left', { n: picture.left })}</p>}
    </figure>
  )
}

/** What a glance would tell. */
function useGist(title: string, picture: Picture): string {
  const t = useText()
  if (picture.kind === 'lines') {
    const ends = { from: picture.times[0] ?? '', to: picture.times.at(-1) ?? '', count: picture.series.length }
    return t('figures.chart.altLines', { title, ...ends, breaks: picture.broken.length })
  }
  if (picture.kind !== 'bars' && picture.kind !== 'years') return t('figures.chart.altTwo', { title })
  const known = picture.bars.filter(bar => !bar.missing && bar.n !== null)
  const largest = known.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0))[0]
  if (!largest) return t('figures.chart.altTwo', { title })
  return t('figures.chart.alt', { title, count: picture.bars.length, first: largest.label, n: largest.n ?? 0 })
}
