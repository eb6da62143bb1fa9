import * as Flex from '@twilio/flex-ui';
import * as React from 'react';
import { followBoardChoice } from './boardChoice';
import { DashboardIcon } from '../views/desk/DashboardIcon';
import { TeamsViewContext } from '../views/desk/TeamsView';
import { TrendsProvider } from '../views/board/TrendsProvider';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { EditingModel } from '../views/editor/editing/EditingModel';
import { EditableDashboard } from './EditableDashboard';
import { flexLogin } from './flexLogin';
import { keepDraftOnLogout } from './keepDraftOnLogout';
import { openSources } from './openSources';
import { PasteProvider } from '../paste/PasteProvider';
import type { PluginConfiguration } from './pluginConfiguration';
import type { DashboardNotifications } from './registerNotifications';
import type { Strings } from '../strings/Strings';
import { StringsContext } from '../strings/StringsContext';
import { teamsView } from './teamsView';
import { isWallRemembered } from '../views/wall/useWallMode';

const viewName = 'realtime-dashboard';

export interface DashboardParts {
  readonly configuration: PluginConfiguration;
  readonly strings: Strings;
  readonly notifications: DashboardNotifications;
  /** Of this plugin. */
  readonly version: string;
}

/** Puts the dashboard into Flex: a side link and a view, with Flex's Sync client handed down. */
export function addDashboard(
  flex: typeof Flex,
  manager: Flex.Manager,
  { configuration, strings, notifications, version }: DashboardParts,
): void {
  const isOneOf = (roles: readonly string[]): boolean =>
    manager.user.roles.some((role) => roles.includes(role));
  const { sources, openStore } = openSources(manager, configuration, notifications.tellOfOutage);
  const boards = followBoardChoice(sources, viewName, manager.user.identity);
  const login = flexLogin(manager);
  const teams = teamsView(flex);
  const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };
  keepDraftOnLogout(flex.Actions, kept, strings);
  const onOpening = (): void => {
    boards.nameInAddress();
    if (isOneOf(['admin'])) notifications.tellOfSettings(configuration.misunderstood);
  };

  flex.SideNav.Content.add(<DashboardSideLink key={viewName} strings={strings} />);
  flex.ViewCollection.Content.add(
    <Flex.View name={viewName} key={viewName}>
      <StringsContext.Provider value={strings}>
        <ErrorBoundary>
          <InFlexTheme>
            <OnOpening call={onOpening} />
            <TeamsViewContext.Provider value={teams}>
              <TrendsProvider sources={sources}>
                <EditableDashboard
                  sources={sources}
                  documents={configuration.documents}
                  version={version}
                  isAdmin={isOneOf(['admin'])}
                  login={login}
                  openStore={openStore}
                  person={() => manager.user.identity}
                  kept={kept}
                  mayEdit={isOneOf(configuration.editorRoles)}
                  onBoard={boards.choose}
                  start={boards.start}
                />
              </TrendsProvider>
            </TeamsViewContext.Provider>
          </InFlexTheme>
        </ErrorBoundary>
      </StringsContext.Provider>
    </Flex.View>,
  );
  if (isWallRemembered()) {
    manager.events.once(
      'pluginsInitialized',
      () => void Flex.Actions.invokeAction('NavigateToView', { viewName }),
    );
  }
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
  React.useEffect(call, [call]);
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
      <PasteProvider isDark={theme?.isLight === false} overrides={theme?.tokens}>
        {children}
      </PasteProvider>
    </div>
  );
});

/** A view's content is only as wide as its text by itself, and Paste's provider adds a box of its own; a grid stretches both. */
const fillsTheView: React.CSSProperties = {
  display: 'grid',
  // As high as the view and no higher, so that a long board scrolls within it.
  gridTemplateRows: 'minmax(0, 1fr)',
  flex: '1 1 auto',
  minWidth: 0,
  height: '100%',
};
