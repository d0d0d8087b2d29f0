import { readAddress } from '../documents/readAddress.ts';
import { parseResourceAddress } from '../documents/taskAddress.ts';
import type { ProfiledResource } from '../tasks/profiledResource.ts';
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
  const named = readNamedResource(argument);
  if (named === undefined) return undefined;
  const { profile } = argument as { readonly profile?: unknown };
  return { kind: 'named', named, ...(typeof profile === 'string' && { profileId: profile }) };
}
