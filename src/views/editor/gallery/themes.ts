import type { TextKey } from '../../../strings/TextKey';
import type { Theme } from './Template';

/** The headings of the gallery. */
export const themes = {
  now: 'GalleryNow',
  queues: 'GalleryQueues',
  channels: 'GalleryChannels',
  agents: 'GalleryAgents',
  volume: 'GalleryVolume',
  serviceLevel: 'GalleryServiceLevel',
  speed: 'GallerySpeed',
  offers: 'GalleryOffers',
  pace: 'GalleryPace',
} as const satisfies Readonly<Record<Theme, TextKey>>;
