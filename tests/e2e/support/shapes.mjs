// SPDX-License-Identifier: GPL-3.0-or-later
// Says what is wrong with a JSON value, as strictly as vendors do: a shape names every member that
// may occur, and a member that it does not name is an error.

/// Whatever stands there is right.
export const any = () => undefined;
export const text = (value, path) => (typeof value === 'string' ? undefined : `${path}: not a string`);
export const filled = (value, path) =>
  (typeof value === 'string' && value.trim() ? undefined : `${path}: an empty text`);
export const number = (value, path) => (typeof value === 'number' ? undefined : `${path}: not a number`);
export const flag = (value, path) => (typeof value === 'boolean' ? undefined : `${path}: not a boolean`);
export const object = (value, path) =>
  (value && typeof value === 'object' && !Array.isArray(value) ? undefined : `${path}: not an object`);

/// One of these words, or a text that a pattern accepts.
export const word = (...words) => (value, path) =>
  (words.some((one) => (one instanceof RegExp ? typeof value === 'string' && one.test(value) : one === value))
    ? undefined : `${path}: ${JSON.stringify(value)} is not accepted`);

export const list = (item, { least = 0 } = {}) => (value, path) => {
  if (!Array.isArray(value)) return `${path}: not a list`;
  if (value.length < least) return `${path}: too short`;
  return first(value.map((one, index) => () => item(one, `${path}[${index}]`)));
};

export const either = (...shapes) => (value, path) => {
  const said = shapes.map((shape) => shape(value, path));
  return said.includes(undefined) ? undefined : said.at(-1);
};

export const nullable = (shape) => (value, path) => (value === null ? undefined : shape(value, path));

/// An object with these members at most, and these at least.
export const members = (known, needed = []) => (value, path = '') => {
  const wrong = object(value, path);
  if (wrong) return wrong;
  const missing = needed.find((name) => !(name in value));
  if (missing) return `${path}.${missing}: missing`;
  return first(Object.keys(value).map((name) => () =>
    (Object.hasOwn(known, name) ? known[name](value[name], `${path}.${name}`) : `${path}.${name}: unknown`)));
};

/// A union told apart by a member.
export const by = (tag, variants) => (value, path) => {
  const variant = variants[value?.[tag]];
  return variant ? variant(value, path) : `${path}.${tag}: ${JSON.stringify(value?.[tag])} is not accepted`;
};

/// The first complaint of these checks.
export function first(checks) {
  for (const check of checks) {
    const said = check();
    if (said) return said;
  }
  return undefined;
}
