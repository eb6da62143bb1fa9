const { Parser } = require('acorn');

/**
 * A parser that webpack 4 can be given in place of its own, which is of 2019: it reads the syntax of 2022, and describes what came
 * since in nodes that webpack 4 walks through. webpack changes only the names within, so the code around them stays as it was.
 */
class NewSyntaxParser extends Parser {
  finishNode(node, type) {
    // `a?.b` is walked as `a.b`.
    if (type === 'ChainExpression') return node.expression;
    if (type === 'ImportExpression')
      this.raise(node.start, 'The plugin is one file, so `import()` cannot be read here');
    // The value of a field, too, stands in a class and has its own `this`.
    return super.finishNode(node, type === 'PropertyDefinition' ? 'MethodDefinition' : type);
  }
}

const newest = { ecmaVersion: 2022, ranges: true, locations: true };

/** What `parse` of webpack's Parser returns, for a module or, as webpack says it, `auto`: a module or else a script. */
const parseNewSyntax = (code, { sourceType = 'module', ...options } = {}) => {
  const parse = (as) =>
    NewSyntaxParser.parse(code, {
      ...newest,
      ...options,
      sourceType: as,
      allowReturnOutsideFunction: as === 'script',
    });
  if (sourceType !== 'auto') return parse(sourceType);
  try {
    return parse('module');
  } catch {
    if (Array.isArray(options.onComment)) options.onComment.length = 0;
    return parse('script');
  }
};

/** Gives that parser to the webpack that runs: the Twilio CLI brings one of its own. */
class NewSyntaxPlugin {
  apply(compiler) {
    compiler.hooks.normalModuleFactory.tap('NewSyntaxPlugin', ({ hooks }) => {
      for (const kind of ['auto', 'dynamic', 'esm'])
        hooks.parser.for(`javascript/${kind}`).tap('NewSyntaxPlugin', (parser) => {
          parser.constructor.parse = parseNewSyntax;
        });
    });
  }
}

module.exports = { NewSyntaxPlugin, parseNewSyntax };
