import { useEffect, useState } from 'react'

/** For dialogs that are mounted when they open: the focus goes back to where it was when they close. */
export function useReturnFocus(): void {
  const [origin] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true })
      })
    },
    [origin],
  )
}
