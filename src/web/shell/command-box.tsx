import { Modal, TextInput } from '@mantine/core'
import { IconArrowRight, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import * as calls from '../api/calls.ts'
import { searchFor } from '../find/pending.ts'
import { useText } from '../text/text.tsx'
import { usePermissions } from './me.ts'
import { places } from './rail.tsx'
import { useReturnFocus } from './return-focus.ts'

interface Choice {
  readonly id: string
  readonly label: string
  readonly run: () => void | Promise<void>
}

/** Ctrl K: go to a page, to a case by its number, or look for somebody; arrows and Enter, Escape closes. */
export function CommandBox(props: { onClose: () => void }) {
  const t = useText()
  const go = useNavigate()
  useReturnFocus()
  const permissions = usePermissions()
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)

  const lookFor = async (wanted: string) => {
    searchFor(wanted)
    await go({ to: '/find' })
  }
  const openCase = async (number: string) => {
    const { matches } = await calls.find(number).catch(() => ({ matches: [] }))
    const exact = matches
      .flatMap(match => match.cases)
      .filter(each => each.number?.toLowerCase() === number.toLowerCase())
    if (exact.length === 1 && exact[0]) await go({ to: '/cases/$id', params: { id: exact[0].id } })
    else await lookFor(number)
  }

  const wanted = text.trim()
  const pages = places
    .filter(place => place.may(permissions))
    .map((place): Choice => ({ id: place.to, label: t(place.text), run: () => go({ to: place.to }) }))
    .filter(choice => choice.label.toLowerCase().includes(wanted.toLowerCase()))
  const searching: Choice[] =
    wanted === '' || !permissions.may('search_names')
      ? []
      : [
          ...(/\d/.test(wanted)
            ? [{ id: 'case', label: t('command.case', { number: wanted }), run: () => openCase(wanted) }]
            : []),
          { id: 'find', label: t('command.find', { text: wanted }), run: () => lookFor(wanted) },
        ]
  const choices = [...searching, ...pages]
  const current = choices[Math.min(at, choices.length - 1)]

  const run = async (choice: Choice | undefined) => {
    if (!choice) return
    props.onClose()
    await choice.run()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(before => (before + step + choices.length) % Math.max(choices.length, 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void run(current)
    }
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('command.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered={false}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={current ? `${list}-${current.id}` : undefined}
        aria-label={t('command.label')}
        placeholder={t('command.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={pressed}
      />
      <div className="command-list" role="listbox" id={list} aria-label={t('command.choices')}>
        {choices.map(choice => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are on the box, which keeps the focus
          <div
            key={choice.id}
            id={`${list}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            onClick={() => void run(choice)}
          >
            <IconArrowRight size={16} aria-hidden className="turns" /> {choice.label}
          </div>
        ))}
      </div>
    </Modal>
  )
}
