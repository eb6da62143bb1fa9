import type { WorkspaceStatistics } from '../../src/contract/dashboardData';
import { isCombinedStatistics } from './isCombinedStatistics';

/**
 * Whether a value is TaskRouter's combined workspace statistics, so that an error page, half a body or some other
 * resource never replaces good data. It asks for what identifies them and leaves out what TaskRouter may omit:
 * a field that is missing costs the tiles that read it, not the whole board.
 */
export const isWorkspaceStatistics = (value: unknown): value is WorkspaceStatistics =>
  isCombinedStatistics(value, { realtime: ['total_workers'], cumulative: ['tasks_created'] });
