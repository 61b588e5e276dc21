import { IconAlertTriangle } from '@tabler/icons-react'
import { RefusalError } from '../api/client.ts'
import { useMaybeText, useText } from '../text/text.tsx'
import { useProblemText } from '../text/problem.ts'

/** Why something was refused, in words and with the way out; announced to screen readers. */
export function Refused(props: { error: unknown }) {
  const t = useText()
  const maybe = useMaybeText()
  const say = useProblemText()
  if (props.error === null || props.error === undefined) return null
  const { code, message, problems } =
    props.error instanceof RefusalError ? props.error : { code: 'failed', message: '', problems: [] }
  return (
    <div className="notice stop" role="alert">
      <IconAlertTriangle aria-hidden size={20} />
      <div>
        <p>{maybe(`problem.${code}`) ?? (message || t('problem.failed'))}</p>
        {problems.length > 0 && (
          <ul>
            {problems.map(problem => (
              <li key={`${problem.code}-${problem.field ?? ''}`}>{say(problem)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
