import * as FlexPlugin from '@twilio/flex-plugin';
import { RealtimeDashboardPlugin } from './plugin/RealtimeDashboardPlugin';

// The Twilio CLI searches this text for exactly one such call, with the dot, before it deploys.
FlexPlugin.loadPlugin(RealtimeDashboardPlugin);
