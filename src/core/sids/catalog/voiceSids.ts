import { productSids } from './sidMeaning.ts';

export const voiceSids = [
  ...productSids(
    {
      name: 'Programmable Voice',
      host: 'api',
      root: '/2010-04-01/Accounts/{AccountSid}/',
      docs: 'voice',
    },
    [
      ['CA', 'Call', 'api/call-resource', 'Calls/{Sid}.json'],
      ['CF', 'Conference', 'api/conference-resource', 'Conferences/{Sid}.json'],
      ['QU', 'Voice Queue', 'api/queue-resource', 'Queues/{Sid}.json'],
      ['RE', 'Recording', 'api/recording', 'Recordings/{Sid}.json'],
      ['TR', 'Recording Transcription', 'api/recording-transcription', 'Transcriptions/{Sid}.json'],
      ['GT', 'Real-Time Transcription', 'api/realtime-transcription-resource'],
      ['PN', 'Outgoing Caller ID', 'api/outgoing-caller-ids', 'OutgoingCallerIds/{Sid}.json'],
      ['PK', 'Payment', 'api/payment-resource'],
      ['MZ', 'Media Stream', 'api/stream-resource'],
      ['SR', 'SIPREC Stream', 'api/siprec'],
      ['KX', 'User-Defined Message', 'api/userdefinedmessage-resource'],
      ['ZY', 'User-Defined Message Subscription', 'api/userdefinedmessagesubscription-resource'],
      ['NO', 'Call Notification', 'api', 'Calls/{CallSid}/Notifications/{Sid}.json'],
      ['NO', 'Account Notification', 'api', 'Notifications/{Sid}.json'],
      ['GP', 'Call Group', 'api/call-resource'],
      ['SD', 'SIP Domain', 'sip/api/sip-domain-resource', 'SIP/Domains/{Sid}.json'],
      [
        'AL',
        'IP Access Control List',
        'sip/api/sip-ipaccesscontrollist-resource',
        'SIP/IpAccessControlLists/{Sid}.json',
      ],
      [
        'AL',
        'IP Access Control List Mapping',
        'sip/api/sip-ipaccesscontrollistmapping-resource',
        'SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}.json',
      ],
      [
        'IP',
        'SIP IP Address',
        'sip/api/sip-ipaddress-resource',
        'SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}.json',
      ],
      [
        'CL',
        'Credential List',
        'sip/api/sip-credentiallist-resource',
        'SIP/CredentialLists/{Sid}.json',
      ],
      [
        'CL',
        'Credential List Mapping',
        'sip/api/sip-credentiallistmapping-resource',
        'SIP/Domains/{DomainSid}/CredentialListMappings/{Sid}.json',
      ],
      [
        'CR',
        'SIP Credential',
        'sip/api/sip-credential-resource',
        'SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}.json',
      ],
    ],
  ),
  ...productSids(
    {
      name: 'Programmable Voice',
      host: 'voice',
      root: '/v1/',
      docs: 'voice/bring-your-own-carrier-byoc/api',
    },
    [
      ['BY', 'BYOC Trunk', 'byoctrunk-resource', 'ByocTrunks/{Sid}'],
      ['NY', 'Connection Policy', '', 'ConnectionPolicies/{Sid}'],
      [
        'NE',
        'Connection Policy Target',
        '',
        'ConnectionPolicies/{ConnectionPolicySid}/Targets/{Sid}',
      ],
      ['IL', 'IP Record', '', 'IpRecords/{Sid}'],
      ['IB', 'Source IP Mapping', '', 'SourceIpMappings/{Sid}'],
    ],
  ),
  ...productSids(
    {
      name: 'Voice Insights',
      host: 'insights',
      root: '/v1/',
      docs: 'voice/voice-insights/api/conference',
    },
    [
      [
        'CP',
        'Conference Participant',
        'participant-summary-resource',
        'Conferences/{ConferenceSid}/Participants/{ParticipantSid}',
      ],
    ],
  ),
  ...productSids(
    {
      name: 'Elastic SIP Trunking',
      host: 'trunking',
      root: '/v1/Trunks/',
      docs: 'sip-trunking/api',
    },
    [
      ['TK', 'SIP Trunk', 'trunk-resource', '{Sid}'],
      ['OU', 'Origination URL', 'originationurl-resource', '{TrunkSid}/OriginationUrls/{Sid}'],
      [
        'AL',
        'Trunk IP Access Control List',
        'ipaccesscontrollist-resource',
        '{TrunkSid}/IpAccessControlLists/{Sid}',
      ],
      [
        'CL',
        'Trunk Credential List',
        'credentiallist-resource',
        '{TrunkSid}/CredentialLists/{Sid}',
      ],
      ['PN', 'Trunk Phone Number', 'phonenumber-resource', '{TrunkSid}/PhoneNumbers/{Sid}'],
    ],
  ),
  ...productSids(
    {
      name: 'Global Infrastructure',
      host: 'routes',
      root: '/v2/',
      docs: 'global-infrastructure/inbound-processing-api',
    },
    [
      ['QQ', 'Phone Number Route', ''],
      ['QQ', 'SIP Domain Route', ''],
      ['QQ', 'SIP Trunk Route', ''],
    ],
  ),
  ...productSids({ name: 'Video', host: 'video', root: '/v1/', docs: 'video/api' }, [
    ['RM', 'Video Room', 'rooms-resource', 'Rooms/{Sid}'],
    ['PA', 'Room Participant', 'participants', 'Rooms/{RoomSid}/Participants/{Sid}'],
    [
      'MT',
      'Published Track',
      'publishedtrack',
      'Rooms/{RoomSid}/Participants/{ParticipantSid}/PublishedTracks/{Sid}',
    ],
    [
      'MT',
      'Subscribed Track',
      'track-subscriptions',
      'Rooms/{RoomSid}/Participants/{ParticipantSid}/SubscribedTracks/{Sid}',
    ],
    ['RT', 'Video Recording', 'recordings-resource', 'Recordings/{Sid}'],
    ['CJ', 'Composition', 'compositions-resource', 'Compositions/{Sid}'],
    ['HK', 'Composition Hook', 'composition-hooks', 'CompositionHooks/{Sid}'],
  ]),
];
