// Slack messages as an HTML page, with a Block Kit renderer nobody here wrote, for pictures of them.
//   node render_blocks.mjs messages.json > out.html      (messages.json: [{ "name", "colour", "by_person", "blocks": [...] }])
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(import.meta.url));
const React = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const css = readFileSync(require.resolve('slack-blocks-to-jsx').replace(/index\.[cm]?js$/, 'style.css'), 'utf8');
const square = (colour) => `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="6" fill="${encodeURIComponent(colour)}"/></svg>`;

// The renderer draws no data_table yet: it is shown as the table block that it extends.
const text = (cell) => ({ type: 'raw_text', text: cell.text });
const numeric = (block, at) => block.rows.length > 1 && block.rows.slice(1).every((row) => row[at].type === 'raw_number');
const right = (block) => block.rows[0].map((_, at) => ({ align: numeric(block, at) ? 'right' : 'left' }));
const shown = (block) => (block.type === 'data_table'
  ? { type: 'table', column_settings: right(block), rows: block.rows.slice(0, 1 + block.page_size).map((row) => row.map(text)) }
  : block);
const messages = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const drawn = ({ name, colour, by_person: person, blocks }) => `<div class="${person ? 'person' : ''}">` + renderToStaticMarkup(
  React.createElement(Message, { blocks: blocks.map(shown), logo: square(colour), name, time: new Date(0) })) + '</div>';
const body = messages.map(drawn).join('<div style="height:14px"></div>');
process.stdout.write(`<!doctype html><meta charset="utf-8"><style>${css}
  body { margin: 16px; width: 760px; background: #fff; font-family: Lato, "Liberation Sans", sans-serif }
  .slack_blocks_to_jsx--header > :nth-child(3), .person .slack_blocks_to_jsx--header > :nth-child(2) { display: none }
</style>${body}`);
