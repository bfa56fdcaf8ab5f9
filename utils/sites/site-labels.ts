import type { listedSites } from './hosts';

/** What people call the listed sites; names are not translated. */
export const siteLabels: Readonly<Record<keyof typeof listedSites, string>> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  facebook: 'Facebook',
  messenger: 'Messenger',
  instagram: 'Instagram',
  threads: 'Threads',
  x: 'X',
  snapchat: 'Snapchat',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  discord: 'Discord',
  reddit: 'Reddit',
  linkedin: 'LinkedIn',
  'google-messages': 'Google Messages',
};
