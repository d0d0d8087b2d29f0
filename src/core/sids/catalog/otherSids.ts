import { productSids } from './sidMeaning.ts';

/** Pages of retired products may disappear, so these rows use the glossary's page on SIDs. */
const GLOSSARY = 'glossary/what-is-a-sid';

/** Products that Twilio has retired, whose SIDs are still in logs and databases. */
export const retiredSids = [
  ...productSids(
    { name: 'Autopilot', host: 'autopilot', root: '/v1/Assistants/', docs: GLOSSARY },
    [
      ['UA', 'Autopilot Assistant', '', '{Sid}'],
      ['UD', 'Autopilot Task', '', '{AssistantSid}/Tasks/{Sid}'],
      ['UE', 'Autopilot Task Field', '', '{AssistantSid}/Tasks/{TaskSid}/Fields/{Sid}'],
      ['UF', 'Autopilot Task Sample', '', '{AssistantSid}/Tasks/{TaskSid}/Samples/{Sid}'],
      ['UB', 'Autopilot Field Type', '', '{AssistantSid}/FieldTypes/{Sid}'],
      [
        'UC',
        'Autopilot Field Value',
        '',
        '{AssistantSid}/FieldTypes/{FieldTypeSid}/FieldValues/{Sid}',
      ],
      ['UG', 'Autopilot Model Build', '', '{AssistantSid}/ModelBuilds/{Sid}'],
      ['UH', 'Autopilot Query', '', '{AssistantSid}/Queries/{Sid}'],
      ['UK', 'Autopilot Dialogue', '', '{AssistantSid}/Dialogues/{Sid}'],
      ['UM', 'Autopilot Webhook', '', '{AssistantSid}/Webhooks/{Sid}'],
    ],
  ),
  ...productSids({ name: 'Programmable Fax', host: 'fax', root: '/v1/Faxes/', docs: GLOSSARY }, [
    ['FX', 'Fax', '', '{Sid}'],
    ['ME', 'Fax Media', '', '{FaxSid}/Media/{Sid}'],
  ]),
  ...productSids({ name: 'Live', host: 'media', root: '/v1/', docs: GLOSSARY }, [
    ['VJ', 'Player Streamer', '', 'PlayerStreamers/{Sid}'],
    ['ZX', 'Media Processor', '', 'MediaProcessors/{Sid}'],
    ['KV', 'Media Recording', '', 'MediaRecordings/{Sid}'],
  ]),
  ...productSids({ name: 'Microvisor', host: 'microvisor', root: '/v1/', docs: GLOSSARY }, [
    ['UV', 'Microvisor Device', '', 'Devices/{Sid}'],
    ['KA', 'Microvisor App', '', 'Apps/{Sid}'],
  ]),
  ...productSids({ name: 'Frontline', host: 'frontline-api', root: '/v1/', docs: GLOSSARY }, [
    ['US', 'Frontline User', '', 'Users/{Sid}'],
  ]),
];

/**
 * Prefixes from public sources that are in no pattern of Twilio's OpenAPI documents. Each has its source
 * beside it. None can be fetched by its SID, as far as is known.
 */
export const unlistedSids = [
  ...productSids({ name: 'Flex', host: 'flex-api', root: '/v2/', docs: 'flex/developer' }, [
    // `deploymentKey` of `Twilio.initWebchat`: github.com/twilio/twilio-webchat-react-app, README.
    ['CV', 'Flex Webchat Deployment Key', 'conversations/webchat/setup'],
  ]),
  ...productSids({ name: 'Studio', host: 'studio', root: '/v2/', docs: 'studio' }, [
    // `sid` and `next` in `states` of flows that Studio's first version exported.
    ['FF', 'Studio Widget', 'widget-library'],
  ]),
  ...productSids(
    { name: 'TaskRouter', host: 'taskrouter', root: '/v1/Workspaces/', docs: 'taskrouter' },
    [
      // `sid` beside `transfer_mode`: github.com/twilio/twilio-taskrouter.js, test/mock/Transfers.js.
      ['TT', 'Task Transfer', 'js-sdk'],
    ],
  ),
  ...productSids({ name: 'TwiML Bins', host: 'handler', root: '/twiml/', docs: 'serverless' }, [
    // Addresses `https://handler.twilio.com/twiml/EH…`, which Twilio's Console gives a TwiML Bin.
    ['EH', 'TwiML Bin', 'twiml-bins'],
  ]),
  ...productSids({ name: 'Programmable Voice', host: 'voice', root: '/v1/', docs: 'voice' }, [
    // `sessionId` of a setup message: twilio.com/docs/voice/conversationrelay/websocket-messages.
    ['VX', 'Conversation Relay Session', 'conversationrelay/websocket-messages'],
    // `TranscriptionConfiguration` in an example of twilio_api_v2010.json, without a pattern.
    ['JV', 'Transcription Configuration', 'api/call-resource'],
  ]),
  ...productSids({ name: 'Verify', host: 'verify', root: '/v2/', docs: 'verify/api' }, [
    // `MailerSid` in an example of twilio_verify_v2.json, without a pattern.
    ['MD', 'Verify Mailer', 'service'],
  ]),
  ...productSids(
    { name: 'Programmable Wireless', host: 'wireless', root: '/v1/', docs: 'iot/wireless/api' },
    [
      // `sid` of `data_sessions` in an example of twilio_wireless_v1.json, without a pattern.
      ['WN', 'Wireless Data Session', ''],
    ],
  ),
];
