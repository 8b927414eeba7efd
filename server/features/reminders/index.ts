export { reminderRoutes } from './routes'
export type * from './ports'
