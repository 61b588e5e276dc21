import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as calls from '../api/calls.ts'
import { useLabels, useText } from '../text/text.tsx'
import { useDictionary } from '../shell/words.ts'
import { listOf } from '#dictionary/dictionary.ts'

/** Who, and what for: the same two questions wherever somebody is let in. */
export function Colleague(props: {
  without: readonly string[]
  who: string | null
  why: string | null
  onWho: (id: string | null) => void
  onWhy: (code: string | null) => void
}) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const { data } = useQuery({ queryKey: ['staff'], queryFn: () => calls.staff(), staleTime: 60_000 })
  const staff = (data?.items ?? []).filter(({ id }) => !props.without.includes(id))
  const reasons = listOf(d, 'naming_reason')?.codes ?? []
  return (
    <>
      <Select
        label={t('doors.who')}
        description={t('doors.nameScope')}
        data={staff.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        required
        nothingFoundMessage={t('form.nothing')}
        value={props.who}
        onChange={props.onWho}
      />
      <Select
        label={t('doors.whatFor')}
        data={reasons.map(({ code }) => ({ value: code, label: labels.code('naming_reason', code) }))}
        required
        value={props.why}
        onChange={props.onWhy}
      />
    </>
  )
}
