import { endpoints } from '../../shared/contract'
import { request } from '../support/http'
import { startTestServer } from '../support/server'

interface Operation {
  operationId: string
  parameters?: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content: { 'application/json': { schema: object } } }>
  security: object[]
}

interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

const refsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))

describe('the OpenAPI document', () => {
  let document: Document
  beforeAll(async () => {
    const server = await startTestServer({ seed: false })
    document = (await request<Document>(`${server.url}/api/openapi.json`)).body
    await server.stop()
  })

  test('describes every endpoint of the contract and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(Object.keys(endpoints).sort())
    expect(document.openapi).toBe('3.1.0')
  })

  test('names each operation once, with every place of its path', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    )
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { path, operation } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const given = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? []
      expect(given.map(({ name, required }) => [name, required])).toEqual(places.map((name) => [name, true]))
      for (const scheme of operation.security.flatMap(Object.keys)) {
        expect(document.components.securitySchemes).toHaveProperty(scheme)
      }
      for (const answer of Object.values(operation.responses)) {
        expect(answer.description).not.toBe('')
        expect(answer.content['application/json'].schema).toEqual(expect.any(Object))
      }
    }
  })

  test('refers to nothing that it lacks, and says that unknown fields are refused', () => {
    const names = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(refsIn(document).filter((ref) => !names.includes(ref) && !ref.startsWith('#/$defs'))).toEqual([])
    const body = document.paths['/api/admin/articles']?.post?.requestBody?.content['application/json']?.schema
    expect(body).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['title']),
    })
  })
})
