import { useState } from 'react'
import type { Value } from '#dictionary/answer.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** A number is covered until it is needed: who passes behind the desk reads two digits. */
export function CallBackNumber({ value }: { value: Value | undefined }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (typeof value !== 'string' || value === '') return null
  return (
    <button type="button" className="link-button number" onClick={() => setOpen(!open)}>
      <span className="for-readers">{t(open ? 'hotline.cover' : 'hotline.uncover')} </span>
      <Isolated>{open ? value : `••• ${value.slice(-2)}`}</Isolated>
    </button>
  )
}
