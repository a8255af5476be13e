import type { MessagePlace } from './place.ts'
import { withoutPrefixes } from './prefix.ts'
import { insideCron, locateSpecMessage } from './spec-message.ts'
import { locateTemplateMessage } from './template-message.ts'

/**
 * Reads from a message of Argo's (lint, create, a workflow's status, or Kubernetes' for the same object) what it
 * speaks of. Undefined when the wording is not one that Argo's validation uses.
 */
export function locateMessage(message: string): MessagePlace | undefined {
  const { text, cron } = withoutPrefixes(message)
  const place = locateTemplateMessage(text) ?? locateSpecMessage(text)
  return place !== undefined && cron ? insideCron(place) : place
}
