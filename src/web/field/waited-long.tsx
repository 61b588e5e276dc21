import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../text/text.tsx'
import { isTabOnIos, useInstall } from './install.ts'

import { usePhone } from './state.ts'

/** Days after which work on a device is in danger: browsers may empty the store of a page after seven without a visit. */
const tooOld = 2

/** On every page while work has waited for days: what threatens it, and the two ways out. */
export function WaitedLong() {
  const t = useText()
  const phone = usePhone()
  const install = useInstall()
  const [now] = useState(() => Date.now())
  if (phone.state === 'closed') return null
  const [first] = phone.waiting.filter(({ refused }) => refused.length === 0)
  const days = first ? Math.floor((now - Date.parse(first.change.madeAt)) / 86_400_000) : 0
  if (days < tooOld) return null
  return (
    <div className="notice care" role="status" data-waited={days}>
      <div className="stack">
        <p>
          {t('phone.old', { days })} {isTabOnIos() && t('phone.toHomeScreen')}
        </p>
        <div className="row">
          <Button
            size="compact-sm"
            onClick={() => void import('./phone.ts').then(({ sync }) => sync())}
            loading={phone.busy}
          >
            {t('phone.send')}
          </Button>
          {install && (
            <Button size="compact-sm" variant="default" onClick={install}>
              {t('phone.install')}
            </Button>
          )}
          <Link to="/phone">{phone.signInNeeded ? t('mark.signIn') : t('title.phone')}</Link>
        </div>
      </div>
    </div>
  )
}
