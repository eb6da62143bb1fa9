import { CustomizationProvider } from '@twilio-paste/core/customization';
import { FlexPlugin } from '@twilio/flex-plugin';
import * as Flex from '@twilio/flex-ui';
import * as React from 'react';
import { openAccountSyncClient } from './dashboard-source/accountSyncClient';
import type { DashboardSource } from './dashboard-source/DashboardSource';
import { refreshingDashboardSource, withoutRefresh } from './dashboard-source/refreshingDashboardSource';
import { reportingDashboardSource } from './dashboard-source/reportingDashboardSource';
import { requestRefresh } from './dashboard-source/requestRefresh';
import { syncDashboardSource } from './dashboard-source/syncDashboardSource';
import { DashboardIcon } from './dashboard/DashboardIcon';
import { DashboardView } from './dashboard/DashboardView';
import { readPluginConfiguration, type PluginConfiguration } from './pluginConfiguration';
import { registerNotifications } from './registerNotifications';
import { localeOfFlex } from './strings/localeOfFlex';
import { registerStrings } from './strings/registerStrings';
import type { Strings } from './strings/Strings';
import { StringsContext } from './strings/StringsContext';

const viewName = 'realtime-dashboard';

/** Puts the dashboard into Flex: a side link and a view for some roles, texts, notifications, and Flex's Sync client handed down. */
export class RealtimeDashboardPlugin extends FlexPlugin {
  constructor() {
    super('RealtimeDashboardPlugin');
  }

  init(flex: typeof Flex, manager: Flex.Manager): void {
    const { documents, syncClient, refresh, roles, misunderstood } = readPluginConfiguration(
      (manager.serviceConfiguration.ui_attributes as { custom_data?: unknown } | undefined)?.custom_data,
    );
    const isOneOf = (wanted: readonly string[]): boolean =>
      manager.user.roles.some((role) => wanted.includes(role));
    if (!isOneOf(roles)) return;

    const strings = registerStrings(manager, localeOfFlex(manager, navigator.languages));
    const notifications = registerNotifications(flex);
    const documentsInSync = syncDashboardSource({
      documents,
      clientChoice: syncClient,
      flexClient: () => manager.insightsClient,
      openAccountClient: () =>
        openAccountSyncClient({
          token: () => manager.user.token,
          onTokenUpdated(listener) {
            const follow = ({ token }: { token: string }): void => listener(token);
            manager.events.addListener('tokenUpdated', follow);
            return () => manager.events.removeListener('tokenUpdated', follow);
          },
        }),
    });
    const source = reportingDashboardSource(refreshing(documentsInSync, refresh, manager), {
      onOutage: notifications.tellOfOutage,
    });

    flex.SideNav.Content.add(<DashboardSideLink key={viewName} strings={strings} />);
    flex.ViewCollection.Content.add(
      <Flex.View name={viewName} key={viewName}>
        <InFlexTheme>
          <StringsContext.Provider value={strings}>
            <OnOpening call={() => isOneOf(['admin']) && notifications.tellOfSettings(misunderstood)} />
            <DashboardView source={source} documents={documents} />
          </StringsContext.Provider>
        </InFlexTheme>
      </Flex.View>,
    );
  }
}

/** Roles of Flex that the Function admits. */
const admitted = ['supervisor', 'admin'];

function refreshing(
  source: DashboardSource,
  refresh: PluginConfiguration['refresh'],
  manager: Flex.Manager,
): DashboardSource {
  if ('off' in refresh) return withoutRefresh(source, refresh.off);
  if (!manager.user.roles.some((role) => admitted.includes(role))) return withoutRefresh(source, 'role');
  // Flex renews its token, so it is read each time.
  return refreshingDashboardSource(source, { ask: () => requestRefresh(refresh.url, manager.user.token) });
}

function DashboardSideLink({
  activeView,
  strings,
}: {
  activeView?: string;
  strings: Strings;
}): React.ReactElement {
  const title = strings.text('Title');
  return (
    <Flex.SideLink
      showLabel
      icon={<DashboardIcon />}
      iconActive={<DashboardIcon />}
      isActive={activeView === viewName}
      onClick={() => Flex.Actions.invokeAction('NavigateToView', { viewName })}
      aria-label={title}
    >
      {title}
    </Flex.SideLink>
  );
}

/** Flex says nothing when a view is opened by its address; React does. */
function OnOpening({ call }: { call: () => void }): null {
  const latest = React.useRef(call);
  React.useEffect(() => latest.current(), []);
  return null;
}

/** Paste with Flex's theme, around our view only: other plugins' providers are none of our business. */
const InFlexTheme = Flex.withTheme(function InFlexTheme({
  theme,
  children,
}: {
  theme?: Flex.Theme;
  children: React.ReactNode;
}) {
  return (
    <div style={fillsTheView}>
      <CustomizationProvider baseTheme={theme?.isLight === false ? 'dark' : 'default'} theme={theme?.tokens}>
        {children}
      </CustomizationProvider>
    </div>
  );
});

/** A view's content is only as wide as its text by itself, and Paste's provider adds a box of its own; a grid stretches both. */
const fillsTheView: React.CSSProperties = { display: 'grid', flex: '1 1 auto', minWidth: 0, height: '100%' };
