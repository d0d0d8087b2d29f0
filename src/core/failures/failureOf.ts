import type { Failure } from './taskRouterFailure.ts';

/**
 * What a `TaskRouterFailure` says; nothing for any other error. By its name, as each lazily loaded
 * file has a class of its own.
 */
export function failureOf(error: unknown): Failure | undefined {
  return error instanceof Error && error.name === 'TaskRouterFailure' && 'failure' in error
    ? (error.failure as Failure)
    : undefined;
}
