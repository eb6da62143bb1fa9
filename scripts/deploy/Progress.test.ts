import { Progress, type Output } from './Progress';

/** Output that keeps what is written. */
class Paper implements Output {
  text = '';
  constructor(readonly isTTY: boolean) {}
  write(text: string): void {
    this.text += text;
  }
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Work that ends when the given time has passed. */
const takes = (milliseconds: number) => () =>
  new Promise<string>((resolve) => setTimeout(() => resolve('done'), milliseconds));

describe('Progress', () => {
  it('writes a line every five seconds where there is no terminal', async () => {
    const paper = new Paper(false);
    const work = new Progress(paper).during('Deploying', takes(12_000));
    jest.advanceTimersByTime(12_000);
    expect(await work).toEqual({ result: 'done', seconds: 12 });
    expect(paper.text).toBe('Deploying\n  ... 5 s\n  ... 10 s\n');
  });

  it('counts seconds in one line of a terminal, and takes the line away', async () => {
    const paper = new Paper(true);
    const work = new Progress(paper).during('Deploying', takes(2_500));
    jest.advanceTimersByTime(2_500);
    await work;
    expect(paper.text).toBe('Deploying\rDeploying 1 s\rDeploying 2 s\r\u001b[K');
  });

  it('stops counting when the work fails', async () => {
    const paper = new Paper(false);
    const fails = new Progress(paper).during('Deploying', () => Promise.reject(new Error('no')));
    await expect(fails).rejects.toThrow('no');
    jest.advanceTimersByTime(60_000);
    expect(paper.text).toBe('Deploying\n');
  });
});
