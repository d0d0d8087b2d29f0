import type { Failure } from './taskRouterFailure.ts';

/**
 * What a `TaskRouterFailure` says; nothing for any other error. By its name, so that it counts from
 * whatever file it comes: what is built by itself has a class of its own.
 */
export function failureOf(error: unknown): Failure | undefined {
  return error instanceof Error && error.name === 'TaskRouterFailure' && 'failure' in error
    ? (error.failure as Failure)
    : undefined;
}
