import { Button, Modal } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPlayerPause, IconRotate2 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { type Ground, readEvidence } from '#casework/evidence.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { questionnaireKey } from '#dictionary/questionnaire.ts'
import { progress } from '#forms/engine.ts'
import type { OpenCase } from '../case/use-case.ts'
import { SavedAt } from '../form/record-form.tsx'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useMaybeText, useText } from '../text/text.tsx'
import { EvidenceBlocks } from './evidence-blocks.tsx'
import { IndicatorReading } from './indicator-reading.tsx'
import { TopicQuestions } from './topic-questions.tsx'
import { answersOf, guideOf, type Topic, topicOfGround, topicsOf } from './topics.ts'
import { useSitting } from './use-sitting.ts'

/** One sitting: a topic a page, the three blocks beside it, "Pause here" always in reach. */
export function Sitting(props: { open: OpenCase; screening: RecordView }) {
  const { open, screening } = props
  const d = useDictionary()
  const t = useText()
  const labels = useLabels()
  const maybe = useMaybeText()
  const go = useNavigate()
  const say = useProblemText()
  const draft = useSitting(open, screening)
  const guide = guideOf(d)
  const list = d.questionnaires.get(
    `${plainText(screening.content.questionnaire)}@${plainText(screening.content.questionnaireVersion)}`,
  )
  const topics = useMemo(() => (guide ? topicsOf(guide, list === guide ? undefined : list) : []), [guide, list])
  const [at, setAt] = useState(() => firstOpen(topics, draft.held))
  const [turned, setTurned] = useState(false)
  const [goal, setGoal] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const topic = topics[at]
  const evidence = useMemo(() => readEvidence(draft.file, d), [draft.file, d])
  const last = at === topics.length - 1

  // A new topic begins at its heading, for the eye and for the keyboard, before anything else can be pressed.
  // runs when the topic changes
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [at])

  useEffect(() => {
    if (goal === null) return
    const target = document.getElementById(goal)
    target?.scrollIntoView({ block: 'center' })
    ;(target?.querySelector<HTMLElement>('input:checked') ?? target)?.focus()
    // oxlint-disable-next-line react/set-state-in-effect -- the wish is used up once the focus has moved
    setGoal(null)
  }, [goal])

  const key = ({ questionnaire, section }: Topic) => `question.${questionnaireKey(questionnaire)}.section.${section.id}`
  const titleOf = (each: Topic) => maybe(key(each)) ?? each.section.label
  const helpOf = (each: Topic) => maybe(`help.${key(each)}`) ?? each.section.help
  const toCase = () => go({ to: '/cases/$id', params: { id: open.id } })
  /** Moving on saves, and is never held up by a save that fails: what was typed stays in memory. */
  const move = (to: number) => {
    void draft.save()
    moved.current = true
    setAt(to)
  }
  const pause = async () => {
    const state = screening.content.state === 'concluded' ? {} : { state: 'paused', lastSittingOn: localToday() }
    if (await draft.save(state)) await toCase()
  }
  const conclude = async () => {
    // What was told of means and purpose belongs to the episode too, where nothing else stands: figures count episodes.
    const { held } = draft
    const carried = Object.fromEntries(
      (
        [
          ['exploitation', 'purpose'],
          ['means', 'means'],
        ] as const
      ).flatMap(([to, from]) => {
        const told = held.screening[from]
        return !isAnswered(held.episode[to]) && told !== undefined ? [[to, told]] : []
      }),
    )
    if (await draft.save({ state: 'concluded', lastSittingOn: localToday() }, carried)) await toCase()
  }
  const goTo = (ground: Ground) => {
    const found = topicOfGround(topics, ground)
    if (!found) return
    setAt(found.topic)
    setGoal(`q-${found.question.id}-${ground.code}`)
  }

  if (!topic) return <p>{t('interview.noGuide')}</p>
  const questions = (
    <TopicQuestions
      topic={topic}
      draft={draft}
      classes={{ screening: open.writable('screening'), episode: open.writable('episode') }}
    />
  )
  return (
    <div className="interview column wide">
      <div className="interview-bar">
        <span className="quiet small number">{t('interview.topic', { at: at + 1, all: topics.length })}</span>
        <SavedAt at={draft.savedAt} />
        <span className="row">
          <Button variant="subtle" leftSection={<IconRotate2 size={18} aria-hidden />} onClick={() => setTurned(true)}>
            {t('interview.turn')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={18} aria-hidden />}
            loading={draft.busy}
            onClick={() => void pause()}
          >
            {t('interview.pause')}
          </Button>
        </span>
      </div>
      <div className="interview-grid">
        <div className="interview-topic">
          <h1 ref={heading} tabIndex={-1}>
            {titleOf(topic)}
          </h1>
          {topic.section.help && <p className="quiet">{helpOf(topic)}</p>}
          {topic.section.id === 'means' && evidence.child && <p className="notice">{t('interview.childMeans')}</p>}
          {topic.questionnaire !== guide && !topic.questionnaire.verified && (
            <p className="small quiet">
              {topic.questionnaire.provenance} {t('begin.unverified')}
            </p>
          )}
          {questions}
          {draft.problems.length > 0 && (
            <ul className="notice stop" role="alert">
              {draft.problems.map(problem => (
                <li key={problem.code + (problem.field ?? '')}>
                  {problem.field ? `${labels.field('screening', problem.field)}: ` : ''}
                  {say(problem)}
                </li>
              ))}
            </ul>
          )}
          <Refused error={draft.error} />
          <div className="form-end">
            {at > 0 && (
              <Button
                variant="default"
                leftSection={<IconArrowLeft size={18} aria-hidden className="turns" />}
                onClick={() => move(at - 1)}
              >
                {t('interview.previous')}
              </Button>
            )}
            {last ? (
              <Button loading={draft.busy} onClick={() => void conclude()}>
                {t('interview.conclude')}
              </Button>
            ) : (
              <Button
                rightSection={<IconArrowRight size={18} aria-hidden className="turns" />}
                onClick={() => move(at + 1)}
              >
                {t('interview.next')}
              </Button>
            )}
          </div>
          <nav aria-label={t('interview.topics')}>
            <ol className="topic-list">
              {topics.map((each, index) => (
                <li key={`${each.questionnaire.id} ${each.section.id}`}>
                  <button type="button" aria-current={index === at ? 'step' : undefined} onClick={() => move(index)}>
                    {titleOf(each)}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        </div>
        <aside className="interview-reading" aria-labelledby="reading-title">
          <h2 id="reading-title">{t('reading.title')}</h2>
          <EvidenceBlocks evidence={evidence} onGo={goTo} />
          <IndicatorReading questionnaire={list} indicators={draft.held.screening.indicators} evidence={evidence} />
        </aside>
      </div>
      <Modal
        opened={turned}
        onClose={() => setTurned(false)}
        fullScreen
        title={t('interview.together')}
        closeButtonProps={{ 'aria-label': t('interview.turnBack') }}
      >
        <div className="turned">
          <h2>{titleOf(topic)}</h2>
          {turned && questions}
          <Button variant="default" onClick={() => setTurned(false)}>
            {t('interview.turnBack')}
          </Button>
        </div>
      </Modal>
    </div>
  )
}

/** Where the last sitting stopped: the topic after the last one with an answer. */
function firstOpen(topics: ReturnType<typeof topicsOf>, held: ReturnType<typeof useSitting>['held']): number {
  const last = topics.findLastIndex(({ section, questionnaire }) => {
    const part = progress(questionnaire, answersOf(questionnaire, held)).find(each => each.section === section.id)
    return part !== undefined && part.answered + part.skipped > 0
  })
  return Math.min(last + 1, Math.max(topics.length - 1, 0))
}
