import { Button, Checkbox } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import type { Asked } from '#server/contract/figure-link.ts'
import { useText } from '../text/text.tsx'
import { listed } from './asked.ts'
import type { FigureChoices } from './calls.ts'

/** Besides the sentence: what a view offers only now and then. */
export function Options(props: { asked: Asked; choices: FigureChoices; ask: (next: Asked) => void }) {
  const t = useText()
  const { asked, choices, ask } = props
  const { view, rows, columns } = asked
  const known = view === 'table' && rows !== null && columns === null && listed(rows, choices)
  const swap = view === 'table' && rows !== null && columns !== null
  if (!known && !swap && view !== 'compare') return null
  return (
    <div className="row">
      {known && (
        <Checkbox
          label={t('figures.known')}
          checked={asked.known}
          onChange={event => ask({ ...asked, known: event.currentTarget.checked })}
        />
      )}
      {swap && (
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={18} aria-hidden />}
          onClick={() => ask({ ...asked, rows: columns, columns: rows, top: null })}
        >
          {t('figures.swap')}
        </Button>
      )}
      {view === 'compare' && (
        <Checkbox
          label={t('figures.alike')}
          checked={asked.alike}
          onChange={event => ask({ ...asked, alike: event.currentTarget.checked })}
        />
      )}
    </div>
  )
}
