export type { HouseOverrides, HouseStore, LiveHouse } from './ports'
export { houseRoutes } from './routes'
export { overridden } from './values'
