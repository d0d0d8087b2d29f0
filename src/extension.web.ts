import type { ExtensionContext } from 'vscode';
import { activateWith } from './activateWith.ts';
import { extensionApi, type ExtensionApi } from './core/routing/extensionApi.ts';
import { TaskRouterFailure, type Failure } from './core/taskrouter/failure.ts';

/**
 * Activates the extension in a browser. Features that need no account work there, the others
 * explain why they are not available.
 */
export function activate(context: ExtensionContext): ExtensionApi {
  const refusal: Failure = { kind: 'browser' };
  const refuse = () => Promise.reject(new TaskRouterFailure(refusal));
  activateWith(context, {
    environment: () => undefined,
    connect: () => Promise.resolve({ open: refuse, check: refuse, dispose: () => undefined }),
    loadImports: refuse,
    refusal,
  });
  return extensionApi();
}
