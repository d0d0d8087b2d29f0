import type { ListedProfile } from '../profiles/profileDirectory.ts';

/** What was named to the user before a call of the tool; `undefined` if nothing was asked. */
interface Confirmation {
  readonly key: string;
  readonly profile: ListedProfile | undefined;
}

export type Confirmed =
  /** The call was prepared, with this profile or none. */
  | { readonly kind: 'named'; readonly profile: ListedProfile | undefined }
  /** It was prepared more than once, and with different profiles. */
  | { readonly kind: 'unclear' }
  /** It was never prepared. */
  | { readonly kind: 'never' };

/** Calls that were declined are never heard of again. */
const MAX_KEPT = 50;

/**
 * Which profile the user was told of in the question about a call, which VS Code tells the call itself
 * nothing of but its input: until the answer, another profile can become the active one.
 */
export class ConfirmedProfiles {
  #kept: readonly Confirmation[] = [];

  name(input: unknown, profile: ListedProfile | undefined): void {
    this.#kept = [...this.#kept, { key: inputKey(input), profile }].slice(-MAX_KEPT);
  }

  take(input: unknown): Confirmed {
    const key = inputKey(input);
    const fitting = this.#kept.filter((one) => one.key === key);
    const [first] = fitting;
    if (first === undefined) return { kind: 'never' };
    if (fitting.some(({ profile }) => identity(profile) !== identity(first.profile))) {
      this.#kept = this.#kept.filter((one) => one.key !== key);
      return { kind: 'unclear' };
    }
    this.#kept = this.#kept.filter((one) => one !== first);
    return { kind: 'named', profile: first.profile };
  }
}

/** What has to be the same for a profile to be the one that was named. */
export function identity(profile: ListedProfile | undefined): string {
  if (profile === undefined) return '';
  return 'fault' in profile
    ? JSON.stringify([profile.id, profile.fault])
    : JSON.stringify([profile.id, profile.sid, profile.apiBaseUrl]);
}

function inputKey(input: unknown): string {
  try {
    // Of some values it is `undefined`, whatever its type says.
    const text: unknown = JSON.stringify(input);
    return typeof text === 'string' ? text : '';
  } catch {
    // A value that refers to itself is refused as input from any caller.
    return '';
  }
}
