export { parseArgoUrl } from './argo-url.ts'
export { createGateway } from './gateway.ts'
export { type ArgoUpstream, type GatewayOptions } from './options.ts'
export { serveGateway, type RunningGateway, type ServeOptions } from './serve.ts'
