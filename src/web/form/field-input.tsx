import { Button, Menu, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { isReserved, type Marks, missingAnswers, type Money, type Value } from '#dictionary/answer.ts'
import { type Dictionary, offeredCodes } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { useDictionary } from '../shell/words.ts'
import { type SayableProblem, useProblemText } from '../text/problem.ts'
import { type Labels, useLabels, useText } from '../text/text.tsx'
import { type Choice, OneOf, SomeOf } from './choices.tsx'
import { DateInput } from './date-input.tsx'
import { MarkRows } from './mark-rows.tsx'
import { MoneyInput } from './money-input.tsx'
import { ReferenceInput } from './reference-input.tsx'
import { localToday } from './today.ts'
import './form.css'

export interface FieldInputProps {
  readonly type: string
  readonly name: string
  readonly field: Field
  readonly value: Value | undefined
  readonly problem?: SayableProblem | undefined
  readonly onChange: (value: Value) => void
  readonly size?: 'large' | undefined
  readonly currency?: string | undefined
  /** Words of a questionnaire in place of the field's own. */
  readonly label?: string | undefined
  readonly help?: string | undefined
  /** Id under which the question and its rows can be jumped to. */
  readonly anchor?: string | undefined
}

/** Up to this many answers are chips; a longer list is a box to search in. */
const chipsUpTo = 9

/** One question of any record type: the label, the answer in the shape of its kind, and the reserved answers last. */
export function FieldInput(props: FieldInputProps) {
  const { type, name } = props
  const labels = useLabels()
  const sayProblem = useProblemText()
  const own = useId()
  const id = props.anchor ?? own
  const label = props.label ?? labels.field(type, name)
  const help = props.help ?? labels.help(type, name)
  const describedBy = [help && `${id}-help`, props.problem && `${id}-problem`].filter(Boolean).join(' ') || undefined
  return (
    <div
      className={props.size === 'large' ? 'field large' : 'field'}
      id={id}
      data-field={name}
      data-wrong={props.problem ? '' : undefined}
    >
      {isBox(props) ? (
        <label className="field-label" id={`${id}-label`} htmlFor={`${id}-box`}>
          {label}
        </label>
      ) : (
        <div className="field-label" id={`${id}-label`}>
          {label}
        </div>
      )}
      {help && (
        <div className="quiet small" id={`${id}-help`}>
          {help}
        </div>
      )}
      <Answer {...props} id={id} describedBy={describedBy} />
      {props.problem && (
        <div className="meaning stop" id={`${id}-problem`}>
          <IconAlertTriangle size={18} aria-hidden /> {sayProblem(props.problem)}
        </div>
      )}
    </div>
  )
}

/** True when one box takes the answer, so that the label can point to it. */
function isBox({ field, value }: FieldInputProps): boolean {
  return !isReserved(value) && ['text', 'long_text', 'integer'].includes(field.kind)
}

interface AnswerProps extends FieldInputProps {
  readonly id: string
  readonly describedBy: string | undefined
}

function Answer(props: AnswerProps) {
  const { field, value, id, describedBy } = props
  const d = useDictionary()
  const labels = useLabels()
  const box = { id: `${id}-box`, 'aria-describedby': describedBy, 'aria-invalid': props.problem ? true : undefined }
  const labelledBy = `${id}-label`
  if (field.kind === 'code' || field.kind === 'codes') {
    return <Codes {...props} choices={choicesOf(d, labels, field, value)} labelledBy={labelledBy} />
  }
  if (isReserved(value)) return <NoAnswerGiven {...props} word={value} />
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (field.kind) {
    case 'text':
      return (
        <WithNoAnswer {...props}>
          <TextInput {...box} value={text} onChange={e => props.onChange(e.currentTarget.value || null)} />
        </WithNoAnswer>
      )
    case 'long_text':
      return (
        <WithNoAnswer {...props}>
          <Textarea {...box} value={text} onChange={e => props.onChange(e.currentTarget.value || null)} />
        </WithNoAnswer>
      )
    case 'integer':
      return (
        <WithNoAnswer {...props}>
          <TextInput
            {...box}
            inputMode="numeric"
            w={120}
            value={text}
            onChange={e => props.onChange(asInteger(e.currentTarget.value))}
          />
        </WithNoAnswer>
      )
    case 'date':
      return (
        <WithNoAnswer {...props}>
          <DateInput
            labelledBy={labelledBy}
            describedBy={describedBy}
            value={text}
            onChange={props.onChange}
            today={localToday()}
          />
        </WithNoAnswer>
      )
    case 'money':
      return (
        <WithNoAnswer {...props}>
          <MoneyInput
            labelledBy={labelledBy}
            describedBy={describedBy}
            value={isMoney(value) ? value : null}
            currency={props.currency ?? 'EUR'}
            onChange={props.onChange}
          />
        </WithNoAnswer>
      )
    case 'marks':
      return (
        <>
          <MarkRows
            anchor={id}
            rows={offeredCodes(d, field.list ?? '').map(({ code }) => ({
              code,
              label: labels.code(field.list ?? '', code),
            }))}
            value={isMarks(value) ? value : {}}
            onChange={marks => props.onChange(Object.keys(marks).length === 0 ? null : marks)}
            size={props.size}
          />
          <NoAnswer {...props} />
        </>
      )
    case 'reference':
      return (
        <ReferenceInput
          to={field.to ?? ''}
          among={field.among}
          under={d.recordTypes.get(field.to ?? '')?.under}
          id={`${id}-box`}
          labelledBy={labelledBy}
          value={text}
          onChange={props.onChange}
        />
      )
    default:
      return field.kind satisfies never
  }
}

function Codes(props: AnswerProps & { choices: readonly Choice[]; labelledBy: string }) {
  const { field, value, choices, labelledBy, describedBy } = props
  const t = useText()
  const labels = useLabels()
  const chosen = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : []
  const several = (next: readonly string[]) => {
    const word = next.find(isReserved)
    props.onChange(word ?? (next.length === 0 ? null : next))
  }
  const few = choices.filter(choice => !choice.aside).length <= chipsUpTo
  if (few && field.kind === 'codes') {
    return (
      <SomeOf labelledBy={labelledBy} describedBy={describedBy} choices={choices} value={chosen} onChange={several} />
    )
  }
  if (few) {
    return (
      <OneOf
        labelledBy={labelledBy}
        describedBy={describedBy}
        choices={choices}
        value={chosen[0] ?? null}
        onChange={props.onChange}
        size={props.size}
      />
    )
  }
  const plain = choices.filter(choice => !choice.aside).map(({ value: code, label }) => ({ value: code, label }))
  const data = [
    ...plain,
    {
      group: t('form.noAnswer'),
      items: choices.filter(c => c.aside).map(({ value: code, label }) => ({ value: code, label })),
    },
  ]
  const common = {
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    data,
    searchable: true,
    clearable: true,
    clearButtonProps: { 'aria-label': t('form.clear', { field: labels.field(props.type, props.name) }) },
    nothingFoundMessage: t('form.nothing'),
    maxDropdownHeight: 320,
  }
  return field.kind === 'code' ? (
    <Select {...common} value={chosen[0] ?? null} onChange={props.onChange} />
  ) : (
    <MultiSelect
      {...common}
      value={[...chosen]}
      onChange={next => {
        const fresh = next.filter(code => !chosen.includes(code))
        const added = fresh[0]
        several(added !== undefined && isReserved(added) ? [added] : next.filter(code => !isReserved(code)))
      }}
    />
  )
}

function NoAnswerGiven(props: FieldInputProps & { word: string }) {
  const t = useText()
  const labels = useLabels()
  return (
    <div className="row">
      <Button
        variant="light"
        rightSection={<IconX size={16} aria-hidden />}
        aria-label={t('form.takeBack', {
          word: labels.answer(props.word),
          field: labels.field(props.type, props.name),
        })}
        onClick={() => props.onChange(null)}
      >
        {labels.answer(props.word)}
      </Button>
    </div>
  )
}

function WithNoAnswer(props: FieldInputProps & { children: ReactNode }) {
  return (
    <div className={isLong(props.field) ? 'with-no-answer' : 'with-no-answer short'}>
      <div className="answer">{props.children}</div>
      <NoAnswer {...props} />
    </div>
  )
}

/** The reserved answers of a field that is typed: one small button, always at the same place. */
function NoAnswer(props: FieldInputProps) {
  const t = useText()
  const labels = useLabels()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className="no-answer"
          variant="subtle"
          color="gray"
          size="sm"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={t('form.noAnswerFor', { field: labels.field(props.type, props.name) })}
        >
          {t('form.noAnswer')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {missingAnswers.map(word => (
          <Menu.Item key={word} onClick={() => props.onChange(word)}>
            {labels.answer(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Codes still offered, then a withdrawn one that the record holds, then the reserved answers. */
function choicesOf(d: Dictionary, labels: Labels, field: Field, value: Value | undefined): Choice[] {
  const list = field.list ?? ''
  const offered = offeredCodes(d, list).map(each => each.code)
  const held = (Array.isArray(value) ? (value as readonly string[]) : [value]).filter(
    (code): code is string => typeof code === 'string' && !isReserved(code) && !offered.includes(code),
  )
  return [
    ...[...offered, ...held].map(code => ({ value: code, label: labels.code(list, code) })),
    ...missingAnswers.map(word => ({ value: word, label: labels.answer(word), aside: true })),
  ]
}

const isLong = (field: Field) => field.kind === 'text' || field.kind === 'long_text'

const asInteger = (typed: string): Value => {
  const text = typed.trim()
  if (text === '') return null
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text
}

const isMoney = (value: Value | undefined): value is Money =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'currency' in value

const isMarks = (value: Value | undefined): value is Marks =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
