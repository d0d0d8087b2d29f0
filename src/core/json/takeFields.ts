import { fieldsOf } from './fieldsOf.ts';

/**
 * Fields of what another extension gave, each read once; none of what throws when it is read, as a
 * proxy can. Never throws.
 */
export function takeFields<Name extends string>(
  value: unknown,
  ...names: readonly Name[]
): Readonly<Partial<Record<Name, unknown>>> {
  try {
    const fields = fieldsOf(value);
    return Object.fromEntries(names.map((name) => [name, fields[name]])) as Record<Name, unknown>;
  } catch {
    return {} as Partial<Record<Name, unknown>>;
  }
}
