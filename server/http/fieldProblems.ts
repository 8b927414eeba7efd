import type { z } from 'zod'
import type { FieldProblem } from '../kernel/errors'

type Issue = z.core.$ZodIssue

function problemOf(issue: Issue): FieldProblem {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'wrong_type' }
    case 'too_small':
      if (issue.origin !== 'string') return { code: 'too_small', values: { limit: Number(issue.minimum) } }
      return issue.minimum === 1
        ? { code: 'required' }
        : { code: 'too_short', values: { limit: Number(issue.minimum) } }
    case 'too_big':
      return { code: issue.origin === 'string' ? 'too_long' : 'too_big', values: { limit: Number(issue.maximum) } }
    default:
      return { code: 'invalid' }
  }
}

/** One problem a field, by dotted path; a key that the contract does not list is a problem of its own. */
export function fieldProblems(error: z.ZodError): Record<string, FieldProblem> {
  // No prototype: a field that is called `constructor` has to be a problem of its own too.
  const problems = Object.create(null) as Record<string, FieldProblem>
  const add = (path: PropertyKey[], problem: FieldProblem) => {
    const name = path.map(String).join('.') || 'body'
    problems[name] ??= problem
  }
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...issue.path, key], { code: 'unknown_field' })
    } else add(issue.path, problemOf(issue))
  }
  return problems
}
