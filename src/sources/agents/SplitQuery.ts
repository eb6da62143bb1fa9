import type { SyncClient } from 'twilio-sync';
import { isRecord } from '../../model/metric/fieldChecks';

type LiveQuery = Awaited<ReturnType<SyncClient['liveQuery']>>;

/** As many items as Flex's own Teams View shows; an answer of exactly so many may have been cut. */
export const mostItems = 200;
/**
 * How twilio-sync 2.0.1 and 4.0.1 say where a subscription stands. With a client that does not say, what is known after a lost
 * connection counts as old until the query is asked anew.
 */
const subscriptionChanged = '_subscriptionStateChanged';
/** A list in a query has fewer than 30 elements. */
const mostInList = 28;

export interface SplitQueryOptions {
  readonly client: SyncClient;
  readonly index: string;
  /** What to leave out; '' for nothing. */
  readonly where: string;
  /** Fields by whose values an answer that may have been cut is asked for in parts, the first that all items have. */
  readonly splitBy: readonly string[];
  readonly onChange: () => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * A live query that asks in parts where one answer may have been cut: one query for each value of a field, and one for the rest.
 * Parts that are cut again are split by the next field.
 */
export class SplitQuery {
  private query: LiveQuery | undefined;
  private parts: readonly SplitQuery[] | undefined;
  private isStopped = false;
  /** Whether Twilio has confirmed that changes will be told. */
  private isSubscribed = false;

  constructor(private readonly options: SplitQueryOptions) {
    void this.open();
  }

  /** Whether the first answer has come. */
  get isOpen(): boolean {
    return this.answered !== undefined || this.query !== undefined;
  }

  /** Whether all changes until now were told. */
  get isCurrent(): boolean {
    return this.answered?.every((part) => part.isCurrent) ?? this.isSubscribed;
  }

  /** Whether something may be missing: an answer was cut, and its parts have not come or there are none. */
  get isCut(): boolean {
    const { answered } = this;
    return answered ? answered.some((part) => part.isCut) : this.ownItems().length === mostItems;
  }

  items(): Readonly<Record<string, unknown>> {
    const { answered } = this;
    if (!answered) return this.query?.getItems() ?? {};
    return Object.assign({}, ...answered.map((part) => part.items())) as Record<string, unknown>;
  }

  /** The parts, once all have come; until then the cut answer stays in use. */
  private get answered(): readonly SplitQuery[] | undefined {
    return this.parts?.every(({ isOpen }) => isOpen) ? this.parts : undefined;
  }

  /** Changes may have been missed; until the client has caught up, or the query is asked anew. */
  doubt(): void {
    this.isSubscribed = false;
    this.parts?.forEach((part) => part.doubt());
  }

  stop(): void {
    this.isStopped = true;
    this.closeQuery();
    this.parts?.forEach((part) => part.stop());
  }

  private async open(): Promise<void> {
    const { client, index, where, onFailure } = this.options;
    try {
      const query = await client.liveQuery(index, where);
      if (this.isStopped) return query.close();
      this.query = query;
      this.isSubscribed = true;
      query.on(subscriptionChanged, this.onSubscription);
      for (const event of ['itemUpdated', 'itemRemoved']) query.on(event, this.onItems);
      query.on('failure', onFailure);
      this.onItems();
    } catch (error: unknown) {
      if (!this.isStopped) onFailure(error);
    }
  }

  private readonly onItems = (): void => {
    if (!this.parts && this.ownItems().length === mostItems) this.split();
    this.options.onChange();
  };

  private readonly onSubscription = (state: unknown): void => {
    this.isSubscribed = state === 'established';
    this.options.onChange();
  };

  private ownItems(): readonly unknown[] {
    return Object.values(this.query?.getItems() ?? {});
  }

  private split(): void {
    const items = this.ownItems();
    const { splitBy, where, onChange } = this.options;
    const place = splitBy.findIndex((name) => items.every((item) => valueAt(item, name) !== undefined));
    const field = splitBy[place];
    if (field === undefined) return;
    const values = [...new Set(items.map((item) => valueAt(item, field) ?? ''))].slice(0, mostInList);
    const part = (condition: string, fields: readonly string[]): SplitQuery =>
      new SplitQuery({
        ...this.options,
        where: where === '' ? condition : `${where} AND ${condition}`,
        splitBy: fields,
        onChange: () => {
          if (this.answered) this.closeQuery();
          onChange();
        },
      });
    this.parts = [
      ...values.map((value) => part(`data.${field} == ${quoted(value)}`, splitBy.slice(place + 1))),
      // Values that the cut answer does not have.
      part(`data.${field} NOT_IN [${values.map(quoted).join(', ')}]`, splitBy.slice(place)),
    ];
  }

  private closeQuery(): void {
    this.query?.close();
    this.query = undefined;
  }
}

const valueAt = (item: unknown, field: string): string | undefined => {
  const value = isRecord(item) ? item[field] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** A text in the language of queries. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
