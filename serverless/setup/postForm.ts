import { ConnectionProblem } from './ConnectionProblem';
import type { HttpClient } from './createHttpClient';

/** Longer than Twilio lets a Function run. */
const timeoutMs = 15_000;

export interface Answer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** An answer, or what the connection met with. */
export type Reply = Answer | { readonly failure: string };

export type PostForm = ReturnType<typeof createPostForm>;

/** Posts forms to Functions, as Twilio and browsers do. */
export const createPostForm =
  ({ axios }: HttpClient) =>
  async (
    url: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> => {
    try {
      const response = await axios.post<string>(url, new URLSearchParams(form).toString(), {
        headers,
        timeout: timeoutMs,
        maxRedirects: 0,
        proxy: false,
        // As it came: an answer that is JSON would be parsed.
        transformResponse: (body: string) => body,
        validateStatus: () => true,
      });
      return { status: response.status, headers: { ...response.headers }, body: response.data };
    } catch (error: unknown) {
      if (error instanceof ConnectionProblem) return { failure: error.message };
      throw error;
    }
  };
