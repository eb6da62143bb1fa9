import { createStrings } from '../../../strings/createStrings';
import { fieldName } from './fieldName';

const english = createStrings('en');

it.each([
  ['label', 'Label'],
  ['firstThresholdValue', 'First threshold'],
  ['secondThresholdStyle', 'Second threshold style'],
])('calls %s as the workbench does: %s', (field, name) => {
  expect(fieldName(field, english)).toBe(name);
});

it.each(['holdSeconds', 'somethingOfTheFuture', 'constructor'])('calls %s as it is saved', (field) => {
  expect(fieldName(field, english)).toBe(field);
});
