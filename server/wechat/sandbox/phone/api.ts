export interface Notice {
  id: string
  templateId: string
  title: string
  rows: { label: string; value: string }[]
  page: string
  miniProgram: string
  /** ISO 8601 */
  at: string
}

export interface Template {
  id: string
  title: string
}

export interface Site {
  miniProgram: string
  templates: Template[]
}

export type Choice = 'accept' | 'reject'

export interface PhoneState {
  phoneId: string
  mainSwitch: boolean
  grants: Record<string, number>
  kept: Record<string, Choice>
}

/** A mini-program code on some screen. */
export interface DrawnCode {
  id: string
  page: string
  /** ISO 8601 */
  at: string
}

export interface AcceptedSend {
  seq: number
  msgid: string
  phoneId: string
  templateId: string
  values: Record<string, string>
  at: string
}

export interface FaultOrder {
  kind: string
  count?: number
  errcode?: number
  accepted?: boolean
}

/** Why the stand-in said no. `errCode` is there when it speaks as `wx.requestSubscribeMessage` does. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errCode?: number,
  ) {
    super(message)
  }
}

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/sandbox/api${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (response.ok) return (await response.json()) as T
  const said = (await response.json().catch(() => ({}))) as { errMsg?: string; errCode?: number }
  throw new Refusal(response.status, said.errMsg ?? '', said.errCode)
}

export const api = {
  site: () => ask<Site>('GET', '/site'),
  newPhone: () => ask<PhoneState>('POST', '/phones', {}),
  phone: (id: string) => ask<PhoneState>('GET', `/phones/${id}`),
  changePhone: (id: string, change: { mainSwitch?: boolean; unsubscribe?: string[] }) =>
    ask<PhoneState>('PUT', `/phones/${id}`, change),
  loginCode: (id: string) => ask<{ code: string }>('POST', `/phones/${id}/login-code`, {}),
  subscribe: (id: string, answers: Record<string, Choice>, keep: boolean) =>
    ask<Record<string, string>>('POST', `/phones/${id}/subscribe`, { answers, keep }),
  notices: (id: string) => ask<{ notices: Notice[] }>('GET', `/phones/${id}/notices`),
  codes: () => ask<{ codes: DrawnCode[] }>('GET', '/codes'),
  codePicture: (id: string) => `/sandbox/api/codes/${id}/picture`,
  scan: (id: string, code: string) => ask<{ path: string }>('POST', `/phones/${id}/scan`, { code }),
  streamAddress: (id: string) => `/sandbox/api/phones/${id}/stream`,
  accepted: (after: number) =>
    ask<{ total: number; sends: AcceptedSend[] }>('GET', `/accepted?after=${after}&limit=1000`),
  faults: () => ask<{ faults: FaultOrder[] }>('GET', '/faults'),
  orderFault: (fault: FaultOrder) => ask<{ faults: FaultOrder[] }>('POST', '/faults', fault),
  clearFaults: () => ask<{ faults: FaultOrder[] }>('DELETE', '/faults'),
  revokeToken: () => ask<unknown>('POST', '/tokens/revoke', {}),
}
