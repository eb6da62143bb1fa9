import { createStrings } from '../../strings/createStrings';
import { aTile, lookOf, readTiles } from '../../testing/aBoardOfTiles';
import { aMoment } from '../../testing/anEvaluatedMetric';
import { lookAt } from '../../views/board/useLook';

const now = Date.parse('2026-11-22T11:42:15.000Z');
const zone = (time_zone: string): object => ({ ...(aMoment().data as object), day: { time_zone } });
const sentence = (...tile: Parameters<typeof lookOf>): string =>
  lookOf(...tile).describe(createStrings('en')).sentence;

describe('clock', () => {
  it("tells the time in the contact centre's zone", () => {
    expect(sentence({ kind: 'clock' }, {}, { now, data: zone('Australia/Sydney') })).toBe('Tile, 22:42');
  });

  it('tells the time in a zone of its own, without data too', () => {
    expect(sentence({ kind: 'clock', timeZone: 'Asia/Manila' }, {}, { now, data: undefined })).toBe(
      'Tile, 19:42',
    );
  });

  it('goes on when the data is old', () => {
    const later = now + 3_600_000;
    expect(sentence({ kind: 'clock' }, {}, { now: later, data: zone('Europe/London') })).toBe('Tile, 12:42');
  });

  it('waits for the data to name a zone', () => {
    expect(sentence({ kind: 'clock' }, {}, { now, data: undefined })).toBe('Tile, No data yet');
  });

  it('explains a zone that the browser does not know', () => {
    expect(sentence({ kind: 'clock', timeZone: 'Mars/Olympus' }, {}, { now })).toMatch(
      /^Tile, ERR FMT, .*Mars\/Olympus/,
    );
  });

  it('goes on with each minute', () => {
    const tile = aTile({ kind: 'clock', timeZone: 'Europe/London' });
    const readings = readTiles([tile], {}, { now });
    readings.tick(aMoment({ now: now + 44_999 }));
    expect(lookAt(tile, readings).describe(createStrings('en')).text).toBe('11:42');
    readings.tick(aMoment({ now: now + 45_000 }));
    expect(lookAt(tile, readings).describe(createStrings('en')).text).toBe('11:43');
  });
});
