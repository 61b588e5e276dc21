import { IconCloudCheck, IconCloudUp, IconCloudX } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useText } from '../text/text.tsx'
import { usePhone } from './state.ts'

/** In the top bar while this device carries cases: what was not sent, or that all was. */
export function PhoneMark() {
  const t = useText()
  const phone = usePhone()
  const router = useRouter()
  const open = phone.state === 'open'
  // The first case of a journey opens as fast as the others: its page is read while the desk stands there.
  useEffect(() => {
    if (open) void router.preloadRoute({ to: '/cases/$id', params: { id: '-' } })
  }, [open, router])
  if (phone.state === 'closed') return null
  const records = (taken: boolean) =>
    new Set(phone.waiting.flatMap(({ change, refused: why }) => (why.length > 0 === taken ? [change.record] : []))).size
  const refused = records(true)
  const waiting = records(false)
  const [text, Icon, meaning] =
    refused > 0
      ? ([t('mark.refused', { count: refused }), IconCloudX, 'stop'] as const)
      : waiting > 0 && phone.signInNeeded
        ? ([t('mark.signIn'), IconCloudUp, 'care'] as const)
        : waiting > 0
          ? ([t('mark.waiting', { count: waiting }), IconCloudUp, 'care'] as const)
          : ([t('mark.all'), IconCloudCheck, 'done'] as const)
  return (
    <Link to="/phone" aria-label={text} className={`meaning ${meaning} phone-mark`} data-waiting={waiting}>
      <Icon size={18} aria-hidden /> <span className="long">{text}</span>
      <span className="short" aria-hidden>
        {refused + waiting > 0 ? refused + waiting : ''}
      </span>
    </Link>
  )
}
