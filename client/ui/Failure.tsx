import type { Problem } from '../platform/problem'
import { Blank } from './Blank'

interface FailureProps {
  problem: Problem
  onRetry: () => void
  /** What could not be shown, such as `文章没有加载成功`. */
  title?: string
}

/** A page that could not be loaded, in words, with a way to try again. */
export function Failure({ problem, onRetry, title = '没有加载成功' }: FailureProps) {
  const offline = problem.kind === 'offline'
  return (
    <Blank
      icon={offline ? 'offline' : 'info'}
      title={offline ? '网络连接不上' : title}
      text={offline ? '请检查手机网络，然后重试。' : problem.message}
      action={{ text: '重试', onTap: onRetry }}
    />
  )
}
