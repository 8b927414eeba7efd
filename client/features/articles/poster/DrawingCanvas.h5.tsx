/** The web draws on a canvas that is in no page. */
export const DrawingCanvas = (_: { ids: string[] }) => null
