export { completionsAt, type Completion, type Completions } from './completions.ts'
export { explainField, typeWords, valuesOf } from './explain.ts'
export { hoverAt, type Hover } from './hover.ts'
export {
  allTypes,
  fieldsOf,
  kindType,
  objectType,
  placeBelow,
  typeAt,
  type Place,
} from './lookup.ts'
export { textAt, type TextAt } from './cursor/text-at.ts'
export { unknownFields } from './unknown.ts'
export { argoVersions } from './model.ts'
export type {
  ArgoVersion,
  EnumValue,
  Field,
  FieldGroup,
  FieldType,
  ObjectType,
  TextFlavour,
} from './model.ts'
