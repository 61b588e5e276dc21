import { Button, Loader } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Asked } from '#server/contract/figure-link.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import type { Answer, FigureChoices } from './calls.ts'
import { CompareView } from './compare-view.tsx'
import { Definition } from './definition.tsx'
import { MapView } from './map-view.tsx'
import { Passport } from './passport.tsx'
import { useSaid } from './said.ts'
import { TableView } from './table-view.tsx'
import { TakeAway } from './take-away.tsx'
import { TimeView } from './time-view.tsx'
import { type Counting, useAnswer } from './use-answer.ts'

interface Asking {
  readonly asked: Asked
  readonly choices: FigureChoices
  ask(next: Asked): void
}

/** The answer: title, table and chart, and always the passport. While a newer one is counted the old one stands pale. */
export function Outcome({ asked, choices, ask }: Asking) {
  const counting = useAnswer(asked)
  const { answer, error, behind } = counting
  return (
    <div className="outcome" aria-busy={counting.slow}>
      <Progress counting={counting} />
      <Refused error={error} />
      {answer !== null && error === null && (
        <div className={behind ? 'behind' : undefined} inert={behind && counting.slow}>
          <Shown answer={answer} asked={asked} choices={choices} ask={ask} />
        </div>
      )}
    </div>
  )
}

function Progress({ counting }: { counting: Counting }) {
  const t = useText()
  return (
    <div className="progress no-print" role="status">
      {counting.slow && (
        <>
          <Loader size="sm" type="dots" aria-hidden />
          <span>{t('figures.counting')}</span>
          <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={counting.stop}>
            {t('figures.stop')}
          </Button>
        </>
      )}
      {counting.stopped && (
        <>
          <span>{t('figures.stopped')}</span>
          <Button variant="default" onClick={counting.again}>
            {t('figures.again')}
          </Button>
        </>
      )}
    </div>
  )
}

function Shown({ answer, asked, choices, ask }: Asking & { answer: Answer }) {
  const place = useRef<HTMLElement>(null)
  const said = useSaid(answer)
  return (
    <section className="figure" aria-labelledby="figure-title" ref={place}>
      <div className="figure-head">
        <h2 id="figure-title">{said.title}</h2>
        {said.conditions.length > 0 && <p className="quiet">{said.conditions.join(' · ')}</p>}
      </div>
      <View answer={answer} asked={asked} ask={ask} />
      <Passport said={said} />
      <Definition asked={asked} choices={choices} />
      <TakeAway asked={asked} said={said} answer={answer} place={place} />
    </section>
  )
}

function View({ answer, asked, ask }: Omit<Asking, 'choices'> & { answer: Answer }) {
  switch (answer.view) {
    case 'table':
      return <TableView figure={answer.figure} />
    case 'map':
      return <MapView figure={answer.figure} />
    case 'time':
      return <TimeView series={answer.series} />
    case 'compare':
      return <CompareView comparison={answer.comparison} onAlike={() => ask({ ...asked, alike: true })} />
    default:
      return answer satisfies never
  }
}
