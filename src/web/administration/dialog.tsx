import { Button, Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'

/** A form over the page. Escape closes it and the focus goes back; a refusal keeps what was typed and says why. */
export function FormDialog(props: {
  title: string
  submit: string
  children: ReactNode
  disabled?: boolean
  size?: string
  onSubmit: () => Promise<unknown>
  onClose: () => void
}) {
  const t = useText()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await props.onSubmit()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'lg'}
      // The head of a dialog is no banner of the page.
      attributes={{ header: { role: 'none' } }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className="stack" onSubmit={submit}>
        {props.children}
        <Refused error={error} />
        <div className="row">
          <Button type="submit" loading={busy} disabled={props.disabled ?? false}>
            {props.submit}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t('admin.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
