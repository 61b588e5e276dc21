import { Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconAffiliate,
  IconAddressBook,
  IconArrowsExchange,
  IconArrowsJoin,
  IconCalendarEvent,
  IconBed,
  IconBulb,
  IconChartBar,
  IconChecks,
  IconCoins,
  IconDots,
  IconFileSearch,
  IconGavel,
  IconHeadset,
  IconHome,
  IconListCheck,
  IconPlane,
  IconSearch,
  IconReport,
  IconSettings,
  IconUsers,
  IconShieldLock,
  IconUserSearch,
  IconUsersGroup,
  IconWorldUpload,
} from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Permissions } from '#access/permission.ts'
import { type TextKey, useText } from '../text/text.tsx'

export interface Place {
  readonly to: `/${string}`
  readonly text: TextKey
  readonly icon: typeof IconHome
  readonly may: (p: Permissions) => boolean
}

/** The pages of the rail. A new desk is one line here and one in `routes.tsx`. */
export const places = [
  { to: '/', text: 'rail.today', icon: IconHome, may: () => true },
  { to: '/work', text: 'rail.work', icon: IconListCheck, may: p => reaches(p, 'task') },
  { to: '/find', text: 'rail.find', icon: IconSearch, may: p => p.may('search_names') },
  { to: '/hotline', text: 'rail.hotline', icon: IconHeadset, may: p => writes(p, 'call') },
  { to: '/leads', text: 'rail.leads', icon: IconBulb, may: p => reaches(p, 'lead') },
  { to: '/justice', text: 'rail.justice', icon: IconGavel, may: p => reaches(p, 'hearing') },
  { to: '/incidents', text: 'rail.incidents', icon: IconUsers, may: p => reaches(p, 'incident') },
  { to: '/team', text: 'rail.team', icon: IconUsersGroup, may: p => p.may('assign') },
  {
    to: '/approvals',
    text: 'rail.approvals',
    icon: IconChecks,
    may: p => p.may('approve') && !p.may('assign'),
  },
  { to: '/rights', text: 'rail.rights', icon: IconShieldLock, may: p => p.may('decide_rights') },
  { to: '/returns', text: 'rail.returns', icon: IconPlane, may: p => reaches(p, 'movement_leg') },
  { to: '/tracing', text: 'rail.tracing', icon: IconUserSearch, may: p => reaches(p, 'tracing_request') },
  { to: '/referrals', text: 'rail.referrals', icon: IconArrowsExchange, may: p => reaches(p, 'referral') },
  { to: '/directory', text: 'rail.directory', icon: IconAddressBook, may: p => reaches(p, 'provider') },
  { to: '/shelter', text: 'rail.shelter', icon: IconBed, may: p => reaches(p, 'place') },
  { to: '/funds', text: 'rail.funds', icon: IconCoins, may: p => reaches(p, 'project') },
  { to: '/network', text: 'rail.network', icon: IconAffiliate, may: p => p.may('view_network') },
  { to: '/review', text: 'rail.review', icon: IconArrowsJoin, may: p => p.may('review_links') },
  { to: '/activities', text: 'rail.activities', icon: IconCalendarEvent, may: p => reaches(p, 'activity') },
  { to: '/figures', text: 'rail.figures', icon: IconChartBar, may: p => p.may('count') },
  { to: '/proof', text: 'rail.proof', icon: IconFileSearch, may: p => p.may('count') },
  { to: '/reports', text: 'rail.reports', icon: IconReport, may: p => p.may('count') },
  { to: '/releases', text: 'rail.releases', icon: IconWorldUpload, may: p => p.may('publish_release') },
  {
    to: '/administration',
    text: 'rail.administration',
    icon: IconSettings,
    may: p =>
      (['manage_users', 'manage_offices', 'manage_dictionary', 'read_log', 'change_log', 'verify'] as const).some(
        verb => p.may(verb),
      ),
  },
] as const satisfies readonly Place[]

type Listed = (typeof places)[number]

/** For desks that are for those who write: reading alone does not open them. */
function writes(p: Permissions, type: string): boolean {
  const reach = p.reach('write', type)
  return reach.all || reach.offices.length > 0 || reach.ownIn.length > 0
}

export function reaches(p: Permissions, type: string): boolean {
  const reach = p.reach('read', type)
  return reach.all || reach.offices.length > 0 || reach.ownIn.length > 0
}

/** At the side on desks; at the bottom on phones, where what does not fit stands under More. */
export function Rail(props: { permissions: Permissions }) {
  const t = useText()
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const all = places.filter(place => place.may(props.permissions))
  const shown = phone && all.length > onPhone ? all.slice(0, onPhone - 1) : all
  const more = all.slice(shown.length)
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <ul>
        {shown.map(place => (
          <li key={place.to}>
            <RailLink place={place} />
          </li>
        ))}
        {more.length > 0 && (
          <li>
            <More places={more} />
          </li>
        )}
      </ul>
    </nav>
  )
}

/** As many as a thumb can tell apart at 360 px. */
const onPhone = 5

function RailLink({ place: { to, text, icon: Icon } }: { place: Listed }) {
  const t = useText()
  return (
    <Link to={to} activeOptions={{ exact: to === '/' }} className="rail-link">
      <Icon size={22} stroke={1.6} aria-hidden />
      <span>{t(text)}</span>
    </Link>
  )
}

function More(props: { places: readonly Listed[] }) {
  const t = useText()
  const go = useNavigate()
  return (
    <Menu position="top-end" width={240}>
      <Menu.Target>
        <button type="button" className="rail-link">
          <IconDots size={22} stroke={1.6} aria-hidden />
          <span>{t('rail.more')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.places.map(({ to, text, icon: Icon }) => (
          <Menu.Item key={to} leftSection={<Icon size={20} aria-hidden />} onClick={() => void go({ to })}>
            {t(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
