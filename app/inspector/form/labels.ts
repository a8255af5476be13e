/** Parts of keys that are written in capitals, or in a way of their own. */
const words: Readonly<Record<string, string>> = {
  dag: 'DAG',
  http: 'HTTP',
  url: 'URL',
  uri: 'URI',
  id: 'ID',
  ip: 'IP',
  dns: 'DNS',
  gc: 'GC',
  api: 'API',
  s3: 'S3',
  gcs: 'GCS',
  oss: 'OSS',
  hdfs: 'HDFS',
  tls: 'TLS',
  sdk: 'SDK',
  arn: 'ARN',
  kms: 'KMS',
  ttl: 'TTL',
  tcp: 'TCP',
  grpc: 'gRPC',
  nfs: 'NFS',
  csi: 'CSI',
  ssh: 'SSH',
  tty: 'TTY',
  jq: 'jq',
  json: 'JSON',
  ca: 'CA',
  krb: 'Kerberos',
  config: 'config',
}

/** A key as people read it: `activeDeadlineSeconds` as “Active deadline seconds”. Keys that are no words in camel case stay. */
export function labelOf(key: string): string {
  if (!/^[a-z][A-Za-z0-9]*$/.test(key)) return key
  const parts = key.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? [key]
  const read = parts.map((part) => {
    const lower = part.toLowerCase()
    return words[lower] ?? (part.length > 1 && part === part.toUpperCase() ? part : lower)
  })
  const text = read.join(' ')
  return words[read[0]?.toLowerCase() ?? ''] === undefined || read[0] === 'config'
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text
}

/** A sentence of the API's description as plain text: keys in it stand between backticks. */
export function plainText(sentence: string): string {
  return sentence.replaceAll('`', '')
}

/** One of many, for “Add …”: `volumes` as “volume”. */
export function nounOf(key: string): string {
  const label = labelOf(key)
  const lower = /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
  if (/(ies)$/.test(lower)) return lower.replace(/ies$/, 'y')
  if (/(ses|xes)$/.test(lower)) return lower.replace(/es$/, '')
  return lower.replace(/(?<!s)s$/, '')
}
