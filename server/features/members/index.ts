export { memberRoutes } from './routes'
export type * from './ports'
