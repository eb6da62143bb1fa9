import { Box } from '@twilio-paste/core/box';
import * as React from 'react';
import type { Connection } from '../dashboard-source/DashboardSource';

export interface BoardStatusProps {
  readonly connection: Connection;
  readonly data: unknown;
  readonly now: number;
}

const words: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting',
  connected: 'Live',
  disconnected: 'Disconnected',
};

/** One quiet line: whether numbers arrive, how old they are, and what "today" means. */
export function BoardStatus({ connection, data, now }: BoardStatusProps): React.ReactElement {
  const age = dataAge(data, now);
  const today = dayInWords(data);
  return (
    <Box display="flex" alignItems="center" columnGap="space30" color="colorTextWeak" fontSize="fontSize30">
      <Box
        as="span"
        width="10px"
        height="10px"
        borderRadius="borderRadiusCircle"
        backgroundColor={connection === 'connected' ? 'colorBackgroundSuccess' : 'colorBackgroundError'}
        aria-hidden="true"
      />
      {[words[connection], age === undefined ? undefined : `data ${ageInWords(age)} old`, today]
        .filter(Boolean)
        .join(' · ')}
    </Box>
  );
}

interface JudgeableData {
  readonly collected_at?: unknown;
  readonly day?: { readonly starts_at?: unknown; readonly time_zone?: unknown };
}

/** When the data was collected, in milliseconds; undefined when it does not say. */
export function collectedAt(data: unknown): number | undefined {
  const time = Date.parse(String((data as JudgeableData | undefined)?.collected_at));
  return Number.isNaN(time) ? undefined : time;
}

function dataAge(data: unknown, now: number): number | undefined {
  const time = collectedAt(data);
  return time === undefined ? undefined : Math.max(0, Math.floor((now - time) / 1000));
}

function ageInWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}

function dayInWords(data: unknown): string | undefined {
  const { starts_at, time_zone } = (data as JudgeableData | undefined)?.day ?? {};
  if (typeof starts_at !== 'string' || typeof time_zone !== 'string') return undefined;
  const place = time_zone.split('/').pop()?.replace(/_/g, ' ');
  return `today since ${starts_at} ${place}`;
}
