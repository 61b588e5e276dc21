import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FieldKind, type Sensitivity, sensitivities } from '#dictionary/field.ts'
import { useDictionary } from '../../shell/words.ts'
import { useLabels, useText } from '../../text/text.tsx'
import { FormDialog } from '../dialog.tsx'
import { Appears } from './appears.tsx'
import { canBeCounted, extensionOf, type FieldDraft, isChosen, linesOf, offeredKinds } from './new-field.ts'
import { usePublish } from './use-publish.ts'

const empty: FieldDraft = {
  type: 'person',
  label: '',
  help: '',
  kind: 'code',
  list: null,
  answers: '',
  class: 'open',
  dimension: true,
  language: '',
  translation: '',
}

const newList = 'new'

/** One question more, for one kind of record. Under the form: where it will show up and who will see it. */
export function AddField(props: { onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const publish = usePublish()
  const [draft, setDraft] = useState(empty)
  const set = (change: Partial<FieldDraft>) => setDraft(before => ({ ...before, ...change }))
  const chosen = isChosen(draft.kind)
  const counted = canBeCounted(draft)
  const ready = draft.label.trim() !== '' && (!chosen || draft.list !== null || linesOf(draft.answers).length > 0)
  return (
    <FormDialog
      title={t('admin.field.add')}
      submit={t('admin.field.publish')}
      size="xl"
      disabled={!ready}
      onClose={props.onClose}
      onSubmit={async () => {
        await publish(extensionOf(d, draft))
        props.onClose()
      }}
    >
      <Select
        label={t('admin.field.record')}
        allowDeselect={false}
        searchable
        data={[...d.recordTypes.keys()].map(id => ({ value: id, label: labels.type(id) }))}
        value={draft.type}
        onChange={type => type && set({ type })}
      />
      <TextInput
        label={t('admin.field.label')}
        description={t('admin.field.labelHelp')}
        required
        withAsterisk={false}
        maxLength={300}
        data-autofocus
        value={draft.label}
        onChange={event => set({ label: event.currentTarget.value })}
      />
      <Textarea
        label={t('admin.field.help')}
        minRows={1}
        maxLength={300}
        value={draft.help}
        onChange={event => set({ help: event.currentTarget.value })}
      />
      <Select
        label={t('admin.field.kind')}
        allowDeselect={false}
        data={offeredKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={draft.kind}
        onChange={kind => kind && set({ kind: kind as FieldKind })}
      />
      {chosen && (
        <Select
          label={t('admin.field.list')}
          allowDeselect={false}
          searchable
          maxDropdownHeight={320}
          data={[
            { value: newList, label: t('admin.field.newList') },
            ...[...d.lists.values()].map(({ id, label }) => ({ value: id, label: `${label} (${id})` })),
          ]}
          value={draft.list ?? newList}
          onChange={list => set({ list: list === newList ? null : list })}
        />
      )}
      {chosen && draft.list === null && (
        <Textarea
          label={t('admin.answers.lines')}
          description={t('admin.answers.linesHelp')}
          value={draft.answers}
          onChange={event => set({ answers: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('admin.field.class')}
        description={t(`class.${draft.class}.about`)}
        allowDeselect={false}
        data={sensitivities
          .filter(each => each !== 'protected')
          .map(each => ({ value: each, label: t(`class.${each}`) }))}
        value={draft.class}
        onChange={each => each && set({ class: each as Sensitivity })}
      />
      <Switch
        label={t('admin.field.dimension')}
        description={counted ? undefined : t('admin.field.dimensionWhy')}
        checked={counted && draft.dimension}
        disabled={!counted}
        onChange={event => set({ dimension: event.currentTarget.checked })}
      />
      <details>
        <summary>{t('admin.field.otherLanguage')}</summary>
        <div className="row filters">
          <TextInput
            label={t('admin.field.language')}
            description={t('admin.field.languageHelp')}
            pattern="[a-z]{2,3}(-[A-Za-z]{2,4})?"
            maxLength={8}
            value={draft.language}
            onChange={event => set({ language: event.currentTarget.value })}
          />
          <TextInput
            label={t('admin.field.translation')}
            maxLength={300}
            value={draft.translation}
            onChange={event => set({ translation: event.currentTarget.value })}
          />
        </div>
      </details>
      <div className="preview">
        <h3>{t('admin.field.willAppear')}</h3>
        <Appears type={draft.type} class={draft.class} counted={counted && draft.dimension} />
      </div>
    </FormDialog>
  )
}
