import { Button } from '@mantine/core'
import { IconArrowsSplit, IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, Fragment, memo, type ReactNode, useEffect, useRef } from 'react'
import type { ChangeResult, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { offeredFields } from '#dictionary/dictionary.ts'
import type { Field, Sensitivity } from '#dictionary/field.ts'
import type { Place } from '../api/push.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { When } from '../text/fmt.tsx'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'
import { FieldInput, type FieldInputProps } from './field-input.tsx'
import { type RecordDraft, useRecordDraft } from './use-record-draft.ts'
import { WritingPlace } from './writing-place.ts'

export interface RecordFormProps {
  readonly type: string
  /** null: a new record in `place`. */
  readonly seen: RecordView | null
  readonly place: Place
  readonly writable: ReadonlySet<Sensitivity>
  /** Only this section of the type, when given. */
  readonly section?: string | undefined
  readonly initial?: Content | undefined
  readonly hide?: readonly string[]
  readonly submit?: string
  readonly onSaved?: (result: ChangeResult) => void
  readonly onCancel?: () => void
  /** What stands under a question and reads what is being answered. */
  readonly beside?: (field: string, content: Content) => ReactNode
}

/** A form for any record type, built-in or own, from its declaration. What the writer may not write is not there. */
export function RecordForm(props: RecordFormProps) {
  const { type, seen } = props
  const d = useDictionary()
  const t = useText()
  const labels = useLabels()
  const say = useProblemText()
  const form = useRef<HTMLFormElement>(null)
  const draft = useRecordDraft({
    type,
    key: seen?.id ?? `new ${type} ${props.place.case ?? props.place.person ?? props.place.office}`,
    seen,
    place: props.place,
    initial: props.initial,
  })

  const fields = offeredFields(d, type).filter(
    ([name, field]) =>
      !field.fixed &&
      props.writable.has(field.class) &&
      !props.hide?.includes(name) &&
      (props.section === undefined || (field.section ?? '') === props.section),
  )
  const shown = new Set(fields.map(([name]) => name))
  const elsewhere = draft.problems.filter(problem => problem.field === undefined || !shown.has(problem.field))

  // After a refused save the first wrong field comes into view and takes the focus.
  const wrong = draft.problems[0]?.field
  useEffect(() => {
    if (wrong === undefined) return
    const field = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wrong)}"]`)
    field?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [wrong])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await draft.save()
    if (result && result.status !== 'conflict') props.onSaved?.(result)
  }

  return (
    <WritingPlace value={props.place}>
      <form className="record-form" onSubmit={submit} ref={form} noValidate>
        {bySection(fields).map(([section, members]) => (
          <FormSection key={section} title={section && props.section === undefined ? labels.section(section) : null}>
            {members.map(([name, field]) => (
              <Fragment key={name}>
                <FormField
                  type={type}
                  name={name}
                  field={field}
                  value={draft.content[name]}
                  problem={draft.problems.find(problem => problem.field === name)}
                  set={draft.set}
                />
                {props.beside?.(name, draft.content)}
              </Fragment>
            ))}
          </FormSection>
        ))}
        {draft.inConflict.length > 0 && (
          <div className="notice care" role="alert">
            <IconArrowsSplit size={20} aria-hidden />
            <p>{t('form.conflict', { fields: draft.inConflict.map(name => labels.field(type, name)).join(', ') })}</p>
          </div>
        )}
        {elsewhere.length > 0 && (
          <div className="notice stop" role="alert">
            <ul>
              {elsewhere.map(problem => (
                <li key={problem.code + (problem.field ?? '')}>
                  {problem.field ? `${labels.field(type, problem.field)}: ` : ''}
                  {say(problem)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Refused error={draft.error} />
        <div className="form-end">
          <Button
            type="submit"
            loading={draft.busy}
            disabled={seen !== null && Object.keys(draft.changed).length === 0}
          >
            {props.submit ?? t('form.save')}
          </Button>
          {props.onCancel && (
            <Button
              variant="subtle"
              onClick={() => {
                draft.discard()
                props.onCancel?.()
              }}
            >
              {t('form.cancel')}
            </Button>
          )}
          <SavedAt at={draft.savedAt} />
        </div>
      </form>
    </WritingPlace>
  )
}

/** One question, drawn anew only when its own answer changed: an organisation may have hundreds of fields. */
const FormField = memo(function FormField(props: Omit<FieldInputProps, 'onChange'> & { set: RecordDraft['set'] }) {
  const { set, ...field } = props
  return <FieldInput {...field} onChange={value => set(field.name, value)} />
})

export function SavedAt(props: { at: string | null }) {
  const t = useText()
  return (
    <span role="status" className="saved">
      {props.at && (
        <span className="meaning quiet">
          <IconCircleCheck size={18} aria-hidden /> {t('form.saved')} <When at={props.at} only="time" />
        </span>
      )}
    </span>
  )
}

function FormSection(props: { title: string | null; children: ReactNode }) {
  if (props.title === null) return <div className="stack-fields">{props.children}</div>
  return (
    <fieldset className="stack-fields">
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  )
}

type Named = readonly [string, Field]

/** Fields under their headings, headings in the order in which they first appear. */
function bySection(fields: readonly Named[]): [string, Named[]][] {
  const sections = new Map<string, Named[]>()
  for (const named of fields) {
    const section = named[1].section ?? ''
    const members = sections.get(section)
    if (members) members.push(named)
    else sections.set(section, [named])
  }
  return [...sections]
}
