import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { offeredCodes } from '#dictionary/dictionary.ts'
import { useDictionary } from '../../shell/words.ts'
import { useLabels, useText } from '../../text/text.tsx'
import { FormDialog } from '../dialog.tsx'
import { answersExtension, linesOf } from './new-field.ts'
import { usePublish } from './use-publish.ts'

/** Answers that a list lacks. In a list that is counted in groups each new answer needs its group. */
export function AddAnswers(props: { onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const publish = usePublish()
  const [list, setList] = useState<string | null>(null)
  const [answers, setAnswers] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const groups = list === null ? undefined : d.lists.get(list)?.groupedBy
  const ready = list !== null && linesOf(answers).length > 0 && (groups === undefined || group !== null)
  return (
    <FormDialog
      title={t('admin.answers.add')}
      submit={t('admin.field.publish')}
      disabled={!ready}
      onClose={props.onClose}
      onSubmit={async () => {
        if (list === null) return
        await publish(answersExtension(d, { list, answers, group: groups === undefined ? null : group }))
        props.onClose()
      }}
    >
      <Select
        label={t('admin.field.list')}
        searchable
        data-autofocus
        maxDropdownHeight={320}
        data={[...d.lists.values()].map(each => ({ value: each.id, label: `${each.label} (${each.id})` }))}
        value={list}
        onChange={id => {
          setList(id)
          setGroup(null)
        }}
      />
      {groups !== undefined && (
        <Select
          label={t('admin.answers.group')}
          description={t('admin.answers.groupHelp')}
          data={offeredCodes(d, groups).map(({ code }) => ({ value: code, label: labels.code(groups, code) }))}
          value={group}
          onChange={setGroup}
        />
      )}
      <Textarea
        label={t('admin.answers.lines')}
        description={t('admin.answers.linesHelp')}
        value={answers}
        onChange={event => setAnswers(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
