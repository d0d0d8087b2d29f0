import type { ExtensionContext } from 'vscode';
import { activateWith } from './activateWith.ts';
import { extensionApi, type ExtensionApi } from './core/routing/extensionApi.ts';
import { settings } from './editor/settings.ts';
import { EnvironmentProfile } from './twilio/credentials/environmentProfile.ts';

/** Activates the extension in Node.js, where accounts can be read. */
export function activate(context: ExtensionContext): ExtensionApi {
  const environment = new EnvironmentProfile({
    environment: process.env,
    apiBaseUrl: settings.apiBaseUrl,
  });
  activateWith(context, {
    environment: () => environment.profile(),
    connect: async (profiles, log) => {
      const { ProfileConnections } = await import('./twilio/profileConnections.ts');
      return new ProfileConnections({
        version: (context.extension.packageJSON as { version: string }).version,
        timeoutSeconds: settings.requestTimeoutSeconds,
        log: (line) => {
          log.info(line);
        },
        directory: profiles,
        vault: profiles.secrets,
        environment,
      });
    },
    loadImports: async () => {
      const { CliProfiles } = await import('./twilio/credentials/cliProfiles.ts');
      return new CliProfiles({ environment: process.env });
    },
  });
  return extensionApi();
}
