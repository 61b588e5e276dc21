import { Select } from '@mantine/core'
import { useOffices } from '../shell/offices.ts'
import { usePermissions } from '../shell/me.ts'
import { useText } from '../text/text.tsx'
import type { ShownPeriod } from './calls.ts'

/** The days of the report, and whose activities are shown. */
export function PeriodBar(props: {
  period: ShownPeriod
  onPeriod: (period: ShownPeriod) => void
  office: string | null
  onOffice: (office: string | null) => void
}) {
  const t = useText()
  const { period, onPeriod } = props
  const permissions = usePermissions()
  const { all } = useOffices()
  const reach = permissions.reach('read', 'activity')
  const within = all.filter(({ id }) => reach.all || reach.offices.includes(id))
  const day = (name: 'from' | 'to') => (
    <label className="day-field">
      <span>{t(`activity.period.${name}`)}</span>
      <input
        type="date"
        autoComplete="off"
        value={period[name]}
        onChange={event => {
          const next = { ...period, [name]: event.currentTarget.value }
          if (next.from !== '' && next.to !== '') onPeriod(next)
        }}
      />
    </label>
  )
  return (
    <div className="period-bar" role="search" aria-label={t('activity.period')}>
      {day('from')}
      {day('to')}
      {within.length > 1 && (
        <Select
          label={t('filter.office')}
          placeholder={t('filter.any')}
          data={within.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          searchable={within.length > 9}
          clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
          value={props.office}
          onChange={props.onOffice}
        />
      )}
    </div>
  )
}
