/** The privacy notice in force, by the date of its text. A change of what is kept or why is a new version. */
export const PRIVACY_VERSION = '2026-11-24'
