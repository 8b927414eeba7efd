export { createEngine, type Engine, type EngineParts, type EngineStatus } from './engine'
export { createInProcessWakeup } from './wakeup'
export { connectionsFor, DEFAULT_SETTINGS, type EngineSettings } from './settings'
export type * from './ports'
