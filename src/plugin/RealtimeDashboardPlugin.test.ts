import type * as Flex from '@twilio/flex-ui';
import type { RealtimeDashboardPlugin as Plugin } from './RealtimeDashboardPlugin';

/** A plugin in a page of its own, as the plugin builder and Flex would run it. */
function start({ version, roles = ['supervisor'], language = 'en' }: Setting) {
  jest.resetModules();
  const addDashboard = jest.fn();
  const loadDashboard = jest.fn(() => ({ addDashboard }));
  jest.doMock('./addDashboard', loadDashboard);
  const { RealtimeDashboardPlugin } = jest.requireActual<{ RealtimeDashboardPlugin: typeof Plugin }>(
    './RealtimeDashboardPlugin',
  );
  const registered = new Map<string, Flex.Notification>();
  const told: string[] = [];
  const manager = {
    user: { roles },
    strings: {} as Record<string, string>,
    configuration: { language },
    serviceConfiguration: {},
  };
  const flex = {
    VERSION: version,
    NotificationType: { error: 'error', warning: 'warning' },
    Notifications: {
      registeredNotifications: registered,
      activeNotifications: [],
      registerNotification: (notification: Flex.Notification) =>
        registered.set(notification.id, notification),
      showNotification: (id: string, context: Record<string, string>) => {
        const template = manager.strings[String(registered.get(id)?.content)] ?? '';
        told.push(template.replace(/{{(\w+)}}/g, (_, name: string) => context[name] ?? ''));
      },
    },
  };
  new RealtimeDashboardPlugin().init(flex as unknown as typeof Flex, manager as unknown as Flex.Manager);
  return { told, loadDashboard, addDashboard };
}
interface Setting {
  readonly version: string | undefined;
  readonly roles?: readonly string[];
  readonly language?: string;
}

beforeAll(() => {
  for (const name of [
    'PLUGIN_UNIQUE_NAME',
    'PLUGIN_VERSION',
    'FLEX_PLUGIN_SCRIPTS_VERSION',
    'FLEX_PLUGIN_VERSION',
    'FLEX_UI_VERSION',
    'REACT_VERSION',
    'REACT_DOM_VERSION',
  ])
    Object.assign(globalThis, { [`__FPB_${name}`]: '' });
  Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en'] }, configurable: true });
  jest.spyOn(console, 'log').mockReturnValue();
});

describe('RealtimeDashboardPlugin', () => {
  it.each(['1.0.0', '1.34.6'])('says that Flex UI %s is too old, and loads no dashboard', (version) => {
    const { told, loadDashboard } = start({ version });
    expect(told).toEqual([
      `Realtime Dashboard needs Flex UI 2, and this is Flex UI ${version}. Ask your admin to update Flex UI.`,
    ]);
    expect(loadDashboard).not.toHaveBeenCalled();
  });

  it('says so in Spanish', () => {
    const { told } = start({ version: '1.34.6', language: 'es-MX' });
    expect(told).toEqual([expect.stringMatching(/^El panel .* Flex UI 2 y esta es la versión 1\.34\.6\./)]);
  });

  it('says nothing to a role that has no dashboard', () => {
    expect(start({ version: '1.34.6', roles: ['agent'] }).told).toEqual([]);
  });

  it.each(['2.0.2', '2.17.1', '3.0.0', '10.0.0', undefined])(
    'adds the dashboard to Flex UI %s',
    (version) => {
      const { told, addDashboard } = start({ version });
      expect(told).toEqual([]);
      expect(addDashboard).toHaveBeenCalledTimes(1);
    },
  );
});
