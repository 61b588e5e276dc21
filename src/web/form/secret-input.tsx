import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../text/text.tsx'

/**
 * A password or passphrase that can be looked at while it is typed. A browser writes what stands in an ordinary input to its file of open
 * pages, and a secret that is shown is in an ordinary one: as long as it is shown, the input asks that nothing be kept.
 */
export function SecretInput({ autoComplete, ...props }: PasswordInputProps) {
  const t = useText()
  const [visible, setVisible] = useState(false)
  return (
    <PasswordInput
      {...props}
      autoComplete={visible ? 'off' : autoComplete}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': t('signin.show') }}
    />
  )
}
