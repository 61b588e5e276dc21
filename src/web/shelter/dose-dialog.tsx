import { Button, Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Content } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { DueDose } from '#casework/shelter/medication.ts'
import { FieldInput } from '../form/field-input.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'

const asked = ['outcome', 'note'] as const

/** What became of a dose that was not simply given, or what was written down wrongly. */
export function DoseDialog(props: {
  dose: DueDose
  busy: boolean
  said: ReactNode
  onWrite: (set: Content) => Promise<void>
  onClose: () => void
}) {
  const t = useText()
  const d = useDictionary()
  useReturnFocus()
  const before = props.dose.dose?.content ?? {}
  const [set, setSet] = useState<Content>(() => ({ outcome: before.outcome ?? null, note: before.note ?? null }))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void props.onWrite(set)
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('shelter.dose.title')}
      size="lg"
      // The head of a dialog is no banner of the page.
      attributes={{ header: { role: 'none' } }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className="record-form" onSubmit={save} noValidate>
        <p>{t('shelter.dose.about')}</p>
        <div className="stack-fields">
          {asked.map(name => {
            const field = fieldOf(d, 'dose', name)
            return field ? (
              <FieldInput
                key={name}
                type="dose"
                name={name}
                field={field}
                value={set[name]}
                onChange={value => setSet(earlier => ({ ...earlier, [name]: value }))}
              />
            ) : null
          })}
        </div>
        {props.said}
        <div className="form-end">
          <Button type="submit" loading={props.busy} disabled={set.outcome === null}>
            {t('shelter.dose.save')}
          </Button>
          <Button variant="subtle" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
