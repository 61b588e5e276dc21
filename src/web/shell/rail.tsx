import { IconBulb, IconChartBar, IconHome, IconSearch, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Permissions } from '#access/permission.ts'
import { type TextKey, useText } from '../text/text.tsx'

export interface Place {
  readonly to: '/' | '/find' | '/leads' | '/figures' | '/administration'
  readonly text: TextKey
  readonly icon: typeof IconHome
  readonly may: (p: Permissions) => boolean
}

/** The pages of the rail. A new desk is one line here and one in `routes.tsx`. */
export const places: readonly Place[] = [
  { to: '/', text: 'rail.today', icon: IconHome, may: () => true },
  { to: '/find', text: 'rail.find', icon: IconSearch, may: p => p.may('search_names') },
  { to: '/leads', text: 'rail.leads', icon: IconBulb, may: p => reaches(p, 'lead') },
  { to: '/figures', text: 'rail.figures', icon: IconChartBar, may: p => p.may('count') },
  {
    to: '/administration',
    text: 'rail.administration',
    icon: IconSettings,
    may: p =>
      (['manage_users', 'manage_offices', 'manage_dictionary', 'read_log', 'change_log', 'verify'] as const).some(
        verb => p.may(verb),
      ),
  },
]

export function reaches(p: Permissions, type: string): boolean {
  const reach = p.reach('read', type)
  return reach.all || reach.offices.length > 0 || reach.ownIn.length > 0
}

/** At the side on desks, at the bottom on phones: the same list, moved by the style sheet. */
export function Rail(props: { permissions: Permissions }) {
  const t = useText()
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <ul>
        {places
          .filter(place => place.may(props.permissions))
          .map(({ to, text, icon: Icon }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }} className="rail-link">
                <Icon size={22} stroke={1.6} aria-hidden />
                <span>{t(text)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
