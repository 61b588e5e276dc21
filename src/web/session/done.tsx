import { IconCircleCheck } from '@tabler/icons-react'

/** What was just done, by word and sign, never by colour alone. */
export function Done(props: { text: string }) {
  return (
    <span className="meaning done">
      <IconCircleCheck size={18} aria-hidden /> {props.text}
    </span>
  )
}
