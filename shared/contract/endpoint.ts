import type { z } from 'zod'
import type { ErrorCode } from '../phrases/errors'

/** `none`: anyone. `member`: a mini-program session. `staff`: an admin session, optionally of certain roles. */
export type Access = 'none' | 'member' | 'staff'
export type StaffRole = 'writer' | 'editor' | 'administrator'

export interface Endpoint {
  summary: string
  access: Access
  /** Roles that may call; all of them when absent. Only with `access: 'staff'`. */
  roles?: readonly StaffRole[]
  /** Also open to staff who still have to set up the second step of their login, who can do nothing else. */
  whileEnrolling?: true
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The request is `multipart/form-data` with one part `file` instead of JSON. */
  upload?: true
  response: z.ZodType
  /** Status of success; 200 when absent. */
  status?: 200 | 201
  /** Codes that this endpoint may answer with, besides those of its access and of validation. */
  errors?: readonly ErrorCode[]
}

export type EndpointTable = Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`, Endpoint>

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined
type ParsedOf<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a client sends. */
export interface RequestOf<E extends Endpoint> {
  params: InputOf<E['params']>
  query: InputOf<E['query']>
  body: InputOf<E['body']>
}

/** What a handler receives once the guard has checked it. */
export interface ParsedRequestOf<E extends Endpoint> {
  params: ParsedOf<E['params']>
  query: ParsedOf<E['query']>
  body: ParsedOf<E['body']>
}

export type ResponseOf<E extends Endpoint> = z.output<E['response']>
