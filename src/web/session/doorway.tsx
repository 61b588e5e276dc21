import type { ReactNode } from 'react'
import { QuickExitButton } from '../shell/quick-exit-button.tsx'

/** The frame of every page before the desk: one thing to do, in the middle, and the way out. */
export function Doorway(props: { title: string; children: ReactNode }) {
  return (
    <div className="doorway">
      <div className="doorway-exit">
        <QuickExitButton />
      </div>
      <main id="main" tabIndex={-1}>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>{props.title}</h1>
        {props.children}
      </main>
    </div>
  )
}
