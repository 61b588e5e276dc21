import type { Node, PersonNode } from '#casework/network/network.ts'
import { CaseNumber, Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** What to call a node in one line: a suspect as it is known, a person by the numbers of the cases. */
export function useNodeWords(): (node: Node) => string {
  const t = useText()
  return node => (node.of === 'suspect' ? node.label : numbersOf(node).join(', ') || t('case.noNumber'))
}

const numbersOf = ({ cases }: PersonNode): readonly string[] => cases.flatMap(({ number }) => number ?? [])

/** A node as a button that picks it. */
export function NodeButton(props: { node: Node; pressed?: boolean; onPick: () => void }) {
  const labels = useLabels()
  const { node } = props
  return (
    <button type="button" className="node-button" aria-pressed={props.pressed ?? false} onClick={props.onPick}>
      {node.of === 'suspect' ? (
        <>
          <Isolated>{node.label}</Isolated>{' '}
          <span className="quiet small">
            {[labels.code('suspect_kind', node.kind), node.country && labels.code('country', node.country)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ) : (
        <Numbers node={node} />
      )}
    </button>
  )
}

function Numbers({ node }: { node: PersonNode }) {
  if (node.cases.length === 0) return <CaseNumber number={null} />
  return node.cases.map(({ id, number }, place) => (
    <span key={id}>
      {place > 0 && ' · '}
      <CaseNumber number={number} />
    </span>
  ))
}
