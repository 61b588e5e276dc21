import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
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
    <Menu position="bottom-end" width={300} closeOnItemClick>
      <Menu.Target>
        <Button variant="default" leftSection={<Mark size={18} aria-hidden />}>
          {t('filter.saved')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.length === 0 && <Menu.Label>{t('filter.none')}</Menu.Label>}
        {items.map(saved => (
          <div key={saved.id} className="saved-filter">
            <Menu.Item
              aria-current={saved.id === set?.id || undefined}
              rightSection={saved.id === set?.id ? <IconCheck size={18} aria-hidden /> : undefined}
              onClick={() => props.onPick(saved.filter)}
            >
              <Isolated>{saved.name}</Isolated>
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              aria-label={t('filter.delete', { name: saved.name })}
              onClick={() => void attempt(() => calls.dropFilter(saved.id))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </div>
        ))}
        <Menu.Divider />
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
      </Menu.Dropdown>
    </Menu>
  )
}
