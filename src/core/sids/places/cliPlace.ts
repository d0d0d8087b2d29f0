import { expectedIn } from './collections.ts';

/** A command with its other flags. */
const REACH = 240;

/** A command of Twilio's command line, its topics parted by colons, as ever, or by spaces. */
const COMMAND =
  /(?:^|[\s:])taskrouter[: ]v1[: ]((?:[a-z-]+[: ])*[a-z-]+)[: ](?:fetch|update|remove|delete)\s/g;

/**
 * What the flag `--sid` of Twilio's command line takes, which the command says:
 * `twilio api:taskrouter:v1:workspaces:tasks:fetch --sid WT…`.
 *
 * @param offset index of the flag
 */
export function cliPlace(text: string, offset: number): readonly string[] | undefined {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  // A command goes on in the next line behind a backslash, of PowerShell a backtick.
  const command = before.replace(/[\\`]\r?\n/g, ' ').replace(/^[^]*[\n;|&]/, '');
  const topics = [...command.matchAll(COMMAND)].at(-1)?.[1]?.split(/[: ]/);
  const collection = topics?.at(-1);
  return collection === undefined ? undefined : expectedIn(collection, topics?.at(-2));
}
