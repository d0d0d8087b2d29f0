import { l10n, QuickInputButtons, ThemeIcon, window } from 'vscode';
import { message, type Message } from '../../../core/messages/message.ts';
import type { AccountCheck } from '../../../core/profiles/accountCheck.ts';
import {
  parseCredentialSid,
  pastedSecret,
  type CredentialDraft,
} from '../../../core/profiles/credentials.ts';
import { freeProfileName, parseProfileName } from '../../../core/profiles/profileName.ts';
import { endpointHost } from '../../../core/profiles/storedProfile.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import { asFailure, TaskRouterFailure, type Failure } from '../../../core/taskrouter/failure.ts';
import { failureSentence } from '../../ui/failureSentence.ts';
import { localize } from '../../ui/localize.ts';
import { present } from '../../ui/present.ts';
import { runWithProgress } from '../../ui/progress.ts';
import { askFor } from '../../ui/quickInput.ts';
import type { AccountServices } from '../accountServices.ts';
import { askForEndpoint } from './endpointPrompt.ts';

/** Credentials that work, or that the user saved without verifying them. */
export interface GivenCredentials extends CredentialDraft {
  readonly name: string;
  readonly accountSid?: string;
}

export interface CredentialFlowOptions extends Pick<AccountServices, 'check' | 'refusal'> {
  readonly title: string;
  /** Values that are already known. The flow starts at the first step without a value. */
  readonly known: Partial<GivenCredentials>;
  /**
   * Whether the credentials are for a new profile. If their SID is known, the region is asked for
   * first.
   */
  readonly isNew?: boolean;
  /** Whether the first step leads back to a prompt before this flow. */
  readonly goesBack?: boolean;
  /** Names of other profiles. */
  readonly takenNames: readonly string[];
  /** The name of the profile that already has these credentials, if any. The profile keeps it. */
  readonly nameOf: (draft: CredentialDraft) => string | undefined;
  /** Why the secret is asked for again. */
  readonly validationMessage?: Message | undefined;
}

type Step = 'sid' | 'secret' | 'place' | 'check' | 'name';
/** What the user chose instead of entering credentials. */
type Alternative = 'import' | 'add' | 'back';
/** A step to go to instead of an answer. */
interface StepChange {
  readonly go: Step | Alternative;
}

/**
 * Asks for credentials step by step, and verifies them before it asks for a name. Only invalid
 * values are asked for again. Escape at any step cancels the flow.
 */
export class CredentialFlow {
  readonly #options: CredentialFlowOptions;
  /** Whether these are new credentials, and not a new secret of a profile. */
  readonly #isNew: boolean;
  #draft: { -readonly [K in keyof GivenCredentials]?: GivenCredentials[K] };
  #check: AccountCheck = {};
  #complaint: Message | undefined;

  constructor(options: CredentialFlowOptions) {
    this.#options = options;
    this.#draft = { ...options.known };
    this.#isNew = options.isNew === true || options.known.sid === undefined;
    this.#complaint = options.validationMessage;
  }

  /**
   * Returns `undefined` if cancelled.
   *
   * @throws TaskRouterFailure if credentials cannot be used here
   */
  async run(): Promise<GivenCredentials | Alternative | undefined> {
    const { refusal } = this.#options;
    if (refusal !== undefined) throw new TaskRouterFailure(refusal);
    let step: Step = this.#firstStep();
    for (;;) {
      const next = await this.#take(step);
      if (next === undefined || next === 'import' || next === 'add' || next === 'back') return next;
      if (next === 'done') {
        const { sid = '', secret = '', place, name = '', accountSid } = this.#draft;
        return place && { sid, secret, place, name, ...(accountSid && { accountSid }) };
      }
      step = next;
    }
  }

  #firstStep(): Step {
    // A new profile with a known SID is for another region, so that the region is asked for first.
    if (this.#isNew) return this.#draft.sid === undefined ? 'sid' : 'place';
    return this.#draft.secret === undefined ? 'secret' : 'check';
  }

