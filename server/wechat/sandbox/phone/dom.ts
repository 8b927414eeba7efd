type Child = Node | string | null

interface Options {
  class?: string
  /** Attributes; one that is false or null is left out. */
  attributes?: Record<string, string | boolean | null>
  on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void }
}

/** Makes an element. Text is always text: nothing here reads HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  children: Child[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (options.class !== undefined) element.className = options.class
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value === false || value === null) continue
    element.setAttribute(name, value === true ? '' : value)
  }
  for (const [name, listener] of Object.entries(options.on ?? {})) {
    element.addEventListener(name, listener as EventListener)
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

export const button = (label: string, className: string, tap: () => void): HTMLButtonElement =>
  make('button', { class: className, attributes: { type: 'button' }, on: { click: tap } }, [label])

let made = 0
/** An id for `aria-labelledby` and the like. */
export const newId = (stem: string): string => `${stem}-${(made += 1)}`
