import { useIntl } from 'react-intl'
import { type TextKey, useText } from '../text/text.tsx'
import type { Evidence } from './calls.ts'

interface Step {
  readonly key: string
  readonly label: string
  readonly bits: number
}

const height = 30
const width = 320

/** From where every pair begins to where this one stands: each step to the right speaks for one person, to the left against. The table holds the same. */
export function Waterfall({ evidence }: { evidence: Evidence }) {
  const t = useText()
  const intl = useIntl()
  const bits = (n: number) => intl.formatNumber(n, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const steps: Step[] = [
    { key: 'prior', label: t('review.prior'), bits: evidence.prior },
    ...evidence.parts
      .filter(({ seen }) => seen !== 'unknown')
      .map(part => ({
        key: part.of,
        label: t('review.step', {
          what: t(`possibly.of.${part.of}` as TextKey),
          seen: t(`review.seen.${part.seen}`),
        }),
        bits: part.bits,
      })),
    ...(Math.abs(evidence.frequency) >= 0.05
      ? [{ key: 'frequency', label: t('review.frequency'), bits: evidence.frequency }]
      : []),
  ]
  const ends = steps.reduce<number[]>((sums, step) => [...sums, (sums.at(-1) ?? 0) + step.bits], [])
  const low = Math.min(0, ...ends)
  const high = Math.max(0, ...ends)
  const x = (value: number) => ((value - low) / Math.max(high - low, 1)) * width
  return (
    <figure className="waterfall">
      <figcaption>
        {t('review.weighs', {
          chance: intl.formatNumber(evidence.probability, { style: 'percent', maximumFractionDigits: 1 }),
        })}
      </figcaption>
      <table>
        <caption className="for-readers">{t('review.weights')}</caption>
        <thead className="for-readers">
          <tr>
            <th scope="col">{t('review.what')}</th>
            <th scope="col">{t('review.bits')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => {
            const from = at === 0 ? 0 : (ends[at - 1] ?? 0)
            const to = ends[at] ?? 0
            return (
              <tr key={step.key}>
                <th scope="row">{step.label}</th>
                <td className="number">{bits(step.bits)}</td>
                <td className="bar" aria-hidden="true">
                  <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
                    <line className="zero" x1={x(0)} x2={x(0)} y1="0" y2={height} />
                    <rect
                      className={step.bits >= 0 ? 'for' : 'against'}
                      x={x(Math.min(from, to))}
                      y="8"
                      width={Math.max(1, Math.abs(x(to) - x(from)))}
                      height={height - 16}
                    />
                  </svg>
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('review.sum')}</th>
            <td className="number" colSpan={2}>
              {bits(evidence.weight)}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="quiet small">{t('review.weightsAbout')}</p>
    </figure>
  )
}
