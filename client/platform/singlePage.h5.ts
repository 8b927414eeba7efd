/** The web has no single-page mode. */
export const inSinglePage = (): boolean => false
