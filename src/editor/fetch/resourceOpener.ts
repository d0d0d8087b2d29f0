import { l10n, type Uri } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { message } from '../../core/messages/message.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { readOpenArgument } from '../../core/references/commandArgument.ts';
import { describeMissingResource } from '../../core/references/describeMissing.ts';
import type { NamedResource } from '../../core/references/namedResource.ts';
import { describeForeignHost } from '../../core/references/statedHost.ts';
import { isTask, ownSid, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import { TaskRouterFailure } from '../../core/taskrouter/failure.ts';
import { describeResource } from '../../core/taskrouter/resourceLabel.ts';
import { showTaskDocument } from '../documents/showTaskDocument.ts';
import type { LoadedServices } from '../services.ts';
import { localize } from '../ui/localize.ts';
import { runWithProgress } from '../ui/progress.ts';
import type { WorkspaceFinder } from '../workspaces/workspaceFinder.ts';
import { actionsForHost, tryAnotherProfile } from './profileActions.ts';

type ResourceOpenerServices = Pick<
  LoadedServices,
  'chooseProfile' | 'profiles' | 'connections' | 'store' | 'documents' | 'runner'
>;

/** Opens the documents of resources that links refer to. */
export class ResourceOpener {
  readonly #services: ResourceOpenerServices;
  readonly #finder: WorkspaceFinder;
  readonly #fetchTask: (argument: unknown) => Promise<Uri | undefined>;
  readonly #show: (resource: ProfiledResource) => Promise<Uri>;

  /**
   * @param fetchTask the command Fetch TaskRouter Task
   * @param show shows a fetched resource
   */
  constructor(
    services: ResourceOpenerServices,
    finder: WorkspaceFinder,
    fetchTask: (argument: unknown) => Promise<Uri | undefined>,
    show = (resource: ProfiledResource) => showTaskDocument(resource, services.documents),
  ) {
    this.#services = services;
    this.#finder = finder;
    this.#fetchTask = fetchTask;
    this.#show = show;
  }

  /**
   * Fetches a resource and shows its document. Returns the document's Uri. A Task is fetched by
   * Fetch TaskRouter Task.
   *
   * @param argument a Uri of this extension or its text, or a SID with its context
   *   (`NamedResource`, and the id of a profile); anything else is refused
   */
  async open(argument: unknown): Promise<Uri | undefined> {
    const { chooseProfile, connections, runner } = this.#services;
    const asked = readOpenArgument(argument);
    if (asked === undefined) {
      runner.showMessage('error', message('TaskRouter Lens cannot open this.'));
      return undefined;
    }
    if (asked.kind === 'document') {
      const chosen = await chooseProfile(asked.resource.profileId);
      if (chosen === undefined) return undefined;
      return this.#openThere({ ...asked.resource, profileId: chosen });
    }
    const { named } = asked;
    const profileId = await chooseProfile(asked.profileId);
    if (profileId === undefined) return undefined;
    const { profile } = await runWithProgress(l10n.t('Reading the credentials…'), (signal) =>
      untilAborted(connections.open(profileId), signal),
    );
    const foreign = describeForeignHost(named, profile);
    if (foreign !== undefined) {
      const offers = actionsForHost(named, this.#services.profiles, (other) => ({
        title: message('Open with “{0}”', other.name),
        run: () => this.open({ ...named, profile: other.id }),
      }));
      runner.showMessage('error', foreign, offers);
      return undefined;
    }
    const { workspaceSid } = named;
    return workspaceSid === undefined
      ? this.#find(profile, named)
      : this.#openThere(resourceIn(profile, named, workspaceSid));
  }

  /** Fetches a resource from the stated Workspace only. */
  async #openThere(resource: ProfiledResource): Promise<Uri | undefined> {
    const { profiles, store, runner } = this.#services;
    const { profileId, workspaceSid } = resource;
    if (isTask(resource)) {
      return this.#fetchTask({ workspaceSid, taskSid: resource.taskSid, profile: profileId });
    }
    if (profiles.find(profileId) === undefined) {
      throw new TaskRouterFailure({ kind: 'unknownProfile', profileId });
    }
    const title = l10n.t('Fetching {0}…', localize(describeResource(ownSid(resource))));
    const open = async () => {
      await runWithProgress(title, (signal) => store.fetch(resource, signal));
      return this.#show(resource);
    };
    return runner.run('open a resource', open, profileId);
  }

  /** Searches for a resource in all Workspaces. */
  #find(profile: Profile, named: NamedResource): Promise<Uri | undefined> {
    const { runner } = this.#services;
    const sought = {
      sid: named.sid,
      resourceIn: (workspaceSid: string) => resourceIn(profile, named, workspaceSid),
    };
    const look = async () => {
      const result = await this.#finder.find(profile, sought, { nearby: named.nearbyWorkspaceSid });
      switch (result?.kind) {
        case undefined:
          return undefined;
        case 'found':
          return this.#show(result.resource);
        case 'named':
          return this.#openThere(result.resource);
        case 'missing':
          this.#tellMissing(profile, named, result.workspaces.length);
          return undefined;
      }
    };
    return runner.run('find the Workspace of a resource', look, profile.id);
  }

  #tellMissing(profile: Profile, { sid }: NamedResource, count: number): void {
    const { profiles, runner } = this.#services;
    const text = describeMissingResource(sid, count, profile.name);
    const others = tryAnotherProfile(profiles, (other) => this.open({ sid, profile: other }));
    runner.showMessage('information', text, others);
  }
}

/** The resource of a SID, assuming that it is in that Workspace. */
function resourceIn(
  { id: profileId }: Profile,
  { sid, taskSid }: NamedResource,
  workspaceSid: string,
): ProfiledResource {
  if (sid.startsWith('WS')) return { profileId, workspaceSid };
  if (sid.startsWith('WT')) return { profileId, workspaceSid, taskSid: sid };
  return { profileId, workspaceSid, ...(taskSid !== undefined && { taskSid }), sid };
}
