import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';
import { REACH_BEHIND } from './sidPlace.ts';

/** How far before a SID its type can be said: in the same object, or the same body of a webhook. */
const REACH = 160;

/** TaskRouter's events say the type of what they are about, and of who acted, beside its SID. */
const KEY = /(resource|actor)[_-]?sid$/i;
const KEY_BEFORE = /(?:resource|actor)[_-]?sid["'\\]*\s*[:=]>?\s*["'\\]*$/i;
const TYPE =
  /(resource|actor)[_-]?type["'\\]*\s*[:=]>?\s*["'\\]*(workspace|task(?:[ _-]?(?:queue|channel))?|reservation|worker|activity|workflow)\b/gi;

/** By the name of the type in small letters, without what parts its words. */
const prefixes: ReadonlyMap<string, string> = new Map(
  taskRouterPrefixes.map((prefix) => [
    resourceKinds[prefix].name.replace(' ', '').toLowerCase(),
    prefix,
  ]),
);

/** Whether a text ends before a SID whose type stands beside it. */
export function isTypedSid(before: string): boolean {
  return KEY_BEFORE.test(before.slice(-REACH));
}

/**
 * What belongs under `ResourceSid` and `actor_sid`, as `ResourceType` and `actor_type` say; nothing under
 * other names, or if no type stands beside it.
 */
export function typedSidPlace(
  text: string,
  offset: number,
  name: string,
): readonly string[] | undefined {
  const [, who] = KEY.exec(name) ?? [];
  if (who === undefined) return undefined;
  // Of the same object only: another event can follow.
  const before = text.slice(Math.max(0, offset - REACH), offset).replace(/^[^]*[{}]/, '');
  const [value = ''] = /^\w*/.exec(text.slice(offset, offset + REACH_BEHIND)) ?? [];
  const end = offset + value.length;
  const after = text.slice(end, end + REACH_BEHIND).replace(/[{}][^]*$/, '');
  const types = [...before.matchAll(TYPE)].reverse().concat([...after.matchAll(TYPE)]);
  const type = types.find(([, whose = '']) => whose.toLowerCase() === who.toLowerCase())?.[2];
  const prefix = prefixes.get(type?.replace(/[ _-]/g, '').toLowerCase() ?? '');
  return prefix === undefined ? undefined : [prefix];
}
