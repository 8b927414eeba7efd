import type { Me } from '../../../shared/contract'
import { formatDateTime } from '../../../shared/domain/time'

/**
 * Where the member's consent stands. `shown` is the version of the text in this package: a newer one in force cannot
 * be agreed to before it can be read.
 */
export function consentWords(
  { current, given }: Me['consent'],
  shown: string,
): { words: string; canAgree: boolean; canWithdraw: boolean } {
  const said = given && `您于 ${formatDateTime(Date.parse(given.at))} 同意了 ${given.version} 版。`
  if (current !== shown) {
    const newer = `隐私说明已更新为 ${current} 版，请重新打开小程序后阅读。`
    return { words: `${said ?? ''}${newer}`, canAgree: false, canWithdraw: given !== null }
  }
  if (!given) {
    return { words: `现行版本为 ${current} 版，您还没有表示同意。`, canAgree: true, canWithdraw: false }
  }
  if (given.version === current) return { words: `${said ?? ''}`, canAgree: false, canWithdraw: true }
  return { words: `${said ?? ''}现行版本为 ${current} 版，请阅读后确认。`, canAgree: true, canWithdraw: true }
}
