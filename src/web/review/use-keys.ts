import { useEffect, useRef } from 'react'

/** One key, one act; not while somebody types, and not with Ctrl, Alt or Meta, which belong to the browser. */
export function useKeys(acts: Readonly<Record<string, () => void>>): void {
  const now = useRef(acts)
  useEffect(() => {
    now.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]'))
        return
      const act = now.current[event.key.toLowerCase()]
      // Enter on a button or link is that button’s own.
      if (!act || (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a')))
        return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
