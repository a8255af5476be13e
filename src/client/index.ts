export { createManifest, createWorkflow, type Created, type CreateRequest } from './create.ts'
export { type GatewayAnswer, type GatewayRefusal } from './gateway-answer.ts'
export {
  gatewayConfigPath,
  gatewayPrefix,
  getGatewayConfig,
  type GatewayConfig,
} from './gateway-contract.ts'
export { locateMessage } from './locate/locate-message.ts'
export { type MessagePlace } from './locate/place.ts'
export { checkNamespace } from './namespace.ts'
export { workflowPageUrl } from './page-url.ts'
export { type ClientProblem, type ClientProblemKind } from './problem.ts'
export { isResourceKind, type ResourceKind } from './resource.ts'
export { type ApiAccess, type ApiRequest, type ApiResponse, type Send } from './send.ts'
export {
  getInfo,
  getUserInfo,
  getVersion,
  type ServerInfo,
  type ServerVersion,
  type UserInfo,
} from './server-info.ts'
export {
  getTemplate,
  type FetchedTemplate,
  type TemplateKind,
  type TemplateRequest,
} from './templates.ts'
export { authorizationHeader } from './token.ts'
export {
  getWorkflow,
  listWorkflows,
  type ListRequest,
  type WorkflowRequest,
  type WorkflowSummary,
} from './workflows.ts'
