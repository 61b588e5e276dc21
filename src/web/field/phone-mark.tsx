import { IconCloudCheck, IconCloudUp, IconCloudX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '../text/text.tsx'
import { usePhone } from './state.ts'

/** In the top bar while this device carries cases: what was not sent, or that all was. */
export function PhoneMark() {
  const t = useText()
  const phone = usePhone()
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
