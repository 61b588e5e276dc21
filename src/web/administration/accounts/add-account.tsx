import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'
import { FormDialog } from '../dialog.tsx'
import { firstPassword, fromBrowser, type MadePassword } from './first-password.ts'
import { emptyGrant, GrantFields, wholeGrant } from './grant-fields.tsx'

/** Name, sign-in name, first role. The first password is made here, shown once, and must be changed at the first use. */
export function AddAccount(props: { onClose: () => void; onAdded: (made: MadePassword) => void }) {
  const t = useText()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [grant, setGrant] = useState(emptyGrant)
  const whole = wholeGrant(grant)
  const add = async () => {
    if (whole === null) return
    const password = firstPassword(fromBrowser)
    const account = await calls.addAccount({ name: name.trim(), login: login.trim(), password, grants: [whole] })
    props.onAdded({ name: account.name, password })
  }
  return (
    <FormDialog
      title={t('admin.account.add')}
      submit={t('admin.account.add')}
      disabled={whole === null}
      onSubmit={add}
      onClose={props.onClose}
    >
      <TextInput
        label={t('admin.account.name')}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('signin.login')}
        description={t('admin.account.loginHelp')}
        required
        withAsterisk={false}
        minLength={3}
        maxLength={200}
        autoCapitalize="none"
        value={login}
        onChange={event => setLogin(event.currentTarget.value)}
      />
      <GrantFields value={grant} account={null} onChange={setGrant} />
    </FormDialog>
  )
}
