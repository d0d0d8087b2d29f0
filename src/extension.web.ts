import type { ExtensionContext } from 'vscode';
import { activateWith } from './activateWith.ts';
import { extensionApi, type ExtensionApi } from './core/routing/extensionApi.ts';
import { TaskRouterFailure, type Failure } from './core/taskrouter/failure.ts';

/**
 * Activates the extension where it runs in a browser: all that needs no account works, and what needs
 * one says why it does not.
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
