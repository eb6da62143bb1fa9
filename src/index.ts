import { loadPlugin } from '@twilio/flex-plugin';
import { RealtimeDashboardPlugin } from './RealtimeDashboardPlugin';

loadPlugin(RealtimeDashboardPlugin);
