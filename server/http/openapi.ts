import { z } from 'zod'
import { endpoints } from '../../shared/contract'
import type { Endpoint } from '../../shared/contract/endpoint'
import { ERRORS, type ErrorCode } from '../../shared/phrases'

type Json = Record<string, unknown>

/** Every endpoint may answer these. */
const ALWAYS: ErrorCode[] = ['request_invalid', 'internal']

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const json: Json = { ...z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) }
  delete json.$schema
  return json
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function requestBodyOf(endpoint: Endpoint): Json | undefined {
  if (endpoint.upload) {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
    return { required: true, content: { 'multipart/form-data': { schema } } }
  }
  if (endpoint.body === undefined) return undefined
  return { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } }
}

function accessErrors(endpoint: Endpoint): ErrorCode[] {
  if (endpoint.access === 'none') return []
  return endpoint.roles === undefined ? ['session_required'] : ['session_required', 'role_forbidden']
}

function responsesOf(endpoint: Endpoint): Json {
  const responses: Json = {
    [endpoint.status ?? 200]: {
      description: endpoint.summary,
      content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
    },
  }
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of [...ALWAYS, ...accessErrors(endpoint), ...(endpoint.errors ?? [])]) {
    const { status } = ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  for (const [status, codes] of byStatus) {
    responses[status] = {
      description: codes.map((code) => `\`${code}\`: ${ERRORS[code].en}`).join(' '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
  return responses
}

function operationOf(key: string, endpoint: Endpoint): Json {
  const parameters = [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')]
  const requestBody = requestBodyOf(endpoint)
  return {
    operationId: key.replace(/\/api\//, '').replace(/[^\w]+(\w)?/g, (_all, next?: string) => next?.toUpperCase() ?? ''),
    summary: endpoint.summary,
    tags: [key.includes('/api/admin/') ? 'staff' : 'members'],
    security: endpoint.access === 'none' ? [] : [{ [endpoint.access]: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: responsesOf(endpoint),
  }
}

const ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', enum: Object.keys(ERRORS) },
        message: { type: 'string' },
        fields: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            required: ['code', 'message'],
            properties: { code: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
}

/** The OpenAPI 3.1 document of the whole contract. */
export function openApi(publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const [key, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(key, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Association notices', version: '0.1.0', description: 'What members read and what staff do.' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Error: ERROR_SCHEMA },
      securitySchemes: {
        member: { type: 'http', scheme: 'bearer' },
        staff: { type: 'apiKey', in: 'cookie', name: 'staff_session' },
      },
    },
  }
}
