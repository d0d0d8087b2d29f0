import { presenter, type Presenter } from '../../core/privacy/presenter.ts';
import { settings } from '../settings.ts';

/** The door to all that is shown, as `taskrouter.privacyMode` and `taskrouter.privacyScope` set it. */
export function present(): Presenter {
  return presenter(settings.privacyMode(), settings.privacyScope());
}
