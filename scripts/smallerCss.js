const quoted = /('[^']*'|"[^"]*")/;

/** CSS, or a part of it, without comments and without white space that says nothing. What stands in quotes stays. */
const smallerCss = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .split(quoted)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/;}/g, '}')
            .replace(/(?<=[\w-]): /g, ':'),
    )
    .join('');

/** Babel plugin: makes the templates of `css` and of `styled(…)` smaller, as no minifier of JavaScript looks into them. */
module.exports = () => ({
  visitor: {
    TaggedTemplateExpression({ node: { tag, quasi } }) {
      if (tag.name !== 'css' && tag.callee?.name !== 'styled') return;
      for (const { value } of quasi.quasis) {
        value.raw = smallerCss(value.raw);
        value.cooked = smallerCss(value.cooked);
      }
    },
  },
});
