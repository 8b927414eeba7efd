import type { Language } from '../../../shared/phrases'

export interface PreferenceStore {
  /** Null: nothing was chosen. */
  languageOf(staffId: string): Promise<Language | null>
  chooseLanguage(staffId: string, language: Language, now: number): Promise<void>
}
