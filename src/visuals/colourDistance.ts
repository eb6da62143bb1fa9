import { linear, type Colour } from './contrast';

/** Ways to see colours: all three kinds of cones, or one of them missing. */
export type Vision = 'full' | 'protanopia' | 'deuteranopia' | 'tritanopia';

type Matrix = readonly [Colour, Colour, Colour];

/**
 * What remains of light in the eyes of somebody who lacks a kind of cones: G. M. Machado, M. M. Oliveira and L. A. F.
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity
 * 1.0. Browsers' own simulations use the same numbers.
 */
const simulations: Readonly<Record<Vision, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * How far apart two colours look to somebody who sees so: CIEDE2000, in which 1 is about the least that can be told side
 * by side, and 100 is from black to white.
 */
export function colourDistance(one: Colour, other: Colour, vision: Vision): number {
  return ciede2000(lab(seen(one, vision)), lab(seen(other, vision)));
}

/** Amounts of light as they are seen, from 0 to 1. */
function seen(colour: Colour, vision: Vision): Colour {
  const [red, green, blue] = times(simulations[vision], linear(colour));
  const clip = (channel: number): number => Math.min(1, Math.max(0, channel));
  return [clip(red), clip(green), clip(blue)];
}

/** Light of sRGB's primaries to CIE XYZ, each row for the white of D65 to be 1. */
const toWhiteOfD65: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

export type Lab = readonly [lightness: number, a: number, b: number];

function lab(light: Colour): Lab {
  const root = (part: number): number =>
    part > 216 / 24389 ? Math.cbrt(part) : (part * 24389) / 27 / 116 + 16 / 116;
  const [x, y, z] = times(toWhiteOfD65, light);
  return [116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))];
}

const times = (matrix: Matrix, [x, y, z]: Colour): Colour => {
  const row = ([a, b, c]: Colour): number => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

/** G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research & Application 30(1), 2005. */
export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const seventh = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const stretch = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const chroma1 = Math.hypot(a1 * stretch, b1);
  const chroma2 = Math.hypot(a2 * stretch, b2);
  const hue1 = degrees(Math.atan2(b1, a1 * stretch));
  const hue2 = degrees(Math.atan2(b2, a2 * stretch));

  const isGrey = chroma1 * chroma2 === 0;
  const turn = isGrey ? 0 : ((hue2 - hue1 + 540) % 360) - 180;
  const hueDifference = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(radians(turn / 2));

  const lightness = (l1 + l2) / 2;
  const chroma = (chroma1 + chroma2) / 2;
  const hue = isGrey ? hue1 + hue2 : (hue1 + turn / 2 + 360) % 360;
  const hueWeight =
    1 -
    0.17 * Math.cos(radians(hue - 30)) +
    0.24 * Math.cos(radians(2 * hue)) +
    0.32 * Math.cos(radians(3 * hue + 6)) -
    0.2 * Math.cos(radians(4 * hue - 63));

  const lightnessPart =
    (l2 - l1) / (1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2));
  const chromaPart = (chroma2 - chroma1) / (1 + 0.045 * chroma);
  const huePart = hueDifference / (1 + 0.015 * chroma * hueWeight);
  const rotation = -2 * seventh(chroma) * Math.sin(radians(60 * Math.exp(-(((hue - 275) / 25) ** 2))));
  return Math.sqrt(lightnessPart ** 2 + chromaPart ** 2 + huePart ** 2 + rotation * chromaPart * huePart);
}

const degrees = (angle: number): number => ((angle * 180) / Math.PI + 360) % 360;
const radians = (angle: number): number => (angle * Math.PI) / 180;
