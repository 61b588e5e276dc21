import { useEffect, useState } from 'react'
import { useText } from '../text/text.tsx'

/** Grey lines in place of a page that is coming; nothing at all for the first 300 ms, so that quick pages do not blink. */
export function Waiting(props: { lines?: number }) {
  const t = useText()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="waiting" role="status">
      <span className="for-readers">{t('waiting')}</span>
      {Array.from({ length: props.lines ?? 4 }, (_, line) => (
        <div key={line} className="waiting-line" />
      ))}
    </div>
  )
}
