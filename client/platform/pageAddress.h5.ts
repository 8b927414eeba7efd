/**
 * Shows what the page looks at in its address, so that it can be copied, reloaded and come back to. The entry of the
 * browser's history stays the same one, with the router's own mark on it.
 */
export function showAddress(path: string): void {
  try {
    window.history.replaceState(window.history.state, '', path)
  } catch {
    // Some browsers limit how often; the address then lags behind.
  }
}
