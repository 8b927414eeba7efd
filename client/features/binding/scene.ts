/** What the mini-program code hands over, in percent signs. */
export function codeOf(scene: string | undefined): string {
  try {
    return decodeURIComponent(scene ?? '')
  } catch {
    return ''
  }
}
