export {
  allTypes,
  fieldsOf,
  kindType,
  objectType,
  placeBelow,
  typeAt,
  type Place,
} from './lookup.ts'
export { similarField, unknownFields } from './unknown.ts'
export type {
  ArgoVersion,
  EnumValue,
  Field,
  FieldGroup,
  FieldType,
  ObjectType,
  TextFlavour,
} from './model.ts'
