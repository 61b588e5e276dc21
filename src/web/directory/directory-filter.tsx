import { Select, TextInput } from '@mantine/core'
import type { RecordView } from '#changes/change.ts'
import type { ProviderWanted } from '#casework/directory/provider.ts'
import { plainText } from '#dictionary/answer.ts'
import { useLabels, useText } from '../text/text.tsx'
import './directory.css'

type Part = keyof ProviderWanted

/** What is asked of the directory. Only answers that some organisation gives are offered, so that no choice leads nowhere. */
export function DirectoryFilter(props: {
  providers: readonly RecordView[]
  wanted: ProviderWanted
  onChange: (wanted: ProviderWanted) => void
  /** Parts that are settled elsewhere on the page. */
  without?: readonly Part[]
}) {
  const t = useText()
  const { providers, wanted } = props
  const set = (part: Part, value: string | null) => props.onChange({ ...wanted, [part]: value || undefined })
  const shows = (part: Part) => !props.without?.includes(part)
  const offered = (field: string) => [
    ...new Set(
      providers.flatMap(({ content }) => [content[field] ?? []].flat().map(each => plainText(each as string))),
    ),
  ]
  return (
    <div className="filter-bar directory-filter" role="search" aria-label={t('directory.filter')}>
      {shows('text') && (
        <TextInput
          label={t('directory.text')}
          type="search"
          value={wanted.text ?? ''}
          onChange={event => set('text', event.currentTarget.value)}
        />
      )}
      {shows('service') && (
        <Pick part="service" list="service_type" codes={offered('services')} wanted={wanted} onPick={set} />
      )}
      {shows('language') && (
        <Pick part="language" list="language" codes={offered('languages')} wanted={wanted} onPick={set} />
      )}
      {shows('age') && <Pick part="age" list="age_group" codes={['child', 'adult']} wanted={wanted} onPick={set} />}
      {shows('sex') && <Pick part="sex" list="sex" codes={['female', 'male']} wanted={wanted} onPick={set} />}
      {shows('country') && (
        <Pick part="country" list="country" codes={offered('country')} wanted={wanted} onPick={set} />
      )}
    </div>
  )
}

function Pick(props: {
  part: 'service' | 'language' | 'age' | 'sex' | 'country'
  list: string
  codes: readonly string[]
  wanted: ProviderWanted
  onPick: (part: Part, value: string | null) => void
}) {
  const t = useText()
  const labels = useLabels()
  const chosen = props.wanted[props.part] ?? null
  const codes = chosen === null || props.codes.includes(chosen) ? props.codes : [chosen, ...props.codes]
  const data = codes
    .map(code => ({ value: code, label: labels.code(props.list, code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <Select
      label={t(`directory.${props.part}`)}
      placeholder={t('filter.any')}
      data={data}
      clearable
      searchable={data.length > 9}
      clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
      nothingFoundMessage={t('form.nothing')}
      value={chosen}
      onChange={value => props.onPick(props.part, value)}
    />
  )
}
