import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import * as calls from '../api/calls.ts'
import { queries } from '../api/query.ts'
import { Refused } from '../session/problem.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Filters of this list that I keep, under names of my own. */
export function SavedFilters(props: {
  list: string
  filter: calls.ListFilter
  onPick: (filter: calls.ListFilter) => void
}) {
  const t = useText()
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>(null)
  const key = ['filters', props.list]
  const { data } = useQuery({ queryKey: key, queryFn: () => calls.savedFilters(props.list) })
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
      await calls.saveFilter(props.list, name.trim(), props.filter as Record<string, string>)
      setName('')
    })
  }
  return (
    <Menu position="bottom-end" width={300} closeOnItemClick>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={18} aria-hidden />}>
          {t('filter.saved')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(data?.items ?? []).length === 0 && <Menu.Label>{t('filter.none')}</Menu.Label>}
        {(data?.items ?? []).map(saved => (
          <div key={saved.id} className="saved-filter">
            <Menu.Item onClick={() => props.onPick(saved.filter as calls.ListFilter)}>
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
