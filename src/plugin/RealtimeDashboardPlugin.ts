import { FlexPlugin } from '@twilio/flex-plugin';
import type * as Flex from '@twilio/flex-ui';
import type * as Dashboard from './addDashboard';
import { readPluginConfiguration } from './pluginConfiguration';
import { registerNotifications } from './registerNotifications';
import { localeOfFlex } from '../strings/localeOfFlex';
import { registerStrings } from '../strings/registerStrings';

const oldestFlexMajor = 2;

/** For some roles: puts texts, notifications and the dashboard into Flex, or says that Flex UI is too old for it. */
export class RealtimeDashboardPlugin extends FlexPlugin {
  constructor() {
    super('RealtimeDashboardPlugin');
  }

  init(flex: typeof Flex, manager: Flex.Manager): void {
    const configuration = readPluginConfiguration(
      (manager.serviceConfiguration.ui_attributes as { custom_data?: unknown } | undefined)?.custom_data,
    );
    if (!manager.user.roles.some((role) => configuration.roles.includes(role))) return;

    const strings = registerStrings(manager, localeOfFlex(manager, navigator.languages));
    const notifications = registerNotifications(flex);
    if (parseInt(flex.VERSION) < oldestFlexMajor) return notifications.tellOfOldFlex(flex.VERSION);
    // An import would run, before that is known, what was never tried in Flex UI 1.
    const { addDashboard } = require('./addDashboard') as typeof Dashboard;
    addDashboard(flex, manager, { configuration, strings, notifications, version: this.version });
  }
}
