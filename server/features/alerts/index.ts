export { createGrantEvents, type AlertPorts, type DialogAnswer, type GrantEvents } from './recordAnswers'
export { alertRoutes } from './routes'
export type { AlertStore, AlertTemplate, ReceivedStore } from './ports'
