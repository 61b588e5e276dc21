import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Network, Node, Tie } from '#casework/network/network.ts'
import { CaseNumber, Isolated, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { NodeButton, useNodeWords } from './node-words.tsx'
import { type Picked, pickNode } from './picked.ts'

/** One suspect or person and all that is told of it; or the members of a group. */
export function Chosen(props: { network: Network; picked: Picked | null; onPick: (picked: Picked) => void }) {
  const t = useText()
  const { network, picked } = props
  const members = network.nodes.filter(({ id }) => picked?.nodes.includes(id))
  const [first, ...more] = members
  return (
    <section className="network-chosen" aria-labelledby="network-chosen" aria-live="polite">
      <h2 id="network-chosen">{t('network.chosen')}</h2>
      {!first && <p className="quiet">{t('network.chooseOne')}</p>}
      {first && more.length === 0 && <One node={first} network={network} onPick={props.onPick} />}
      {first && more.length > 0 && (
        <Few
          key={picked?.key}
          items={members}
          say={node => <NodeButton node={node} onPick={() => props.onPick(pickNode(node.id))} />}
        />
      )}
    </section>
  )
}

const atFirst = 8

/** A list that does not push the page away: the first of it, and the rest on demand. */
function Few<T extends { readonly id: string }>(props: { items: readonly T[]; say: (item: T) => ReactNode }) {
  const t = useText()
  const [shown, setShown] = useState(atFirst)
  return (
    <>
      <ul className="rows network-few">
        {props.items.slice(0, shown).map(item => (
          <li key={item.id}>{props.say(item)}</li>
        ))}
      </ul>
      {props.items.length > shown && (
        <Button variant="default" size="sm" mt="xs" onClick={() => setShown(shown + 5 * atFirst)}>
          {t('network.moreMembers', { more: props.items.length - shown })}
        </Button>
      )}
    </>
  )
}

function One(props: { node: Node; network: Network; onPick: (picked: Picked) => void }) {
  const t = useText()
  const labels = useLabels()
  const words = useNodeWords()
  const { node, network } = props
  const nodes = new Map(network.nodes.map(each => [each.id, each]))
  const ties = network.ties.filter(({ from, to }) => from === node.id || to === node.id)
  return (
    <>
      <p className="network-name">
        {node.of === 'suspect' ? (
          <>
            <Isolated>{words(node)}</Isolated>{' '}
            <span className="quiet small">
              {[labels.code('suspect_kind', node.kind), node.country && labels.code('country', node.country)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ) : (
          node.cases.map(({ id, number }) => (
            <Link key={id} to="/cases/$id" params={{ id }}>
              <CaseNumber number={number} />
            </Link>
          ))
        )}
      </p>
      <p className="quiet small">{t('network.tiesOf', { ties: ties.length })}</p>
      <Few
        key={node.id}
        items={ties}
        say={tie => {
          const other = nodes.get(tie.from === node.id ? tie.to : tie.from)
          return (
            <>
              {other && <NodeButton node={other} onPick={() => props.onPick(pickNode(other.id))} />}
              <TieWords tie={tie} />
            </>
          )
        }}
      />
    </>
  )
}

function TieWords({ tie }: { tie: Tie }) {
  const t = useText()
  const labels = useLabels()
  return (
    <span className="quiet small tie-words">
      <span>{labels.code('actor_role', tie.role)}</span>
      <span>{t(`network.certainty.${tie.certainty}`)}</span>
      {(tie.since !== null || tie.until !== null) && (
        <span>
          {tie.since === null ? '' : <PartialDate value={tie.since} />}
          {'–'}
          {tie.until === null ? '' : <PartialDate value={tie.until} />}
        </span>
      )}
      {tie.country !== null && <span>{labels.code('country', tie.country)}</span>}
    </span>
  )
}
