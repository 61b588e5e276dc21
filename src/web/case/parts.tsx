import { Link } from '@tanstack/react-router'
import type { OpenCase } from './use-case.ts'
import { type TextKey, useText } from '../text/text.tsx'

/** A page of a case beside the case page itself: one subject each. A new one is one line here and one in `routes.tsx`. */
interface Part {
  readonly to: `/cases/$id/${string}`
  readonly text: TextKey
  /** Shown to those who read records of one of these types. */
  readonly types: readonly string[]
}

const parts = [
  { to: '/cases/$id/interview', text: 'case.interview', types: ['screening'] },
  { to: '/cases/$id/assessment', text: 'case.assessment', types: ['risk', 'needs_assessment'] },
  { to: '/cases/$id/plan', text: 'case.plan', types: ['plan_line', 'contact'] },
  { to: '/cases/$id/services', text: 'case.services', types: ['service'] },
  { to: '/cases/$id/documents', text: 'case.documents', types: ['document'] },
  { to: '/cases/$id/shelter', text: 'case.shelter', types: ['stay'] },
  { to: '/cases/$id/return', text: 'case.return', types: ['movement_leg', 'journey_step'] },
  { to: '/cases/$id/tracing', text: 'case.tracing', types: ['tracing_request'] },
  { to: '/cases/$id/referrals', text: 'case.referrals', types: ['referral'] },
  { to: '/cases/$id/reintegration', text: 'case.reintegration', types: ['package_item', 'fund_request'] },
  { to: '/cases/$id/justice', text: 'case.justice', types: ['hearing', 'proceeding', 'claim'] },
  { to: '/cases/$id/summary', text: 'case.summary', types: ['case'] },
] as const satisfies readonly Part[]

/** The pages of one case, as far as the reader has something to see there. */
export function Parts({ open }: { open: OpenCase }) {
  const t = useText()
  const shown = parts.filter(part => part.types.some(type => open.readable(type).size > 0))
  return (
    <nav className="case-parts" aria-label={t('case.parts')}>
      <ul>
        {shown.map(({ to, text }) => (
          <li key={to}>
            <Link to={to} params={{ id: open.id }} className="part-link">
              {t(text)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
