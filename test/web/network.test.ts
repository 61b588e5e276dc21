import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certainties, type Network, type Node, type Tie } from '#casework/network/network.ts'
import { wholeIn, zoomed } from '#web/network/camera.ts'
import { communities } from '#web/network/communities.ts'
import { type LayoutTask, layOut } from '#web/network/layout.ts'
import { pairsOf } from '#web/network/pairs.ts'
import { nodeAt, sceneOf, wordsToWrite } from '#web/network/scene.ts'

const suspect = (id: string): Node => ({ id, of: 'suspect', kind: 'person', label: id, country: null })
const person = (id: string): Node => ({ id, of: 'person', cases: [{ id, number: id }] })
const tie = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
  id: `${from}>${to}`,
  from,
  to,
  role: 'recruiter',
  certainty: 'probable',
  since: null,
  until: null,
  country: null,
  ...more,
})

const aNetwork: fc.Arbitrary<Pick<Network, 'nodes' | 'ties'>> = fc
  .array(fc.tuple(fc.nat(9), fc.nat(14), fc.constantFrom(...certainties)), { maxLength: 60 })
  .map(ends => ({
    nodes: [
      ...Array.from({ length: 10 }, (_, i) => suspect(`s${i}`)),
      ...Array.from({ length: 15 }, (_, i) => person(`p${i}`)),
    ],
    ties: ends.map(([s, p, certainty], i) => tie(`s${s}`, `p${p}`, { id: `t${i}`, certainty })),
  }))

describe('communities', () => {
  test('two rings that share nobody are two communities, the larger first', () => {
    const ring = (name: string, size: number) => ({
      nodes: [suspect(name), ...Array.from({ length: size }, (_, i) => person(`${name}${i}`))],
      ties: Array.from({ length: size }, (_, i) => tie(name, `${name}${i}`)),
    })
    const [small, large] = [ring('a', 3), ring('b', 5)]
    expect(communities({ nodes: [...small.nodes, ...large.nodes], ties: [...small.ties, ...large.ties] })).toEqual([
      { suspects: ['b'], persons: ['b0', 'b1', 'b2', 'b3', 'b4'] },
      { suspects: ['a'], persons: ['a0', 'a1', 'a2'] },
    ])
  })

  test('do not depend on the order of nodes and ties, nor on the direction in which a tie was written', () => {
    const turned = ({ from, to, ...rest }: Tie): Tie => ({ ...rest, from: to, to: from })
    fc.assert(
      fc.property(
        aNetwork.chain(whole =>
          fc.tuple(
            fc.constant(whole),
            fc.shuffledSubarray([...whole.nodes], { minLength: whole.nodes.length }),
            fc.shuffledSubarray([...whole.ties], { minLength: whole.ties.length }),
          ),
        ),
        ([whole, nodes, ties]) => {
          expect(communities({ nodes, ties: ties.map(turned) })).toEqual(communities(whole))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('every node is in one of them', () => {
    fc.assert(
      fc.property(aNetwork, whole => {
        const members = communities(whole).flatMap(({ suspects, persons }) => [...suspects, ...persons])
        expect(members.toSorted()).toEqual(whole.nodes.map(({ id }) => id).toSorted())
      }),
    )
  })
})

test('all ties between two are one pair; what is surer weighs more; a tie to itself is none', () => {
  const ties = [tie('s', 'p', { certainty: 'possible' }), tie('p', 's', { certainty: 'confirmed' }), tie('s', 's')]
  expect(pairsOf(ties)).toEqual([{ a: 'p', b: 's', weight: 4 }])
})

describe('the drawing', () => {
  const aTask: fc.Arbitrary<LayoutTask> = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 }).map(ends => ({
    communities: Array.from({ length: 30 }, (_, i) => i % 4),
    pairs: [...new Map(ends.filter(([a, b]) => a < b).map(([a, b]) => [`${a} ${b}`, [a, b, 1] as const])).values()],
  }))

  test('ends after a bounded number of steps, every place is a number, and the same task gives the same drawing', () => {
    fc.assert(
      fc.property(aTask, task => {
        const steps = [...layOut(task)]
        expect(steps[0]?.done).toBe(0)
        expect(steps.at(-1)?.done).toBe(200)
        for (const { positions } of steps) expect(positions.every(Number.isFinite)).toBe(true)
        expect([...layOut(task)].at(-1)).toEqual(steps.at(-1))
      }),
      { numRuns: 20 },
    )
  })

  test('nobody begins on top of another', () => {
    const [first] = layOut({ communities: Array.from({ length: 300 }, (_, i) => Math.floor(i / 60)), pairs: [] })
    const places = new Set<string>()
    const { positions } = first ?? { positions: new Float64Array() }
    for (let i = 0; i < positions.length; i += 2)
      places.add(`${positions[i]?.toFixed(3)} ${positions[i + 1]?.toFixed(3)}`)
    expect(places.size).toBe(300)
  })

  test('an empty network is drawn as nothing', () => {
    expect([...layOut({ communities: [], pairs: [] })].at(-1)?.positions).toEqual(new Float64Array())
  })
})

describe('the camera', () => {
  const size = { width: 800, height: 500 }
  const aPlace = fc.double({ min: -5_000, max: 5_000, noNaN: true })
  const somePlaces = fc
    .array(fc.tuple(aPlace, aPlace), { minLength: 1, maxLength: 40 })
    .map(all => Float64Array.from(all.flat()))

  test('the whole lies within the canvas', () => {
    fc.assert(
      fc.property(somePlaces, positions => {
        const camera = wholeIn(positions, () => true, size)
        for (let at = 0; at < positions.length; at += 2) {
          const [x, y] = [
            (positions[at] ?? 0) * camera.scale + camera.x,
            (positions[at + 1] ?? 0) * camera.scale + camera.y,
          ]
          expect(x >= 31 && x <= size.width - 31 && y >= 31 && y <= size.height - 31).toBe(true)
        }
      }),
    )
  })

  test('zooming leaves the point under the hand where it is', () => {
    const aCamera = fc.record({
      scale: fc.double({ min: 0.01, max: 30, noNaN: true }),
      x: fc.double({ min: -900, max: 900, noNaN: true }),
      y: fc.double({ min: -900, max: 900, noNaN: true }),
    })
    const aPoint = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 500 }) })
    fc.assert(
      fc.property(aCamera, aPoint, fc.double({ min: 0.2, max: 5, noNaN: true }), (camera, at, factor) => {
        const now = zoomed(camera, factor, at)
        const worldX = (at.x - camera.x) / camera.scale
        expect(worldX * now.scale + now.x).toBeCloseTo(at.x, 4)
      }),
    )
  })
})

