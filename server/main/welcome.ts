import { webSends } from './composeWakeup'
import type { Settings } from './settings'
import type { RunningWeb } from './startWeb'

/** Where to go, for whoever started the program. The last line tells a program that it may begin. */
export function welcome(settings: Settings, { port, setupCode }: RunningWeb): string {
  const { environment, association, sandbox } = settings
  const url = environment.PUBLIC_URL ?? `http://localhost:${port}`
  const lines = [
    '',
    `  ${association.organisation.name}`,
    '',
    `  会员端（网页版）  ${url}/`,
    `  工作人员后台      ${url}/admin/`,
    ...(setupCode === null ? [] : [`    首次设置码      ${setupCode}（用于创建首位管理员，只能使用一次）`]),
    ...(sandbox ? [`  手机模拟          ${url}/sandbox/（内置的微信模拟环境，不会发送真实消息）`] : []),
    ...(webSends(settings) ? [] : ['', '  已设置 REDIS_URL：本进程不发送通知，请另外运行 npm run worker']),
    '',
    `READY http://localhost:${port}`,
    '',
  ]
  return lines.join('\n')
}
