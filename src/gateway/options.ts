/** The one Argo Server that a gateway speaks to. */
export interface ArgoUpstream {
  /** As `parseArgoUrl` gives it: a base path of the server (`https://host/argo`) is part of it. */
  readonly url: URL
  /** The address for links that people follow, where it is another one than the gateway's own way there. */
  readonly publicUrl?: URL | undefined
  /** Accepts any certificate, of this server only. Argo's default is one that it signed itself. */
  readonly insecureSkipVerify?: boolean | undefined
  /** PEM text of authorities to trust for this server, besides those that Node trusts. */
  readonly ca?: string | undefined
}

export interface GatewayOptions {
  /** The folder of the built designer. */
  readonly staticDir: string
  /** Without one the designer works all the same, only nothing can be sent. */
  readonly argo?: ArgoUpstream | undefined
  /**
   * The origins under which browsers reach this gateway, such as `http://127.0.0.1:4280`. A request must name one of
   * them as its host, and a write must come from the same one.
   */
  readonly origins: readonly string[]
  /** How long Argo may take, from the first attempt to connect to the last byte. Default 30 s. */
  readonly timeoutMs?: number | undefined
  /** Default 4 MiB: several times what Kubernetes stores in one object. */
  readonly maxRequestBytes?: number | undefined
  /** Default 16 MiB. */
  readonly maxResponseBytes?: number | undefined
  /** Called with an error that nobody foresaw; nothing else is ever reported, and no request is logged. */
  readonly onBug?: ((error: unknown) => void) | undefined
}