describe('the scene', () => {
  const scene = sceneOf({
    nodes: [suspect('a'), suspect('b'), person('1'), person('2')],
    ties: [tie('a', '1'), tie('b', '1', { certainty: 'possible' }), tie('b', '2')],
    journeys: [],
  })
  const positions = Float64Array.from([0, 0, 100, 0, 0, 100, 100, 100])
  const camera = { scale: 1, x: 50, y: 50 }
  const all = { camera, radius: 1, isShown: () => true, reach: 4 }

  test('suspects of most ties have their words written first; surer lines are thicker', () => {
    expect(scene.byRank.map(place => scene.nodes[place]?.id)).toEqual(['b', 'a', '1', '2'])
    expect(scene.lines.map(({ width }) => width)).toEqual([2, 1, 2])
  })

  test('a point finds the circle under it, the nearest one, and none that is hidden or far', () => {
    expect(nodeAt(scene, positions, { ...all, at: { x: 52, y: 51 } })).toBe(0)
    expect(nodeAt(scene, positions, { ...all, at: { x: 100, y: 100 } })).toBeNull()
    expect(nodeAt(scene, positions, { ...all, isShown: node => node !== 0, at: { x: 52, y: 51 } })).toBeNull()
  })

  test('no two words stand on each other, and what is pointed at has its words', () => {
    const close = Float64Array.from([0, 0, 4, 2, 0, 100, 100, 100])
    const said = (first: number | null) =>
      wordsToWrite(scene, close, {
        camera,
        size: { width: 400, height: 300 },
        radius: 1,
        first,
        isWritten: () => true,
        widthOf: text => 8 * text.length,
        most: 10,
      }).map(({ text }) => text)
    expect(said(null)).toEqual(['b', '1', '2'])
    expect(said(0)).toEqual(['a', '1', '2'])
  })
})
