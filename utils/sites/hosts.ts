/** The sites Safi works on, as extension match patterns. */
export const listedHosts = ['https://web.whatsapp.com/*'] as const;