  #take(step: Step): Promise<Step | Alternative | 'done' | undefined> {
    switch (step) {
      case 'sid':
        return this.#askForSid();
      case 'secret':
        return this.#askForSecret();
      case 'place':
        return this.#askForPlace();
      case 'check':
        return this.#tryThem();
      case 'name':
        return this.#askForName();
    }
  }

  async #askForSid(): Promise<Step | Alternative | undefined> {
    const importIt = {
      button: {
        iconPath: new ThemeIcon('cloud-download'),
        tooltip: l10n.t('Import from the Twilio CLI or the Environment…'),
      },
      answer: { go: 'import' } as const,
    };
    const back = { button: QuickInputButtons.Back, answer: { go: 'back' } as const };
    const answer = await askFor<string | StepChange>({
      title: this.#options.title,
      prompt: l10n.t(
        'Enter the SID of an API key (SK…, recommended) or of the account (AC…). Create keys in the Twilio Console under API keys & tokens',
      ),
      placeholder: 'SK…',
      value: this.#draft.sid ?? '',
      step: { number: 1, of: 4 },
      buttons: this.#options.goesBack === true ? [back] : [importIt],
      read: parseCredentialSid,
    });
    if (answer === undefined) return undefined;
    if (typeof answer === 'object') return answer.go;
    if (answer !== this.#draft.sid) this.#begin(answer);
    return 'secret';
  }

  /** Discards what is known about the previous SID: its secret and its account. */
  #begin(sid: string): void {
    const { place } = this.#draft;
    this.#draft = { sid, ...(place !== undefined && { place }) };
    this.#check = {};
    this.#complaint = undefined;
  }

  /** The secret is never prefilled and never shown. */
  async #askForSecret(): Promise<Step | Alternative | undefined> {
    const { sid = '', place } = this.#draft;
    const isKey = sid.startsWith('SK');
    const back = { button: QuickInputButtons.Back, answer: { go: 'sid' } as const };
    const addOther = {
      button: { iconPath: new ThemeIcon('add'), tooltip: l10n.t('Add Other Credentials…') },
      answer: { go: 'add' } as const,
    };
    const changePlace = {
      button: { iconPath: new ThemeIcon('globe'), tooltip: l10n.t('Change Region…') },
      answer: { go: 'place' } as const,
    };
    const answer = await askFor<string | StepChange>({
      title: this.#options.title,
      prompt: isKey
        ? l10n.t('Secret of the API key {0}', shortenSid(sid))
        : l10n.t('Auth Token of the account {0}', shortenSid(sid)),
      placeholder: isKey ? l10n.t('Secret') : l10n.t('Auth Token'),
      value: '',
      password: true,
      validationMessage: this.#complaint,
      ...(this.#isNew && { step: { number: 2, of: 4 } }),
      buttons: [
        ...(this.#isNew ? [back] : [addOther]),
        ...(this.#isNew && this.#draft.secret !== undefined ? [changePlace] : []),
      ],
      read: (text) => {
        const secret = pastedSecret(text);
        return secret === ''
          ? { valid: false, reason: message('Enter the secret') }
          : { valid: true, value: secret };
      },
    });
    if (answer === undefined) return undefined;
    if (typeof answer === 'object') return answer.go;
    this.#draft.secret = answer;
    this.#complaint = undefined;
    return place === undefined ? 'place' : 'check';
  }

  async #askForPlace(): Promise<Step | undefined> {
    const place = await askForEndpoint(this.#options.title, this.#draft.place);
    if (place === undefined) return undefined;
    if (place === 'back') return 'secret';
    this.#draft.place = place;
    return this.#draft.secret === undefined ? 'secret' : 'check';
  }

  async #tryThem(): Promise<Step | 'done' | undefined> {
    const { sid = '', secret = '', place = { region: '', edge: '' } } = this.#draft;
    const host = endpointHost(place);
    try {
      this.#check = await runWithProgress(
        l10n.t('Verifying credentials with {0}…', host),
        (signal) => this.#options.check({ sid, secret, place }, signal),
      );
    } catch (error) {
      const failure = asFailure(error);
      if (failure === undefined) throw error;
      return this.#explain(failure);
    }
    if (this.#check.accountSid !== undefined) this.#draft.accountSid = this.#check.accountSid;
    return this.#afterCheck();
  }

  #afterCheck(): Step | 'done' {
    const { sid = '', secret = '', place } = this.#draft;
    const known = this.#isNew && place && this.#options.nameOf({ sid, secret, place });
    if (typeof known === 'string') this.#draft.name = known;
    return this.#draft.name === undefined ? 'name' : 'done';
  }

  /** Asks again for rejected values. Credentials that could not be verified may be saved anyway. */
  async #explain(failure: Failure): Promise<Step | 'done' | undefined> {
    const sentence = failureSentence(failure);
    if (failure.kind === 'unauthorized' || failure.kind === 'unauthorizedInRegion') {
      this.#complaint = sentence;
      return 'secret';
    }
    const save = l10n.t('Save Anyway');
    const again = l10n.t('Try Again');
    const region = l10n.t('Change Region…');
    const detail = this.#isNew
      ? l10n.t('Nothing is stored yet.')
      : l10n.t('The old secret is still kept.');
    // A secret that the user did not type is saved only if Twilio accepts it.
    const isTyped = this.#draft.secret !== this.#options.known.secret;
    const choices = [...(isTyped ? [save] : []), again, ...(this.#isNew ? [region] : [])];
    const choice = await window.showWarningMessage(
      localize(sentence),
      { modal: true, detail },
      ...choices,
    );
    if (choice === save) return this.#afterCheck();
    if (choice === again) return 'check';
    return choice === region ? 'place' : undefined;
  }

  async #askForName(): Promise<Step | 'done' | undefined> {
    const { sid = '' } = this.#draft;
    const { takenNames } = this.#options;
    const proposal = freeProfileName(this.#shownWorkspaceName() ?? shortenSid(sid), takenNames);
    const answer = await askFor<string | StepChange>({
      title: this.#options.title,
      prompt: l10n.t('Enter a name for the profile'),
      placeholder: l10n.t('Name of the profile'),
      value: proposal,
      step: { number: 4, of: 4 },
      buttons: [{ button: QuickInputButtons.Back, answer: { go: 'place' } }],
      read: (text) => parseProfileName(text, takenNames),
    });
    if (answer === undefined) return undefined;
    if (typeof answer === 'object') return 'place';
    this.#draft.name = answer;
    return 'done';
  }

  /**
   * A name that privacy mode masks is not suggested, as the user would save it without having read
   * it.
   */
  #shownWorkspaceName(): string | undefined {
    const { workspaceName } = this.#check;
    return workspaceName !== undefined && present().text(workspaceName) === workspaceName
      ? workspaceName
      : undefined;
  }
}
