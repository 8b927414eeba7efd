import type { BindingCode, BindingOffer } from '../../shared/contract'
import { request, type Answer } from './http'
import type { MemberPhone } from './memberPhone'
import type { StaffBrowser } from './staff'

interface Codes {
  codes: { id: string; page: string }[]
}

/** Asks for a code as the account page does, and points a phone of the stand-in at it. Answers with the `scene`. */
export async function scannedCode(url: string, staff: StaffBrowser, phone: MemberPhone): Promise<string> {
  const made = await staff.call<BindingCode>('POST', '/api/admin/me/binding/code')
  if (made.status !== 201) throw new Error(`no binding code: ${JSON.stringify(made.body)}`)
  const { body } = await request<Codes>(`${url}/sandbox/api/codes`)
  const newest = body.codes.find(({ page }) => page === 'pages/binding/index')
  const json = { code: newest?.id ?? '' }
  const scanned = await request<{ path: string }>(`${url}/sandbox/api/phones/${phone.phoneId}/scan`, 'POST', { json })
  const [page, query] = scanned.body.path.split('?')
  if (page !== 'pages/binding/index') throw new Error(`the code led to ${scanned.body.path}`)
  return new URLSearchParams(query).get('scene') ?? ''
}

export const look = (phone: MemberPhone, code: string): Promise<Answer<BindingOffer>> =>
  phone.call('POST', '/api/bindings/look', { code })

export const confirm = (phone: MemberPhone, code: string): Promise<Answer<BindingOffer>> =>
  phone.call('POST', '/api/bindings', { code })

/** From the code on the screen to the binding. */
export async function bindPhone(url: string, staff: StaffBrowser, phone: MemberPhone): Promise<void> {
  const bound = await confirm(phone, await scannedCode(url, staff, phone))
  if (bound.status !== 200) throw new Error(`not bound: ${JSON.stringify(bound.body)}`)
}
