/** What the browser calls the page in its tab, its history and its bookmarks. */
export const namePage = (title: string): void => {
  document.title = `${title} · ${ORGANISATION.name}`
}
