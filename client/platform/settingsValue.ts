export const THEMES = ['system', 'light', 'dark'] as const
export const TEXT_SIZES = ['standard', 'large', 'largest'] as const
export type Theme = (typeof THEMES)[number]
export type TextSize = (typeof TEXT_SIZES)[number]

/** How this member wants to see the app; kept on this phone alone. */
export interface Settings {
  theme: Theme
  textSize: TextSize
}

/** How much larger each choice sets text, on top of the size that the phone itself asks for. */
export const GROWTH: Readonly<Record<TextSize, number>> = { standard: 1, large: 1.2, largest: 1.4 }

/** What was kept, read as far as it can be understood. */
export function asSettings(value: unknown): Settings {
  const { theme, textSize } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Settings>
  return {
    theme: THEMES.find((known) => known === theme) ?? 'system',
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? 'standard',
  }
}
