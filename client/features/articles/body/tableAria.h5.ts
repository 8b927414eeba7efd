/** A box that scrolls sideways has to be reached by keyboard, so that the arrow keys can move it. */
export const frameOf = (label: string): Record<string, unknown> => ({
  role: 'region',
  'aria-label': label,
  tabIndex: 0,
})
export const tableRole = (role: 'table' | 'row' | 'cell' | 'columnheader'): Record<string, unknown> => ({ role })
