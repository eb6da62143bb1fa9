import { transformSync } from '@babel/core';

const built = (code: string): string | null | undefined =>
  transformSync(code, {
    babelrc: false,
    configFile: false,
    plugins: [require.resolve('./smallerCss')],
  })?.code;

describe('smallerCss', () => {
  it('takes comments and indentation out of the templates of styled and css', () => {
    expect(
      built('styled("div")`\n  /* Why. */\n  margin: 0 1px;\n  a,\n  b:hover > i {\n    color: red;\n  }\n`'),
    ).toBe('styled("div")` margin:0 1px;a,b:hover > i{color:red}`;');
    expect(built('css`\n  .fits & .tile {\n    gap: 0;\n  }\n`')).toBe('css` .fits & .tile{gap:0}`;');
  });

  it('keeps the spaces around what is put in, and all that is quoted', () => {
    expect(built('css`padding: ${a} ${b} 0;\n  content: "a;  b, c";`')).toBe(
      'css`padding:${a} ${b} 0;content:"a;  b, c";`;',
    );
    expect(built("css`content: '\\\\200b';`")).toBe("css`content:'\\\\200b';`;");
  });

  it('leaves other templates as they are', () => {
    expect(built('text`a;  b`;')).toBe('text`a;  b`;');
    expect(built('`a;  b`;')).toBe('`a;  b`;');
  });
});
