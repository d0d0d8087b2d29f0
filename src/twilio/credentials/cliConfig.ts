/** A profile of the Twilio CLI. Texts are trimmed, and empty if the file lacks them. */
export interface CliProfile {
  /** Any text, but never empty and unique within the file. */
  readonly id: string;
  readonly accountSid: string;
  readonly region: string;
  /** The profile's own edge, or else the edge that the file sets for all profiles. */
  readonly edge: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Older versions of the CLI stored the key and its secret in the system's keychain. */
  readonly secretStorage: 'file' | 'keychain';
  readonly active: boolean;
}

export type CliConfigResult =
  | { readonly valid: true; readonly profiles: readonly CliProfile[] }
  /** The text is not JSON, or not a JSON object. */
  | { readonly valid: false };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the text of the Twilio CLI's `config.json` as the CLI does (`src/services/config.js` of the
 * npm package `@twilio/cli-core`). Never throws: a value of an unexpected type counts as missing.
 */
export function readCliConfig(text: string): CliConfigResult {
  const config = parseObject(text);
  if (config === undefined) return { valid: false };

  const edge = trimmedText(config['edge']);
  const profiles = Object.entries(asObject(config['profiles']) ?? {}).map(([id, profile]) =>
    readProfile(id, profile, edge, 'file'),
  );
  // Profiles were called "projects" while their secrets were in the keychain.
  const projects = (Array.isArray(config['projects']) ? config['projects'] : []).map((project) =>
    readProfile(trimmedText(asObject(project)?.['id']), project, edge, 'keychain'),
  );
  const byId = new Map<string, CliProfile>();
  for (const profile of [...profiles, ...projects]) {
    if (profile && profile.id !== '' && !byId.has(profile.id)) byId.set(profile.id, profile);
  }
  const all = [...byId.values()];
  const activeId = trimmedText(config['activeProject']);
  const active =
    byId.get(activeId) ?? all.find(({ secretStorage }) => secretStorage === 'keychain');
  return {
    valid: true,
    profiles: all.map((profile) => ({ ...profile, active: profile === active })),
  };
}

function readProfile(
  id: string,
  value: unknown,
  edge: string,
  secretStorage: CliProfile['secretStorage'],
): CliProfile | undefined {
  const fields = asObject(value);
  if (fields === undefined) return undefined;
  return {
    id: id.trim(),
    accountSid: trimmedText(fields['accountSid']),
    region: trimmedText(fields['region']),
    edge: trimmedText(fields['edge']) || edge,
    apiKey: secretStorage === 'file' ? trimmedText(fields['apiKey']) : '',
    apiSecret: secretStorage === 'file' ? trimmedText(fields['apiSecret']) : '',
    secretStorage,
    active: false,
  };
}

function parseObject(text: string): Fields | undefined {
  try {
    // Editors on Windows may add a byte order mark.
    return asObject(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function trimmedText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
