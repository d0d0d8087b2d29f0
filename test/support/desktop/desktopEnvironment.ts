import { hostEnvironment } from '../host/hostEnvironment.ts';

/** A name that has one of these as a part is taken for that of a credential, such as `NPM_TOKEN`. */
const CREDENTIAL =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PAT|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET)_?KEY(?:_ID)?)(?:_|$)|^SSH_AUTH_SOCK$/i;

/**
 * The environment of a desktop VS Code, as what is added to this process's: test-electron passes that
 * on as a whole. Credentials of the person who runs the tests are taken out, as is what
 * `hostEnvironment` leaves out.
 */
export function desktopEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const kept = Object.entries(hostEnvironment()).filter(([name]) => !CREDENTIAL.test(name));
  const unset = Object.keys(process.env).map((name) => [name, undefined] as const);
  return { ...Object.fromEntries(unset), ...Object.fromEntries(kept), ...added };
}
