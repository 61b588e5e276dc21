import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconCheck, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import * as calls from '../api/calls.ts'
import { queries } from '../api/query.ts'
import { Refused } from '../session/problem.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { type Kept, sameFilter, toKept } from './kept.ts'
import './lists.css'

/** Filters of one list or desk that I keep, under names of my own; the one that is set now bears a tick. */
export function SavedFilters(props: {
  /** A record type, or the desk whose filters are its own. */
  list: string
  /** What is set now. */
  filter: object
  onPick: (kept: Kept) => void
}) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>(null)
  const now = toKept(props.filter)
  const key = ['filters', props.list]
  const { data } = useQuery({ queryKey: key, queryFn: () => calls.savedFilters(props.list) })
  const items = data?.items ?? []
  const set = items.find(({ filter }) => sameFilter(filter, now))
  const attempt = async (act: () => Promise<unknown>) => {
    setError(null)
    try {
      await act()
      await queries.invalidateQueries({ queryKey: key })
    } catch (refusal) {
      setError(refusal)
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await calls.saveFilter(props.list, name.trim(), now)
      setName('')
    })
  }
  const Mark = set ? IconBookmarkFilled : IconBookmark
  return (
    // A form among its choices is no menu: readers of screens would be told of commands only.
    <Popover position="bottom-end" width={300} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button variant="default" leftSection={<Mark size={18} aria-hidden />} onClick={() => setOpened(open => !open)}>
          {t('filter.saved')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {items.length === 0 && <p className="quiet">{t('filter.none')}</p>}
        {items.map(saved => (
          <div key={saved.id} className="saved-filter">
            <Button
              variant="subtle"
              justify="space-between"
              fullWidth
              aria-current={saved.id === set?.id || undefined}
              rightSection={saved.id === set?.id ? <IconCheck size={18} aria-hidden /> : undefined}
              onClick={() => {
                setOpened(false)
                props.onPick(saved.filter)
              }}
            >
              <Isolated>{saved.name}</Isolated>
            </Button>
            <ActionIcon
              variant="subtle"
              aria-label={t('filter.delete', { name: saved.name })}
              onClick={() => void attempt(() => calls.dropFilter(saved.id))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </div>
        ))}
        <hr />
        <form className="save-filter" onSubmit={save}>
          <TextInput
            label={t('filter.name')}
            maxLength={60}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            {t('filter.save')}
          </Button>
        </form>
        <Refused error={error} />
      </Popover.Dropdown>
    </Popover>
  )
}
