export { type PythonProblem, type PythonProblemCode } from './problem.ts'
export { type PythonValue } from './value.ts'
export { readLiteral } from './literal.ts'
export { literalFor, parseJson, printLiteral, serialise } from './json.ts'
export { functionNameOf, isPythonIdentifier, templateNameOf } from './names.ts'
export { type ParameterKind, type PythonDefault, type PythonParameter } from './parameters.ts'
export { parseFunction, type PythonFunction } from './signature.ts'
export {
  generatePreamble,
  splitSource,
  type InputParameter,
  type PreambleOptions,
  type SplitSource,
} from './preamble.ts'
export {
  hasPositional,
  toFunction,
  toTemplate,
  type FunctionInput,
  type FunctionTemplate,
  type ScriptTemplate,
  type SourceOptions,
} from './function-source.ts'
export { variableUses } from './variable-uses.ts'
export { explainUnsafeValue, findPythonTraps } from './traps.ts'
