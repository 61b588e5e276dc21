import { Button } from '@mantine/core'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { inOrder, ofType } from '#casework/latest.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import type { Edit } from '../reintegration/edit.ts'
import { useLabels, useText } from '../text/text.tsx'

/** One request with what was found: on the one side what stays in the file, on the other what was told. */
export function Request(props: {
  open: OpenCase
  request: RecordView
  onEdit: Edit
  onTell: (result: RecordView) => void
}) {
  const { open, request, onEdit } = props
  const t = useText()
  const { content } = request
  const say = (field: string) => <SayValue type="tracing_request" field={field} value={content[field]} />
  const results = inOrder(
    ofType(open.file, 'tracing_result').filter(result => result.content.request === request.id),
    'foundOn',
  )
  const writes = open.writable('tracing_result').has('open')
  return (
    <section data-request={request.id}>
      <div className="row ends">
        <h2>{say('requester')}</h2>
        <Button variant="default" onClick={() => onEdit({ type: 'tracing_request', record: request.id })}>
          {t('tracing.edit')}
        </Button>
      </div>
      <p className="row">
        {say('state')}
        {['requestedOn', 'country', 'soughtAge']
          .filter(field => isAnswered(content[field]))
          .map(field => (
            <span key={field} className="quiet">
              {say(field)}
            </span>
          ))}
      </p>
      {isAnswered(content.about) && <p>{say('about')}</p>}
      {results.length === 0 && <p className="quiet">{t('tracing.noResult')}</p>}
      <ul className="findings-list">
        {results.map(result => (
          <Result key={result.id} {...props} result={result} writes={writes} />
        ))}
      </ul>
      {writes && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              onEdit({
                type: 'tracing_result',
                record: null,
                hide: told,
                initial: { request: request.id, foundOn: localToday() },
              })
            }
          >
            {t('tracing.found')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What is told has a form of its own, which holds back what may not be. */
const told = ['request', 'shared', 'sharedWith', 'sharedOn']

function Result(props: {
  open: OpenCase
  result: RecordView
  writes: boolean
  onEdit: Edit
  onTell: (result: RecordView) => void
}) {
  const { result } = props
  const t = useText()
  const labels = useLabels()
  const { content } = result
  const say = (field: string) => <SayValue type="tracing_result" field={field} value={content[field]} />
  const isTold = isAnswered(content.sharedOn)
  return (
    <li className="sheet stack" data-result={result.id}>
      <div className="row ends">
        <h3>{say('outcome')}</h3>
        <span className="quiet">{say('foundOn')}</span>
      </div>
      {isAnswered(content.findings) && (
        <div>
          <p className="meaning quiet small">
            <IconLock size={16} aria-hidden /> {t('tracing.findings')}
          </p>
          <p>{say('findings')}</p>
        </div>
      )}
      {isTold ? (
        <dl className="answers">
          {['shared', 'sharedWith', 'sharedOn'].map(field => (
            <div key={field}>
              <dt>{labels.field('tracing_result', field)}</dt>
              <dd>{say(field)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="quiet">{t('tracing.nothingTold')}</p>
      )}
      <div className="row">
        {props.writes && !isTold && isAnswered(content.outcome) && (
          <Button onClick={() => props.onTell(result)}>{t('tracing.tell')}</Button>
        )}
        <Button
          variant="default"
          onClick={() => props.onEdit({ type: 'tracing_result', record: result.id, hide: told })}
        >
          {t('tracing.editResult')}
        </Button>
      </div>
    </li>
  )
}
