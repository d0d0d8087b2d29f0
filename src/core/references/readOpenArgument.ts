import { parseResourceAddress, readAddress } from '../documents/documentUri.ts';
import { fieldsOf } from '../json/jsonObject.ts';
import type { ProfiledResource } from '../resources/resourceReference.ts';
import type { NamedResource } from './namedResource.ts';
import { readNamedResource } from './readNamedResource.ts';

/** What is to be opened; profiles are not checked against those that exist. */
export type OpenArgument =
  /** One of our own addresses. */
  | { readonly kind: 'document'; readonly resource: ProfiledResource }
  /** A SID with what the text around it says. */
  | { readonly kind: 'named'; readonly named: NamedResource; readonly profileId?: string };

/** Reads an argument of the command that opens a resource; nothing for what is none. Never throws. */
export function readOpenArgument(argument: unknown): OpenArgument | undefined {
  const address = readAddress(argument);
  const resource = address && parseResourceAddress(address);
  if (resource !== undefined) return { kind: 'document', resource };
  try {
    return readNamed(argument);
  } catch {
    // What other extensions give can be anything, also what throws when it is read.
    return undefined;
  }
}

function readNamed(argument: unknown): OpenArgument | undefined {
  const named = readNamedResource(argument);
  const { profile } = fieldsOf(argument);
  if (named === undefined) return undefined;
  if (profile === undefined) return { kind: 'named', named };
  return typeof profile === 'string' ? { kind: 'named', named, profileId: profile } : undefined;
}
