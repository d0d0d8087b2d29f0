import { lazily } from '../../core/base/lazily.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { Services } from '../services.ts';

/** Watch Task and Stop Watching Task, whose code comes when one of them is run. */
export function registerWatching({
  profiles: directory,
  tasks,
  watched,
  visiblePages: pages,
  runner,
}: Services): DisposableStore {
  const all = new DisposableStore();
  const load = lazily(async () => {
    const [{ Watching }, { store }] = await Promise.all([import('./watching.ts'), tasks()]);
    return all.add(new Watching({ directory, store, watched, pages, runner }));
  });
  const register = runner.registerLoaded(load, all);
  register(commandIds.watchTask, (watching, argument) => {
    watching.watch(argument);
  });
  register(commandIds.unwatchTask, (watching, argument) => watching.unwatch(argument));
  const drop = (profileId: string) => {
    if (watched.list.length === 0) return;
    void runner.run('stop watching', async () => {
      (await load()).dropProfile(profileId);
    });
  };
  all.add(directory.onDidRemove(drop));
  // It was to watch what is on the host of before.
  all.add(
    directory.onDidMove(({ from }) => {
      drop(from.id);
    }),
  );
  return all;
}
