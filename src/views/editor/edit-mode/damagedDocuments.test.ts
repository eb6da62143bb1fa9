import { damagedDocuments, soundValues } from '../../../testing/damage/damagedDocuments';
import { showEverything } from '../../../testing/damage/showEverything';

/** `npm run fuzz:documents` goes on where this ends. */
const documents = 300;

it('shows sound metrics exactly beside any damage, and throws nothing', () => {
  for (let seed = 1; seed <= documents; seed += 1) {
    const shown = showEverything(damagedDocuments(seed));
    const values = soundValues(seed);
    const sound = Object.fromEntries(Object.keys(values).map((key) => [key, shown.get(key)]));
    expect({ seed, ...sound }).toEqual({ seed, ...values });
  }
});
