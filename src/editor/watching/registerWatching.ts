import { lazily } from '../../core/base/lazily.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import { afterActivation, type Services } from '../services.ts';

/** Where the watched Tasks are in the state of the workspace. */
export const WATCHED_KEY = 'watchedTasks';

/** Registers Watch Task and Stop Watching Task, whose code is loaded lazily. */
export function registerWatching(services: Services): DisposableStore {
  const { profiles, watched, runner } = services;
  const all = new DisposableStore();
  const load = lazily(async () => {
    const [{ Watching }, loaded] = await Promise.all([import('./watching.ts'), services.load()]);
    return all.add(new Watching(loaded));
  });
  const register = runner.registerLoaded(load, all);
  register(commandIds.watchTask, (watching, argument) => {
    watching.watch(argument);
  });
  register(commandIds.unwatchTask, (watching, argument) => watching.unwatch(argument));
  register(commandIds.watchAgain, (watching) => {
    watching.watchAgain();
  });
  if (services.context.workspaceState.get(WATCHED_KEY) !== undefined) {
    all.add(
      afterActivation(() => {
        void runner.run('offer to watch Tasks again', async () => {
          (await load()).offer();
        });
        return { dispose: () => undefined };
      }),
    );
  }
  const drop = (profileId: string) => {
    if (watched.list.length + watched.before.length === 0) return;
    void runner.run('stop watching', async () => {
      (await load()).dropProfile(profileId);
    });
  };
  all.add(profiles.onDidRemove(drop));
  // The watched Task was on the profile's previous host.
  all.add(
    profiles.onDidMove(({ from }) => {
      drop(from.id);
    }),
  );
  return all;
}
