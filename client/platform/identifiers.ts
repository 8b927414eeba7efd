/**
 * A version 4 UUID. It tells two openings or two answers of one member apart and guards nothing, so the plain random
 * source that every WeChat version has is enough.
 */
export function newIdentifier(random: () => number = Math.random): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const nibble = Math.floor(random() * 16)
    return (place === 'x' ? nibble : (nibble & 3) | 8).toString(16)
  })
}
