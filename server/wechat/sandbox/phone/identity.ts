import { api, Refusal, type PhoneState } from './api'

/** The two members of the desk. */
export const OWNERS = ['甲', '乙'] as const
export type Owner = (typeof OWNERS)[number]

const PREFIX = 'sandbox-phone:'
const CURRENT = `${PREFIX}current`
const idKey = (owner: Owner): string => `${PREFIX}${owner}:id`
const storageKey = (owner: Owner): string => `${PREFIX}${owner}:storage`
const readKey = (owner: Owner): string => `${PREFIX}${owner}:read`

/** What the app in the frame keeps: everything of this origin that is neither ours nor the staff admin's. */
function appKeys(): string[] {
  return Object.keys(localStorage).filter((key) => !key.startsWith(PREFIX) && !key.startsWith('admin-'))
}

function takeAppStorage(): Record<string, string> {
  const taken: Record<string, string> = {}
  for (const key of appKeys()) {
    taken[key] = localStorage.getItem(key) ?? ''
    localStorage.removeItem(key)
  }
  return taken
}

export const currentOwner = (): Owner => OWNERS.find((owner) => owner === localStorage.getItem(CURRENT)) ?? OWNERS[0]
export const phoneIdOf = (owner: Owner): string | null => localStorage.getItem(idKey(owner))
export const ownerOf = (phoneId: string): Owner | null => OWNERS.find((owner) => phoneIdOf(owner) === phoneId) ?? null

/**
 * The phone of an owner; a new one when the stand-in does not know it any more. The app's storage of a phone that is
 * gone goes with it: it belongs to a member whom nobody can be again.
 */
export async function phoneOf(owner: Owner): Promise<PhoneState> {
  const id = phoneIdOf(owner)
  if (id !== null) {
    try {
      return await api.phone(id)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error
      takeAppStorage()
    }
  }
  const phone = await api.newPhone()
  localStorage.setItem(idKey(owner), phone.phoneId)
  localStorage.removeItem(readKey(owner))
  return phone
}

/** Puts one phone down and takes up the other: each has a storage of its own, as two real phones do. */
export function switchTo(owner: Owner): void {
  const before = currentOwner()
  if (before === owner) return
  localStorage.setItem(storageKey(before), JSON.stringify(takeAppStorage()))
  const kept = JSON.parse(localStorage.getItem(storageKey(owner)) ?? '{}') as Record<string, string>
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
  localStorage.setItem(CURRENT, owner)
}

/** When the owner last looked at the service notices, ISO 8601. */
export const lastRead = (owner: Owner): string => localStorage.getItem(readKey(owner)) ?? ''
export const setLastRead = (owner: Owner, at: string): void => localStorage.setItem(readKey(owner), at)
