const LONGEST = 120

/** A file's name as its owner knows it, for search and display only: no folders, no control characters. */
export function pictureName(original: string): string {
  const base = original.split(/[\\/]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]/g, '').trim()
  return [...clean].slice(0, LONGEST).join('')
}
