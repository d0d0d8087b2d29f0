import { productSids } from './productSids.ts';

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
