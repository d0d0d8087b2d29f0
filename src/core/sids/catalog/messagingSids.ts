import { productSids } from './sidMeaning.ts';

export const messagingSids = [
  ...productSids(
    {
      name: 'Messaging',
      host: 'api',
      root: '/2010-04-01/Accounts/{AccountSid}/',
      docs: 'messaging/api',
    },
    [
      ['SM', 'Message', 'message-resource', 'Messages/{Sid}.json'],
      ['MM', 'Message', 'message-resource', 'Messages/{Sid}.json'],
      ['ME', 'Message Media', 'media-resource', 'Messages/{MessageSid}/Media/{Sid}.json'],
      ['SC', 'Short Code', 'short-code-resource', 'SMS/ShortCodes/{Sid}.json'],
    ],
  ),
  ...productSids({ name: 'Messaging', host: 'messaging', root: '/v1/', docs: 'messaging/api' }, [
    ['MG', 'Messaging Service', 'service-resource', 'Services/{Sid}'],
    [
      'PN',
      'Messaging Service Phone Number',
      'phonenumber-resource',
      'Services/{ServiceSid}/PhoneNumbers/{Sid}',
    ],
    [
      'SC',
      'Messaging Service Short Code',
      'services-shortcode-resource',
      'Services/{ServiceSid}/ShortCodes/{Sid}',
    ],
    ['AI', 'Alpha Sender', 'alphasender-resource', 'Services/{ServiceSid}/AlphaSenders/{Sid}'],
    [
      'AI',
      'Destination Alpha Sender',
      'destination-alphasender-resource',
      'Services/{ServiceSid}/DestinationAlphaSenders/{Sid}',
    ],
    ['BN', 'A2P Brand Registration', 'brand-registration-resource', 'a2p/BrandRegistrations/{Sid}'],
    [
      'VT',
      'A2P Brand Vetting',
      'brand-vetting-resource',
      'a2p/BrandRegistrations/{BrandSid}/Vettings/{BrandVettingSid}',
    ],
    [
      'QE',
      'US A2P Campaign',
      'usapptoperson-resource',
      'Services/{MessagingServiceSid}/Compliance/Usa2p/{Sid}',
    ],
    ['QE', 'External Campaign', 'usapptoperson-resource'],
    ['CM', 'A2P Campaign', 'usapptoperson-resource'],
    [
      'HH',
      'Toll-Free Verification',
      'tollfree-verification-resource',
      'Tollfree/Verifications/{Sid}',
    ],
    ['AO', 'Add-on Type', 'service-resource'],
  ]),
  ...productSids({ name: 'Messaging', host: 'messaging', root: '/v2/', docs: 'whatsapp/api' }, [
    ['XE', 'Channel Sender', 'senders', 'Channels/Senders/{Sid}'],
  ]),
  ...productSids({ name: 'Messaging', host: 'messaging', root: '/v1/', docs: 'messaging' }, [
    ['DN', 'Link Shortening Domain', 'features/link-shortening'],
    ['CW', 'Domain Certificate', 'features/link-shortening'],
    ['ZK', 'Domain Configuration', 'features/link-shortening'],
    ['OO', 'Opt-Out Configuration', 'tutorials/advanced-opt-out'],
  ]),
  ...productSids(
    { name: 'Content Template Builder', host: 'content', root: '/v1/', docs: 'content' },
    [['HX', 'Content Template', 'content-api-resources', 'Content/{Sid}']],
  ),
];

