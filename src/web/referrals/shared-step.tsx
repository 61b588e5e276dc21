import { Textarea } from '@mantine/core'
import { useId } from 'react'
import { beyondMinimum, itemsOf, minimumFor } from '#casework/referral/minimum-data.ts'
import { type Content, plainText } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { Problem } from '#changes/change.ts'
import type { OpenCase } from '../case/use-case.ts'
import { SomeOf } from '../form/choices.tsx'
import { FieldInput } from '../form/field-input.tsx'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { readableItems } from './sending.ts'

/** What they get to know: what the service needs, and apart from it what is more and needs a reason. */
export function SharedStep(props: {
  open: OpenCase
  content: Content
  problems: readonly Problem[]
  onChange: (set: Content) => void
}) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const id = useId()
  const { open, content, onChange } = props
  const minimum = new Set<string>(minimumFor(content.need))
  const items = readableItems(d, open).filter(item => item !== 'message')
  const shared = itemsOf(content.shared)
  const more = items.filter(item => !minimum.has(item))
  const pick = (among: readonly string[], chosen: readonly string[]) =>
    onChange({ shared: [...shared.filter(item => !among.includes(item)), ...chosen] })
  const chips = (among: readonly string[], labelledBy: string) => (
    <SomeOf
      labelledBy={labelledBy}
      choices={among.map(value => ({ value, label: labels.code('shared_item', value) }))}
      value={shared.filter(item => among.includes(item))}
      onChange={chosen => pick(among, chosen)}
    />
  )
  const input = (name: string) => {
    const field = fieldOf(d, 'referral', name)
    return (
      field &&
      open.writable('referral').has(field.class) && (
        <FieldInput
          type="referral"
          name={name}
          field={field}
          value={content[name]}
          problem={props.problems.find(problem => problem.field === name)}
          onChange={value => onChange({ [name]: value })}
        />
      )
    )
  }
  // A message is shared by being written.
  const write = (details: string) => {
    const others = shared.filter(item => item !== 'message')
    onChange({ details: details || null, shared: details === '' ? others : [...others, 'message'] })
  }
  const needed = items.filter(item => minimum.has(item))
  const writesMore = beyondMinimum(content).length > 0
  return (
    <fieldset className="stack-fields">
      <legend>{t('composer.shared')}</legend>
      <div className="field">
        <div className="field-label" id={`${id}-min`}>
          {t('composer.minimum')}
        </div>
        {chips(needed, `${id}-min`)}
      </div>
      <details open={writesMore}>
        <summary id={`${id}-more`}>{t('composer.more')}</summary>
        <div className="stack-fields more-items">
          {chips(more, `${id}-more`)}
          {writesMore && input('moreReason')}
        </div>
      </details>
      {open.writable('referral').has('narrative') && (
        <Textarea
          label={labels.field('referral', 'details')}
          description={t('composer.message')}
          autosize
          minRows={2}
          value={plainText(content.details)}
          onChange={event => write(event.currentTarget.value)}
        />
      )}
      {content.recipientKind === 'own_mission' && input('handedOver')}
    </fieldset>
  )
}
