import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { routes, sharedRecruiters } from '#casework/network/findings.ts'
import { narrow, type NetworkFilter } from '#casework/network/narrow.ts'
import { useText } from '../text/text.tsx'
import type { Opened } from './calls.ts'
import { Chosen } from './chosen.tsx'
import { communities } from './communities.ts'
import { Drawing } from './drawing.tsx'
import { Filters } from './filters.tsx'
import { Findings } from './findings.tsx'
import { neighboursOf, type Picked } from './picked.ts'

/** The opened network: what narrows it, the drawing, and beside it the same in tables. */
export function OpenedView(props: { opened: Opened; onAskAgain: (filter: NetworkFilter) => void }) {
  const t = useText()
  const { network: whole, left, ties, complete } = props.opened
  const [filter, setFilter] = useState<NetworkFilter>({})
  const [picked, setPicked] = useState<Picked | null>(null)
  const network = useMemo(() => (narrows(filter) ? narrow(whole, filter) : whole), [whole, filter])
  const start = useMemo(() => communities(whole), [whole])
  const found = useMemo(
    () => ({
      recruiters: sharedRecruiters(network),
      communities: network === whole ? start : communities(network),
      routes: routes(network),
    }),
    [network, whole, start],
  )
  const shown = useMemo(() => new Set(network.nodes.map(({ id }) => id)), [network])
  const lit = useMemo(() => (picked ? neighboursOf(network, picked) : null), [network, picked])
  const persons = network.nodes.filter(({ of }) => of === 'person').length
  const sum = { suspects: network.nodes.length - persons, persons, ties: network.ties.length }

  if (whole.nodes.length === 0)
    return (
      <div className="empty">
        <p>{t('network.empty')}</p>
      </div>
    )
  return (
    <>
      <Filters network={whole} filter={filter} onChange={setFilter} />
      {(left > 0 || !complete) && (
        <div className="notice care">
          <IconInfoCircle size={20} aria-hidden />
          <div>
            {left > 0 && <p>{t('network.left', { left, shown: whole.nodes.length })}</p>}
            {!complete && <p>{t('network.incomplete', { ties })}</p>}
            <Button variant="default" mt="xs" onClick={() => props.onAskAgain(filter)}>
              {t('network.askAgain')}
            </Button>
          </div>
        </div>
      )}
      <p role="status">{network.nodes.length === 0 ? t('network.nothingLeft') : t('network.sum', sum)}</p>
      <div className="network">
        <div className="network-side stack">
          <Drawing network={whole} start={start} shown={shown} lit={lit} sum={sum} onPick={setPicked} />
          <Chosen network={network} picked={picked} onPick={setPicked} />
        </div>
        <Findings network={network} found={found} picked={picked} onPick={setPicked} />
      </div>
    </>
  )
}

const narrows = (filter: NetworkFilter): boolean =>
  Object.values(filter).some(value => value !== undefined && value.length > 0)
