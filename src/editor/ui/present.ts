import { presenter, type Presenter } from '../../core/privacy/presenter.ts';
import { settings } from '../settings.ts';

/** The door to all that is shown, as `taskrouter.privacyMode` sets it at present. */
export function present(): Presenter {
  return presenter(settings.privacyMode());
}
