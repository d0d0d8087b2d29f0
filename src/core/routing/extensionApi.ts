import { lazily } from '../base/lazily.ts';
import type { RoutingApi } from './routingApi.ts';

/** What `activate()` returns, for other extensions. */
export interface ExtensionApi {
  readonly apiVersion: 1;
  readonly routing: RoutingApi;
}

/** The routing engine is loaded with the first call. */
export function extensionApi(): ExtensionApi {
  const routing = lazily(async () => (await import('./routingApi.ts')).routingApi);
  return {
    apiVersion: 1,
    routing: {
      evaluate: async (request) => (await routing()).evaluate(request),
      check: async (configuration) => (await routing()).check(configuration),
      simulate: async (request) => (await routing()).simulate(request),
    },
  };
}
