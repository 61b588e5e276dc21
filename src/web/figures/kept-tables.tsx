import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Asked, linkOf } from '#server/contract/figure-link.ts'
import * as calls from '../api/calls.ts'
import { queries } from '../api/query.ts'
import { sameFilter } from '../lists/kept.ts'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { addressOf } from './asked.ts'
import { KeepForm } from './keep-form.tsx'

const list = 'figures'
const key = ['filters', list]

/** Questions under a name: my own, and what colleagues show. Each is a link, so that whoever opens it counts anew. */
export function KeptTables({ asked }: { asked: Asked }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const { data } = useQuery({ queryKey: key, queryFn: () => calls.savedFilters(list) })
  const items = data?.items ?? []
  const now = items.find(({ filter }) => sameFilter(filter, linkOf(asked)))
  const Mark = now ? IconBookmarkFilled : IconBookmark
  return (
    <>
      <Button variant="default" leftSection={<Mark size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('figures.kept')}
      </Button>
      {opened && (
        <Modal
          opened
          size="lg"
          title={t('figures.kept')}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => setOpened(false)}
        >
          <Shelf items={items} asked={asked} now={now} onOpen={() => setOpened(false)} />
        </Modal>
      )}
    </>
  )
}

function Shelf(props: {
  items: readonly calls.SavedFilter[]
  asked: Asked
  now: calls.SavedFilter | undefined
  onOpen: () => void
}) {
  const t = useText()
  const [error, setError] = useState<unknown>(null)
  const [edited, setEdited] = useState<string | null>(null)
  const attempt = async (act: () => Promise<unknown>) => {
    setError(null)
    try {
      await act()
      await queries.invalidateQueries({ queryKey: key })
      setEdited(null)
    } catch (refusal) {
      setError(refusal)
    }
  }
  const groups = [
    { title: t('figures.kept.mine'), items: props.items.filter(({ mine }) => mine) },
    { title: t('figures.kept.shown'), items: props.items.filter(({ mine }) => !mine) },
  ].filter(({ items }) => items.length > 0)
  return (
    <div className="stack kept-tables">
      {props.now ? (
        <p className="quiet">{t('figures.kept.now', { name: props.now.name })}</p>
      ) : (
        <section className="stack">
          <h3>{t('figures.kept.this')}</h3>
          <KeepForm
            submit={t('figures.kept.save')}
            onSave={o => attempt(() => calls.saveFilter(list, o.name, linkOf(props.asked), o))}
          />
        </section>
      )}
      <Refused error={error} />
      {groups.length === 0 && <p className="quiet">{t('figures.kept.none')}</p>}
      {groups.map(({ title, items }) => (
        <section key={title} className="stack">
          <h3>{title}</h3>
          <ul>
            {items.map(item =>
              edited === item.id ? (
                <li key={item.id} className="edited">
                  <KeepForm
                    item={item}
                    submit={t('figures.kept.change')}
                    onCancel={() => setEdited(null)}
                    onSave={o => attempt(() => calls.changeFilter(item.id, o))}
                  />
                </li>
              ) : (
                <li key={item.id}>
                  <Entry item={item} current={item === props.now} onOpen={props.onOpen} />
                  {item.mine && (
                    <ActionIcon
                      variant="subtle"
                      size="lg"
                      aria-label={t('figures.kept.edit', { name: item.name })}
                      onClick={() => setEdited(item.id)}
                    >
                      <IconPencil size={18} />
                    </ActionIcon>
                  )}
                  {item.mayDelete && (
                    <ActionIcon
                      variant="subtle"
                      size="lg"
                      aria-label={t('filter.delete', { name: item.name })}
                      onClick={() => void attempt(() => calls.dropFilter(item.id))}
                    >
                      <IconTrash size={18} />
                    </ActionIcon>
                  )}
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Entry({ item, current, onOpen }: { item: calls.SavedFilter; current: boolean; onOpen: () => void }) {
  const t = useText()
  const { nameOf } = useOffices()
  const seen = {
    me: t('figures.kept.seen.me'),
    office: t('figures.kept.seen.office', { office: item.office ? nameOf(item.office) : '' }),
    organisation: t('figures.kept.seen.organisation'),
  }[item.seen]
  return (
    <div className="entry">
      <Link to="/figures" search={addressOf(item.filter) as never} onClick={onOpen} aria-current={current || undefined}>
        <Isolated>{item.name}</Isolated>
      </Link>
      <span className="quiet small">
        {item.by === null ? seen : `${t('figures.kept.by', { name: item.by })} · ${seen}`}
      </span>
    </div>
  )
}
