import { Button, NumberInput, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '../../session/problem.tsx'
import { useOffices } from '../../shell/offices.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { When } from '../../text/fmt.tsx'
import { useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'
import { FormDialog } from '../dialog.tsx'
import { Once } from '../once.tsx'
import { emptyGrant, GrantFields, wholeGrant } from './grant-fields.tsx'
import { useGrantWords } from './grant-words.ts'

/** Programs that read or write through the API: no password, only tokens that end and can be revoked. */
export function Programs() {
  const t = useText()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const found = useQuery({ queryKey: ['programs'], queryFn: () => calls.programs(null) })
  const refresh = () => queries.invalidateQueries({ queryKey: ['programs'] })
  if (found.error) return <Refused error={found.error} />
  if (!found.data) return <Waiting />
  return (
    <section>
      <div className="row ends">
        <h2>{t('admin.programs')}</h2>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('admin.program.add')}
        </Button>
      </div>
      {token !== null && <Once about={t('admin.token.once')} secret={token} onDone={() => setToken(null)} />}
      {found.data.items.length === 0 && <p className="quiet">{t('admin.program.none')}</p>}
      {found.data.items.map(program => (
        <Program key={program.id} program={program} onChanged={refresh} onToken={setToken} />
      ))}
      {adding && <AddProgram onClose={() => setAdding(false)} onAdded={refresh} />}
    </section>
  )
}

function Program(props: {
  program: calls.Program
  onChanged: () => Promise<unknown>
  onToken: (token: string) => void
}) {
  const t = useText()
  const words = useGrantWords()
  const offices = useOffices()
  const { program } = props
  const [making, setMaking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const act = async (call: () => Promise<unknown>) => {
    setError(null)
    try {
      await call()
      await props.onChanged()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const closed = program.state === 'closed'
  return (
    <div className="sheet stack program">
      <div className="row ends">
        <h3>
          <bdi>{program.name}</bdi> {closed && <span className="quiet">({t('admin.state.closed')})</span>}
        </h3>
        <div className="row">
          {!closed && (
            <Button size="sm" variant="default" onClick={() => setMaking(true)}>
              {t('admin.token.make')}
            </Button>
          )}
          <Button
            size="sm"
            variant="default"
            onClick={() =>
              void act(() =>
                calls.editProgram(program.id, { state: closed ? 'active' : 'closed', version: program.version }),
              )
            }
          >
            {t(closed ? 'admin.account.reopen' : 'admin.account.close')}
          </Button>
        </div>
      </div>
      <p className="quiet">
        {program.grants
          .map(
            grant =>
              `${words.role(grant.role)}, ${offices.nameOf(grant.office)} (${words.scope(grant.scope)})${
                grant.state === 'waiting' ? ` – ${t('admin.grant.waiting')}` : ''
              }`,
          )
          .join('; ')}
      </p>
      {program.tokens.length === 0 ? (
        <p className="quiet small">{t('admin.token.none')}</p>
      ) : (
        <table className="compare rows">
          <caption className="for-readers">{t('admin.tokens')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.token.label')}</th>
              <th scope="col">{t('admin.token.expires')}</th>
              <th scope="col">{t('admin.token.used')}</th>
              <th scope="col">
                <span className="for-readers">{t('admin.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {program.tokens.map(each => (
              <tr key={each.id}>
                <th scope="row">
                  <bdi>{each.label}</bdi>
                </th>
                <td data-head={t('admin.token.expires')}>
                  <When at={each.expiresAt} only="date" />
                </td>
                <td data-head={t('admin.token.used')}>
                  {each.lastUsedAt === null ? t('admin.never') : <When at={each.lastUsedAt} />}
                </td>
                <td className="end">
                  {each.revokedAt !== null ? (
                    <span className="quiet">{t('admin.token.revoked')}</span>
                  ) : (
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={t('admin.token.revokeOf', { label: each.label })}
                      onClick={() => void act(() => calls.revokeToken(each.id))}
                    >
                      {t('admin.token.revoke')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Refused error={error} />
      {making && (
        <MakeToken
          program={program}
          onClose={() => setMaking(false)}
          onMade={token => {
            setMaking(false)
            props.onToken(token)
            void props.onChanged()
          }}
        />
      )}
    </div>
  )
}

function MakeToken(props: { program: calls.Program; onClose: () => void; onMade: (token: string) => void }) {
  const t = useText()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState<number | string>(90)
  return (
    <FormDialog
      title={t('admin.token.make')}
      submit={t('admin.token.make')}
      onClose={props.onClose}
      onSubmit={async () => {
        const made = await calls.makeToken(props.program.id, { label: label.trim(), days: Number(days) })
        props.onMade(made.token)
      }}
    >
      <TextInput
        label={t('admin.token.label')}
        description={t('admin.token.labelHelp')}
        required
        withAsterisk={false}
        maxLength={80}
        data-autofocus
        value={label}
        onChange={event => setLabel(event.currentTarget.value)}
      />
      <NumberInput
        label={t('admin.token.days')}
        min={1}
        max={366}
        allowDecimal={false}
        hideControls
        required
        withAsterisk={false}
        value={days}
        onChange={setDays}
      />
    </FormDialog>
  )
}

function AddProgram(props: { onClose: () => void; onAdded: () => Promise<unknown> }) {
  const t = useText()
  const [name, setName] = useState('')
  const [grant, setGrant] = useState(emptyGrant)
  const whole = wholeGrant(grant)
  return (
    <FormDialog
      title={t('admin.program.add')}
      submit={t('admin.program.add')}
      disabled={whole === null}
      onClose={props.onClose}
      onSubmit={async () => {
        if (whole === null) return
        await calls.addProgram({ name: name.trim(), grants: [whole] })
        props.onClose()
        await props.onAdded()
      }}
    >
      <TextInput
        label={t('admin.program.name')}
        description={t('admin.program.nameHelp')}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <GrantFields value={grant} account={null} program onChange={setGrant} />
    </FormDialog>
  )
}
