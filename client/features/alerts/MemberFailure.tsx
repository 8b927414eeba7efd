import type { Problem } from '../../platform/problem'
import { open } from '../../platform/navigation'
import { PAGES } from '../../routes'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'

interface MemberFailureProps {
  problem: Problem
  onRetry: () => void
  title: string
}

/** A page for members that could not be read. A login that WeChat refuses leaves everything else open. */
export function MemberFailure({ problem, onRetry, title }: MemberFailureProps) {
  if (problem.code !== 'login_refused') return <Failure problem={problem} onRetry={onRetry} title={title} />
  return (
    <Blank
      icon="info"
      title="暂时无法登录"
      text={problem.message}
      action={{ text: '继续浏览', onTap: () => open(PAGES.home) }}
      other={{ text: '再试一次', onTap: onRetry }}
    />
  )
}
