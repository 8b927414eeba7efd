type Family = readonly [pattern: RegExp, name: string]

/** More particular ones first: Edge calls itself Chrome too, and Chrome calls itself Safari. */
const BROWSERS: readonly Family[] = [
  [/MicroMessenger\//, '微信'],
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:(?:Headless)?Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly Family[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (families: readonly Family[], text: string): string =>
  families.find(([pattern]) => pattern.test(text))?.[1] ?? ''

/** What a `User-Agent` says in two words, such as `Edge · Windows`; empty when it says neither. Never the text itself. */
export const browserFamily = (userAgent: string): string =>
  [nameIn(BROWSERS, userAgent), nameIn(SYSTEMS, userAgent)].filter(Boolean).join(' · ')
