import { agentsTexts } from './texts/agents';
import { boardTexts } from './texts/board';
import { boardsTexts } from './texts/boards';
import { editingTexts } from './texts/editing';
import { exchangeTexts } from './texts/exchange';
import { formulaDocsTexts } from './texts/formulaDocs';
import { formulaFieldTexts } from './texts/formulaField';
import { freshnessTexts } from './texts/freshness';
import { galleryTexts } from './texts/gallery';
import { notificationsTexts } from './texts/notifications';
import { problemsTexts } from './texts/problems';
import { tableTexts } from './texts/table';
import { tileTexts } from './texts/tile';
import { tilePanelTexts } from './texts/tilePanel';
import { trendsTexts } from './texts/trends';
import { versionsTexts } from './texts/versions';
import { wallTexts } from './texts/wall';

/**
 * Every text that the plugin shows, apart from what the formula language says of a formula (that stays English): in
 * English, then in Spanish. A key becomes the name of a string of Flex with `RealtimeDashboard` before it;
 * docs/customising.md says how to override one. `{{name}}` stands for a parameter, as in Flex's own strings. A text that
 * counts has two keys, `_one` and `_other`, and is asked for by what comes before them.
 */
export const texts = {
  ...agentsTexts,
  ...boardTexts,
  ...boardsTexts,
  ...editingTexts,
  ...exchangeTexts,
  ...formulaDocsTexts,
  ...formulaFieldTexts,
  ...freshnessTexts,
  ...galleryTexts,
  ...notificationsTexts,
  ...problemsTexts,
  ...tableTexts,
  ...tileTexts,
  ...tilePanelTexts,
  ...trendsTexts,
  ...versionsTexts,
  ...wallTexts,
} as const;
