import { productSids } from './productSids.ts';

/** Pages of a product that ended may be gone at any time; the glossary's on SIDs stays. */
const GLOSSARY = 'glossary/what-is-a-sid';

/** Products that Twilio has ended, whose SIDs live on in logs and databases. */
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
