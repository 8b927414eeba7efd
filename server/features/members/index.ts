export { memberRoutes } from './routes'
export type { LoginProvider, Members, NewSession } from './ports'
