import type * as Flex from '@twilio/flex-ui';

export interface DashboardNotifications {
  /** Says that there has been no connection for a while, unless Flex says so itself; take it back with the function that is returned. */
  tellOfOutage(): () => void;
  /** Says once, until the page is loaded anew, which settings were not understood. */
  tellOfSettings(names: readonly string[]): void;
  /** Says that Flex UI is too old for the dashboard. */
  tellOfOldFlex(version: string): void;
}

const outage = 'RealtimeDashboardOutage';
/** What Flex shows while its own connections are lost, which ours are then as well. */
const outageOfFlex = 'NoNetworkConnection';
const settings = 'RealtimeDashboardMisunderstoodSettings';
const oldFlex = 'RealtimeDashboardOldFlex';

/**
 * Registers what the dashboard may have to say with Flex, by ids that are also the keys of the texts. One that another
 * plugin has registered by the same id stays in its place, and one that it removes is not shown.
 */
export function registerNotifications({
  Notifications,
  NotificationType,
}: Pick<typeof Flex, 'Notifications' | 'NotificationType'>): DashboardNotifications {
  for (const id of [outage, settings, oldFlex]) {
    if (Notifications.registeredNotifications.has(id)) continue;
    Notifications.registerNotification({
      id,
      content: id,
      type: id === outage ? NotificationType.error : NotificationType.warning,
      timeout: 0, // stays until it is closed
      // Shown by the browser while nobody looks at Flex, where the account has allowed that.
      ...(id === outage ? { options: { browser: { title: 'RealtimeDashboardTitle', body: id } } } : {}),
    });
  }
  const show = (id: string, context: object): Flex.Notification | null =>
    Notifications.registeredNotifications.has(id) ? Notifications.showNotification(id, context) : null;
  let toldOfSettings = false;

  return {
    tellOfOutage() {
      const isTold = Notifications.activeNotifications.some(({ id }) => id === outageOfFlex);
      const shown = isTold ? null : show(outage, {});
      return () => {
        if (shown) Notifications.dismissNotification(shown);
      };
    },
    tellOfSettings(names) {
      if (toldOfSettings || names.length === 0) return;
      toldOfSettings = true;
      show(settings, { names: names.join(', ') });
    },
    tellOfOldFlex: (version) => void show(oldFlex, { version }),
  };
}
