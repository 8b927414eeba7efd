/** An error's HTTP status and its words. */
export interface ErrorPhrase {
  status: number
  zh: string
  en: string
}
