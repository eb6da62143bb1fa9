// Jest 27, which flex-plugin-scripts brings, knows fewer of Node's globals than Node 20 has.
const NodeEnvironment = require('jest-environment-node');

module.exports = class extends NodeEnvironment {
  constructor(...args) {
    super(...args);
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!(name in this.global)) this.global[name] = globalThis[name];
    }
  }
};
