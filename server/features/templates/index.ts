export type { ChosenTemplates, TemplateStore } from './ports'
export { templateRoutes } from './routes'
export { templatesNow } from './settings'
