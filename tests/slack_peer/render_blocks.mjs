// Block Kit JSON to an HTML page, with a renderer nobody here wrote, for pictures of the messages.
//   node render_blocks.mjs messages.json > out.html      (messages.json: [{ "blocks": [...] }, ...])
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(import.meta.url));
const React = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const css = readFileSync(require.resolve('slack-blocks-to-jsx').replace(/index\.[cm]?js$/, 'style.css'), 'utf8');
const logo = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" fill="teal"/></svg>';

// The renderer draws no data_table yet: show it as the table block it extends.
const text = (cell) => ({ type: 'raw_text', text: cell.text });
const shown = (block) => /table$/.test(block.type) ? { ...block, type: 'table', rows: block.rows.map((row) => row.map(text)) } : block;
const messages = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const body = messages.map(({ blocks }) => renderToStaticMarkup(React.createElement(Message, {
  blocks: blocks.map(shown), logo, name: 'Declined detainer desk', time: new Date(0),
}))).join('<hr style="border:0;border-top:1px solid #ddd;margin:14px 0">');
process.stdout.write(`<!doctype html><meta charset="utf-8"><style>${css}</style><body style="margin:16px;width:760px;background:#fff">${body}`);
