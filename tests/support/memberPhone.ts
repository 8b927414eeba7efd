import { randomUUID } from 'node:crypto'
import type { Alerts, MemberSession } from '../../shared/contract'
import { request, type Answer } from './http'

export interface MemberPhone {
  phoneId: string
  memberId: string
  token: string
  call<T = unknown>(method: string, path: string, json?: unknown): Promise<Answer<T>>
  /** Logs in once more, as another device of the same member. */
  logInAgain(): Promise<MemberSession>
  /** The app tells what the member answered in the subscribe dialog. */
  answers(given: Record<string, string>): Promise<Answer<Alerts>>
}

/** A member of the stand-in with a session at the server. */
export async function openPhone(url: string): Promise<MemberPhone> {
  const sandbox = async <T>(path: string) => (await request<T>(`${url}/sandbox/api${path}`, 'POST', { json: {} })).body
  const { phoneId } = await sandbox<{ phoneId: string }>('/phones')
  const logIn = async () => {
    const { code } = await sandbox<{ code: string }>(`/phones/${phoneId}/login-code`)
    const answer = await request<MemberSession>(`${url}/api/session`, 'POST', { json: { code } })
    if (answer.status !== 201) throw new Error(`no login: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { token, member } = await logIn()
  const call = <T>(method: string, path: string, json?: unknown) =>
    request<T>(`${url}${path}`, method, { headers: { authorization: `Bearer ${token}` }, json })
  return {
    phoneId,
    memberId: member.id,
    token,
    call,
    logInAgain: logIn,
    answers: (given) =>
      call<Alerts>('POST', '/api/alerts/answers', {
        requestId: randomUUID(),
        answers: Object.entries(given).map(([templateId, answer]) => ({ templateId, answer })),
      }),
  }
}
