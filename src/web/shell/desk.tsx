import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Me } from '../api/calls.ts'
import { useIdleLock } from '../session/idle.ts'
import { FirstPassword } from '../session/first-password.tsx'
import { LockScreen } from '../session/lock-screen.tsx'
import { Refused } from '../session/problem.tsx'
import { useScreenLanguage } from '../session/screen-language.ts'
import { useSession } from '../session/store.ts'
import { useText, Words } from '../text/text.tsx'
import { usePermissions } from './me.ts'
import { SignedIn } from './signed-in.ts'
import { WaitedLong } from '../field/waited-long.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { Waiting } from './waiting.tsx'
import { InForce, useLoadedDictionary } from './words.ts'
import './desk.css'

const SealedPage = lazy(() => import('../field/sealed-page.tsx').then(m => ({ default: m.SealedPage })))
const CommandBox = lazy(() => import('./command-box.tsx').then(m => ({ default: m.CommandBox })))

/** The frame of every page behind the door: rail, top bar, idle lock, command box, and one page. */
export function Desk() {
  const session = useSession()
  const go = useNavigate()
  const out = session.state === 'out'
  useEffect(() => {
    if (out) void go({ to: '/signin', replace: true })
  }, [out, go])
  if (session.state === 'sealed') {
    return (
      <Suspense fallback={<Waiting />}>
        <SealedPage />
      </Suspense>
    )
  }
  if (session.state === 'locked') return <LockScreen me={session.me} />
  if (session.state !== 'in') return <Waiting />
  if (session.me.mustChangePassword) return <FirstPassword me={session.me} />
  return (
    <SignedIn value={session.me}>
      <Inside me={session.me} />
    </SignedIn>
  )
}

function Inside(props: { me: Me }) {
  const loaded = useLoadedDictionary()
  const { code } = useScreenLanguage()
  useIdleLock(props.me.idleMinutes)
  if (loaded.error) {
    return (
      <main className="page">
        <Refused error={loaded.error} />
      </main>
    )
  }
  if (!loaded.data) return <Waiting />
  return (
    <InForce value={loaded.data.dictionary}>
      <Words locale={code} more={loaded.data.messages}>
        <Frame me={props.me} />
      </Words>
    </InForce>
  )
}

function Frame(props: { me: Me }) {
  const t = useText()
  const permissions = usePermissions()
  const [command, setCommand] = useState(false)
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setCommand(open => !open)
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

  // A new page begins at its top for keyboards and screen readers too; the very first one keeps the browser's start.
  // runs when the page changes
  useEffect(() => {
    if (first.current) first.current = false
    else if (!main.current?.contains(document.activeElement)) main.current?.focus()
  }, [pathname])

  return (
    <div className="desk">
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <TopBar me={props.me} onCommand={() => setCommand(true)} />
      <Rail permissions={permissions} />
      <main id="main" className="page" tabIndex={-1} ref={main}>
        <WaitedLong />
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      {command && (
        <Suspense fallback={null}>
          <CommandBox onClose={() => setCommand(false)} />
        </Suspense>
      )}
    </div>
  )
}
