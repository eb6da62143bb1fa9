import { CustomizationProvider } from '@twilio-paste/core/customization';
import { FlexPlugin } from '@twilio/flex-plugin';
import * as Flex from '@twilio/flex-ui';
import * as React from 'react';
import { openAccountSyncClient } from './dashboard-source/accountSyncClient';
import { syncDashboardSource } from './dashboard-source/syncDashboardSource';
import { DashboardIcon } from './dashboard/DashboardIcon';
import { DashboardView } from './dashboard/DashboardView';
import { readPluginConfiguration } from './pluginConfiguration';

const viewName = 'realtime-dashboard';
const title = 'Realtime Dashboard';
const roles = ['supervisor', 'admin'];

/** Puts the dashboard into Flex: a side link and a view for supervisors and admins, and Flex's Sync client handed down. */
export class RealtimeDashboardPlugin extends FlexPlugin {
  constructor() {
    super('RealtimeDashboardPlugin');
  }

  init(flex: typeof Flex, manager: Flex.Manager): void {
    if (!manager.user.roles.some((role) => roles.includes(role))) return;

    const { documents, syncClient } = readPluginConfiguration(
      (manager.serviceConfiguration.ui_attributes as { custom_data?: unknown } | undefined)?.custom_data,
    );
    const source = syncDashboardSource({
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

    flex.SideNav.Content.add(<DashboardSideLink key={viewName} />);
    flex.ViewCollection.Content.add(
      <Flex.View name={viewName} key={viewName}>
        <InFlexTheme>
          <DashboardView source={source} documents={documents} />
        </InFlexTheme>
      </Flex.View>,
    );
  }
}

function DashboardSideLink({ activeView }: { activeView?: string }): React.ReactElement {
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
