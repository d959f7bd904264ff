import type { Call } from '../prompts/request.ts';
import type { Service } from './lists/list.ts';

/** As OpenAI, Anthropic and Google name them. What capacity costs that was paid for before is not in any list. */
const services: ReadonlyMap<string, Service> = new Map([
  ['default', 'standard'],
  ['auto', 'standard'],
  ['standard', 'standard'],
  ['standard_only', 'standard'],
  ['on_demand', 'standard'],
  ['batch', 'batch'],
  ['flex', 'flex'],
  ['on_demand_flex', 'flex'],
  ['priority', 'priority'],
  ['on_demand_priority', 'priority'],
]);

/** `null` for a service whose prices nobody here knows. */
export function serviceNamed(name: string): Service | null {
  return services.get(name.toLowerCase()) ?? null;
}

/**
 * The service that a call asks for; `null` for one whose prices nobody here knows. Where only the running program knows,
 * or it is left to the provider, it is taken for the standard one.
 */
export function serviceOfCall({ batch, settings }: Pick<Call, 'batch' | 'settings'>): Service | null {
  if (batch) return 'batch';
  const tier = settings.serviceTier;
  if (tier?.kind !== 'literal' || tier.value === null) return 'standard';
  return typeof tier.value === 'string' ? serviceNamed(tier.value) : null;
}
