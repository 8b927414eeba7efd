import { createContext, useContext } from 'react'

/** How any screen opens the palette. */
export const PaletteOpening = createContext<() => void>(() => undefined)
export const useOpenPalette = (): (() => void) => useContext(PaletteOpening)
