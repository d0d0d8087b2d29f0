import { Disposables } from '../core/base/disposables.ts';

/**
 * Does what nobody waits for once all is registered: a command that activates the extension is not to
 * wait for it.
 */
export function afterActivation(work: () => { dispose(): unknown }): Disposables {
  const all = new Disposables();
  const timer = setTimeout(() => {
    all.add(work());
  });
  all.add({
    dispose: () => {
      clearTimeout(timer);
    },
  });
  return all;
}
