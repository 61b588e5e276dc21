import { Select } from '@mantine/core'
import { useCallback, useState } from 'react'
import { offeredCodes, offeredFields } from '#dictionary/dictionary.ts'
import { useDictionary } from '../../shell/words.ts'
import { useLabels, useText } from '../../text/text.tsx'
import { FormDialog } from '../dialog.tsx'
import { usePublish } from './use-publish.ts'

/** What is hidden, in words: `type.field`, `list.code` or `questionnaire@version`. */
export function useHiddenName(): (id: string) => string {
  const d = useDictionary()
  const labels = useLabels()
  return useCallback(
    id => {
      const questionnaire = d.questionnaires.get(id)
      if (questionnaire) return questionnaire.title
      const [place = '', name = ''] = id.split('.')
      if (d.recordTypes.has(place)) return `${labels.type(place)}: ${labels.field(place, name)}`
      return `${d.lists.get(place)?.label ?? place}: ${labels.code(place, name)}`
    },
    [d, labels],
  )
}

/** A built-in that this organisation does not use: no longer offered, never redefined, and old records keep it. */
export function HideBuiltIn(props: { onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const nameOf = useHiddenName()
  const publish = usePublish()
  const [place, setPlace] = useState<string | null>(null)
  const [id, setId] = useState<string | null>(null)
  const types = [...d.recordTypes.keys()].map(each => ({ value: each, label: labels.type(each) }))
  // A record type and a list may share an id; what is hidden of them does not.
  const lists = [...d.lists.values()].map(each => ({ value: `list ${each.id}`, label: `${each.label} (${each.id})` }))
  const list = place?.startsWith('list ') ? place.slice('list '.length) : null
  const choices =
    place === null
      ? []
      : list !== null
        ? offeredCodes(d, list).map(({ code }) => ({ value: `${list}.${code}`, label: labels.code(list, code) }))
        : offeredFields(d, place).map(([name]) => ({ value: `${place}.${name}`, label: labels.field(place, name) }))
  return (
    <FormDialog
      title={t('admin.hide')}
      submit={t('admin.hide')}
      disabled={id === null}
      onClose={props.onClose}
      onSubmit={async () => {
        if (id === null) return
        await publish({ note: nameOf(id), hidden: [id] })
        props.onClose()
      }}
    >
      <p>{t('admin.hide.about')}</p>
      <Select
        label={t('admin.hide.where')}
        searchable
        data-autofocus
        maxDropdownHeight={320}
        data={[
          { group: t('admin.hide.fields'), items: types },
          { group: t('admin.hide.answers'), items: lists },
        ]}
        value={place}
        onChange={next => {
          setPlace(next)
          setId(null)
        }}
      />
      <Select
        label={t('admin.hide.what')}
        searchable
        disabled={place === null}
        maxDropdownHeight={320}
        data={choices}
        value={id}
        onChange={setId}
      />
    </FormDialog>
  )
}
