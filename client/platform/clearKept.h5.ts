/** What others keep under the same address: the sandbox phone around the page, and the staff admin. */
const FOREIGN = ['sandbox-phone:', 'admin-']

/** Removes what the app has kept in this browser. False when the browser forbids its storage. */
export function clearKept(): boolean {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!FOREIGN.some((prefix) => key.startsWith(prefix))) localStorage.removeItem(key)
    }
    return true
  } catch {
    return false
  }
}
