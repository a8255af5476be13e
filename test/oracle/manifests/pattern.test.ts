import { expect, it } from 'vitest'
import { patternOf } from './pattern.ts'

it.each([
  [
    'templates.main.steps[2].say templates.echo inputs.parameters.text was not supplied',
    'templates.T inputs.parameters.P was not supplied',
  ],
  [
    "templates.a.tasks.b template name 'c' undefined",
    "templates.T.tasks.S template name '…' undefined",
  ],
  ["spec.templates[4].name 'x' is not unique", "spec.templates[i].name '…' is not unique"],
  ['templates.x failed to resolve {{inputs.parameters.y}}', 'templates.T failed to resolve {{…}}'],
  [
    'workflow name "aaa" must not be more than 63 characters long (currently 64)',
    'workflow name "…" must not be more than N characters long (currently N)',
  ],
  [
    'strict decoding error: unknown field "spec.a", unknown field "spec.b"',
    'strict decoding error: unknown field',
  ],
  [
    'failed to parse YAML from file a.yaml: json: cannot unmarshal array into Go struct field Container.spec.templates.image of type string',
    'cannot be read: json: cannot unmarshal array into Go field of type string',
  ],
])('%s', (message, pattern) => {
  expect(patternOf(message)).toBe(pattern)
})
