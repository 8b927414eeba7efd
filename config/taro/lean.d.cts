/** Files that the loader is for; given to webpack as a rule's `test`. */
export function isLeaned(resource: string): boolean
