/** Tries an assertion until it holds; after `limit` milliseconds it fails as it failed last. */
export async function eventually(assertion: () => Promise<void>, limit = 10_000): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await assertion();
    } catch (error: unknown) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
