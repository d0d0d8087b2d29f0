/** A profile of the Twilio CLI. Text is trimmed, and empty where the file has none. */
export interface CliProfile {
  /** Never empty, and unlike all others; otherwise any text. */
  readonly id: string;
  readonly accountSid: string;
  readonly region: string;
  /** The profile's own, else the one that the file has for all. */
  readonly edge: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Older versions of the CLI kept key and secret in the keychain of the system. */
  readonly kept: 'file' | 'keychain';
  readonly active: boolean;
}

export type CliConfigResult =
  | { readonly valid: true; readonly profiles: readonly CliProfile[] }
  /** No JSON, or no object. */
  | { readonly valid: false };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the text of the Twilio CLI's `config.json` as the CLI does (`src/services/config.js` of the npm
 * package `@twilio/cli-core`). Never throws: what is not of the type it should be counts as missing.
 */
export function readCliConfig(text: string): CliConfigResult {
  const config = parseObject(text);
  if (config === undefined) return { valid: false };

  const edge = textOf(config['edge']);
  const profiles = Object.entries(objectIn(config['profiles']) ?? {}).map(([id, profile]) =>
    readProfile(id, profile, edge, 'file'),
  );
  // "projects" is what profiles were called while their secrets were in the keychain.
  const projects = (Array.isArray(config['projects']) ? config['projects'] : []).map((project) =>
    readProfile(textOf(objectIn(project)?.['id']), project, edge, 'keychain'),
  );
  const known = new Map<string, CliProfile>();
  for (const profile of [...profiles, ...projects]) {
    if (profile && profile.id !== '' && !known.has(profile.id)) known.set(profile.id, profile);
  }
  const all = [...known.values()];
  const wanted = textOf(config['activeProject']);
  const active = known.get(wanted) ?? all.find(({ kept }) => kept === 'keychain');
  return {
    valid: true,
    profiles: all.map((profile) => ({ ...profile, active: profile === active })),
  };
}

function readProfile(
  id: string,
  value: unknown,
  edge: string,
  kept: CliProfile['kept'],
): CliProfile | undefined {
  const fields = objectIn(value);
  if (fields === undefined) return undefined;
  return {
    id: id.trim(),
    accountSid: textOf(fields['accountSid']),
    region: textOf(fields['region']),
    edge: textOf(fields['edge']) || edge,
    apiKey: kept === 'file' ? textOf(fields['apiKey']) : '',
    apiSecret: kept === 'file' ? textOf(fields['apiSecret']) : '',
    kept,
    active: false,
  };
}

function parseObject(text: string): Fields | undefined {
  try {
    // A byte order mark is what editors on Windows write.
    return objectIn(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

function objectIn(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
