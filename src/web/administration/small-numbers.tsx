import { Button, NumberInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { Waiting } from '../shell/waiting.tsx'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'

const key = ['small-numbers'] as const

/** From which number on persons may be counted in a text for the public. */
export function SmallNumbers() {
  const t = useText()
  const chosen = useQuery({ queryKey: key, queryFn: calls.smallNumbers })
  return (
    <section>
      <h2>{t('admin.small')}</h2>
      <p className="quiet">{t('admin.small.about')}</p>
      <Refused error={chosen.error} />
      {!chosen.data && !chosen.error && <Waiting />}
      {chosen.data && <Choice chosen={chosen.data} />}
    </section>
  )
}

function Choice({ chosen }: { chosen: calls.SmallNumbers }) {
  const t = useText()
  const queries = useQueryClient()
  const permissions = usePermissions()
  // The whole organisation, not only offices below.
  const top = useOffices().all.find(({ parent }) => parent === null)
  const may = top !== undefined && permissions.may('manage_offices', { office: top.id })
  const [value, setValue] = useState<number>(chosen.threshold)
  const saving = useMutation({
    mutationFn: calls.chooseSmallNumbers,
    onSuccess: now => queries.setQueryData(key, now),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate(value)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        <strong>{t('admin.small.now', { least: chosen.threshold, most: chosen.threshold - 1 })}</strong>{' '}
        {chosen.setAt === null ? (
          <span className="quiet">{t('admin.small.usual')}</span>
        ) : (
          <span className="quiet">
            {t('admin.small.since')} <When at={chosen.setAt} />
          </span>
        )}
      </p>
      {may ? (
        <>
          <NumberInput
            label={t('admin.small.least')}
            description={t('admin.small.bounds', { least: chosen.least, most: chosen.most })}
            min={chosen.least}
            max={chosen.most}
            clampBehavior="blur"
            allowDecimal={false}
            required
            withAsterisk={false}
            maw={360}
            value={value}
            onChange={next => typeof next === 'number' && setValue(next)}
          />
          <p className="small">{t('admin.small.after')}</p>
          <Refused error={saving.error} />
          <div>
            <Button type="submit" loading={saving.isPending} disabled={value === chosen.threshold}>
              {t('admin.save')}
            </Button>
          </div>
          {saving.isSuccess && value === chosen.threshold && (
            <div className="notice done" role="status">
              <IconCircleCheck size={20} aria-hidden />
              <p>{t('admin.small.saved')}</p>
            </div>
          )}
        </>
      ) : (
        <p className="quiet">{t('admin.small.notYours')}</p>
      )}
    </form>
  )
}
