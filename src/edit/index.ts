export type { Command, Edit, EditContext, Refusal } from './command.ts'
