export { callbackRoutes } from './callbackRoutes'
export type { CallbackDeps } from './receiveEvent'
export type * from './ports'
