import { Button, Tabs } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { Route, SharedRecruiter } from '#casework/network/findings.ts'
import type { Network, Node } from '#casework/network/network.ts'
import { Isolated } from '../text/fmt.tsx'
import { type TextKey, useLabels, useText } from '../text/text.tsx'
import type { Community } from './communities.ts'
import { NodeButton, useNodeWords } from './node-words.tsx'
import { type Picked, pickNode } from './picked.ts'

interface Found {
  readonly recruiters: readonly SharedRecruiter[]
  readonly communities: readonly Community[]
  readonly routes: readonly Route[]
}

interface Shown {
  readonly network: Network
  readonly found: Found
  readonly picked: Picked | null
  readonly onPick: (picked: Picked) => void
}

const tabs = ['recruiters', 'communities', 'routes', 'suspects'] as const

/** What the drawing shows, as tables: for the eye that wants numbers, for the keyboard and the screen reader. */
export function Findings(props: Shown) {
  const t = useText()
  const [tab, setTab] = useState<string | null>('recruiters')
  const nodes = useMemo(() => new Map(props.network.nodes.map(node => [node.id, node])), [props.network])
  const more = { ...props, nodes }
  return (
    <section aria-label={t('network.findings')}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          {tabs.map(each => (
            <Tabs.Tab key={each} value={each}>
              {t(`network.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="recruiters">
          <Recruiters {...more} />
        </Tabs.Panel>
        <Tabs.Panel value="communities">
          <Communities {...more} />
        </Tabs.Panel>
        <Tabs.Panel value="routes">
          <Routes {...more} />
        </Tabs.Panel>
        <Tabs.Panel value="suspects">
          <Suspects {...more} />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

interface Told extends Shown {
  readonly nodes: ReadonlyMap<string, Node>
}

function Recruiters({ found, nodes, picked, onPick }: Told) {
  const t = useText()
  return (
    <Rows
      about="network.recruitersAbout"
      empty="network.recruitersEmpty"
      heads={[t('network.suspect'), t('network.persons')]}
      rows={found.recruiters.flatMap(({ suspect, persons }) => {
        const node = nodes.get(suspect)
        return node
          ? [{ key: suspect, cells: [<PickNode key="" {...{ node, picked, onPick }} />, persons.length] }]
          : []
      })}
    />
  )
}

/** Two of them are no community yet: a tie says as much. */
const smallest = 3

function Communities({ found, nodes, picked, onPick }: Told) {
  const t = useText()
  const words = useNodeWords()
  const shown = found.communities.filter(({ suspects, persons }) => suspects.length + persons.length >= smallest)
  return (
    <Rows
      about="network.communitiesAbout"
      empty="network.communitiesEmpty"
      heads={[t('network.community'), t('network.persons'), t('network.suspects')]}
      rows={shown.map(({ suspects, persons }, place) => {
        const key = `community-${suspects[0] ?? persons[0] ?? ''}`
        const known = suspects.slice(0, 2).flatMap(id => nodes.get(id) ?? [])
        return {
          key,
          cells: [
            <GroupButton
              key=""
              pressed={picked?.key === key}
              onPick={() => onPick({ key, nodes: [...suspects, ...persons] })}
            >
              {t('network.communityNumber', { number: place + 1 })}
              <span className="quiet small network-known">
                {known.map(node => (
                  <Isolated key={node.id}>{words(node)}</Isolated>
                ))}
              </span>
            </GroupButton>,
            persons.length,
            suspects.length,
          ],
        }
      })}
    />
  )
}

function Routes({ found, picked, onPick }: Told) {
  const t = useText()
  const labels = useLabels()
  return (
    <Rows
      about="network.routesAbout"
      empty="network.routesEmpty"
      heads={[t('network.route'), t('network.persons'), t('network.sharedSuspects')]}
      rows={found.routes.map(({ from, to, persons, suspects }) => {
        const key = `route-${from}-${to}`
        const said = { from: labels.code('country', from), to: labels.code('country', to) }
        return {
          key,
          cells: [
            <GroupButton
              key=""
              pressed={picked?.key === key}
              onPick={() => onPick({ key, nodes: [...suspects, ...persons] })}
            >
              {t('network.way', said)}
            </GroupButton>,
            persons.length,
            suspects.length,
          ],
        }
      })}
    />
  )
}

function Suspects({ network, nodes, picked, onPick }: Told) {
  const t = useText()
  const persons = new Map<string, Set<string>>()
  for (const { from, to } of network.ties) {
    const known = persons.get(from) ?? new Set()
    persons.set(from, nodes.get(to)?.of === 'person' ? known.add(to) : known)
  }
  const inOrder = network.nodes
    .filter(({ of }) => of === 'suspect')
    .map(node => ({ node, count: persons.get(node.id)?.size ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.node.id < b.node.id ? -1 : 1))
  return (
    <Rows
      about="network.suspectsAbout"
      empty="network.nothingLeft"
      heads={[t('network.suspect'), t('network.persons')]}
      rows={inOrder.map(({ node, count }) => ({
        key: node.id,
        cells: [<PickNode key="" {...{ node, picked, onPick }} />, count],
      }))}
    />
  )
}

const PickNode = ({ node, picked, onPick }: Pick<Shown, 'picked' | 'onPick'> & { node: Node }) => (
  <NodeButton node={node} pressed={picked?.key === node.id} onPick={() => onPick(pickNode(node.id))} />
)

const GroupButton = (props: { pressed: boolean; onPick: () => void; children: ReactNode }) => (
  <button type="button" className="node-button" aria-pressed={props.pressed} onClick={props.onPick}>
    {props.children}
  </button>
)

const atFirst = 20

/** A table whose first cells pick; the rest are numbers. */
function Rows(props: {
  about: TextKey
  empty: TextKey
  heads: readonly string[]
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}) {
  const t = useText()
  const [shown, setShown] = useState(atFirst)
  const [first, ...rest] = props.heads
  if (props.rows.length === 0) return <p className="quiet">{t(props.empty)}</p>
  return (
    <>
      <p className="quiet small">{t(props.about)}</p>
      <table className="compare network-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {rest.map(head => (
              <th key={head} scope="col" className="end">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.slice(0, shown).map(({ key, cells: [head, ...cells] }) => (
            <tr key={key} data-row={key}>
              <td>{head}</td>
              {cells.map((cell, place) => (
                <td key={props.heads[place + 1]} className="end">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.rows.length > shown && (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + 5 * atFirst)}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