export const conversationsSids = [
  ...productSids(
    { name: 'Conversations', host: 'conversations', root: '/v1/', docs: 'conversations/api' },
    [
      ['CH', 'Conversation', 'conversation-resource', 'Conversations/{Sid}'],
      [
        'IM',
        'Conversation Message',
        'conversation-message-resource',
        'Conversations/{ConversationSid}/Messages/{Sid}',
      ],
      [
        'DY',
        'Message Receipt',
        'receipt-resource',
        'Conversations/{ConversationSid}/Messages/{MessageSid}/Receipts/{Sid}',
      ],
      [
        'MB',
        'Conversation Participant',
        'conversation-participant-resource',
        'Conversations/{ConversationSid}/Participants/{Sid}',
      ],
      [
        'WH',
        'Conversation-Scoped Webhook',
        'conversation-scoped-webhook-resource',
        'Conversations/{ConversationSid}/Webhooks/{Sid}',
      ],
      ['ME', 'Conversations Media', 'media-resource'],
      ['IS', 'Conversations Service', 'service-resource', 'Services/{Sid}'],
      ['US', 'Conversations User', 'user-resource', 'Users/{Sid}'],
      ['RL', 'Conversations Role', 'role-resource', 'Roles/{Sid}'],
      ['CR', 'Push Credential', 'credential-resource', 'Credentials/{Sid}'],
      ['BS', 'Conversations Binding', '', 'Services/{ChatServiceSid}/Bindings/{Sid}'],
      [
        'IG',
        'Address Configuration',
        'address-configuration-resource',
        'Configuration/Addresses/{Sid}',
      ],
    ],
  ),
  ...productSids({ name: 'Sync', host: 'sync', root: '/v1/Services/', docs: 'sync/api' }, [
    ['IS', 'Sync Service', 'service', '{Sid}'],
    ['ET', 'Sync Document', 'document-resource', '{ServiceSid}/Documents/{Sid}'],
    ['ES', 'Sync List', 'list-resource', '{ServiceSid}/Lists/{Sid}'],
    ['MP', 'Sync Map', 'map-resource', '{ServiceSid}/Maps/{Sid}'],
    ['TO', 'Sync Stream', 'stream-resource', '{ServiceSid}/Streams/{Sid}'],
    ['TZ', 'Sync Stream Message', 'stream-message-resource'],
  ]),
  ...productSids({ name: 'Notify', host: 'notify', root: '/v1/', docs: 'notify/api' }, [
    ['IS', 'Notify Service', 'service-resource', 'Services/{Sid}'],
    ['BS', 'Notify Binding', 'binding-resource', 'Services/{ServiceSid}/Bindings/{Sid}'],
    ['NT', 'Notify Notification', 'notification-resource'],
    ['CR', 'Notify Credential', 'credential-resource', 'Credentials/{Sid}'],
  ]),
  ...productSids(
    { name: 'Programmable Chat (legacy)', host: 'chat', root: '/v2/', docs: 'chat/rest' },
    [
      ['CH', 'Chat Channel', 'channel-resource', 'Services/{ServiceSid}/Channels/{Sid}'],
      [
        'IM',
        'Chat Message',
        'message-resource',
        'Services/{ServiceSid}/Channels/{ChannelSid}/Messages/{Sid}',
      ],
      [
        'MB',
        'Chat Member',
        'member-resource',
        'Services/{ServiceSid}/Channels/{ChannelSid}/Members/{Sid}',
      ],
      [
        'IN',
        'Chat Invite',
        'invite-resource',
        'Services/{ServiceSid}/Channels/{ChannelSid}/Invites/{Sid}',
      ],
      [
        'WH',
        'Chat Channel Webhook',
        'channel-webhook-resource',
        'Services/{ServiceSid}/Channels/{ChannelSid}/Webhooks/{Sid}',
      ],
      ['ME', 'Chat Media', 'media'],
      ['IS', 'Chat Service', 'service-resource', 'Services/{Sid}'],
      ['US', 'Chat User', 'user-resource', 'Services/{ServiceSid}/Users/{Sid}'],
      ['RL', 'Chat Role', 'role-resource', 'Services/{ServiceSid}/Roles/{Sid}'],
      ['CR', 'Chat Credential', 'credential-resource', 'Credentials/{Sid}'],
      ['BS', 'Chat Binding', 'binding-resource', 'Services/{ServiceSid}/Bindings/{Sid}'],
    ],
  ),
];
