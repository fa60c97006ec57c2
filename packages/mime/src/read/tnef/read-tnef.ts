/**
 * winmail.dat: Microsoft's TNEF ([MS-OXTNEF]), which holds the body and the attachments of mail that Outlook
 * sent as "rich text". Every length is checked against what is left, so damage ends the reading, not the program.
 * Own decoder: the one on npm (node-tnef 1.4) does not open the rich-text body, which is where Outlook puts the words.
 */
import iconv from 'iconv-lite';
import { charsetName } from '../charset/charset-name.ts';
import { readMapiProperties, type MapiProperties } from './mapi-properties.ts';
import { inflateRtf, textFromRtf } from './rich-text.ts';

export interface TnefFile {
  name: string;
  type: string;
  content: Buffer;
  contentId: string | null;
}

export interface TnefContent {
  text: string | null;
  html: string | null;
  files: TnefFile[];
}

const signature = 0x223e9f78;
const attribute = { body: 0x0002800c, codepage: 0x00069007, properties: 0x00069003, newAttachment: 0x00069002, title: 0x00018010, data: 0x0006800f, attachment: 0x00069005 };
const mapi = { body: 0x1000, bodyHtml: 0x1013, rtf: 0x1009, shortName: 0x3704, longName: 0x3707, displayName: 0x3001, data: 0x3701, mimeType: 0x370e, contentId: 0x3712 };
const mostFiles = 2000;

/** null when the bytes are no TNEF. */
export function readTnef(bytes: Buffer): TnefContent | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null;
  const content: TnefContent = { text: null, html: null, files: [] };
  let charset = 'windows-1252';
  let current: { title: string; data: Buffer | null; properties: MapiProperties } | null = null;
  const finish = () => {
    if (current && content.files.length < mostFiles) {
      const file = fileOf(current, charset);
      if (file) content.files.push(file);
    }
    current = null;
  };
  let at = 6;
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const from = at + 9;
    // A cut file still gives what is there.
    const data = bytes.subarray(from, Math.min(bytes.length, from + length));
    at = from + length + 2;
    if (id === attribute.codepage && data.length >= 4) charset = charsetName(`cp${data.readUInt32LE(0)}`) ?? charset;
    else if (id === attribute.body) content.text ??= decode(data, charset);
    else if (id === attribute.properties) readBody(readMapiProperties(data), content, charset);
    else if (id === attribute.newAttachment) {
      finish();
      current = { title: '', data: null, properties: new Map() };
    } else if (current !== null) {
      const open: { title: string; data: Buffer | null; properties: MapiProperties } = current;
      if (id === attribute.title) open.title = decode(data, charset);
      else if (id === attribute.data) open.data = data;
      else if (id === attribute.attachment) open.properties = readMapiProperties(data);
    }
  }
  finish();
  return content;
}

function readBody(properties: MapiProperties, content: TnefContent, charset: string): void {
  const plain = properties.get(mapi.body);
  if (plain) content.text = textOf(plain, charset);
  const html = properties.get(mapi.bodyHtml);
  if (html) content.html = textOf(html, charset);
  const rtf = properties.get(mapi.rtf);
  if (!rtf || content.html !== null) return;
  const { text, html: inside } = textFromRtf(inflateRtf(rtf.bytes));
  if (inside) content.html = text;
  else if (content.text === null || content.text.trim() === '') content.text = text;
}

function fileOf(open: { title: string; data: Buffer | null; properties: MapiProperties }, charset: string): TnefFile | null {
  const { properties } = open;
  const named = (id: number) => {
    const property = properties.get(id);
    return property ? textOf(property, charset).trim() : '';
  };
  let content = open.data ?? properties.get(mapi.data)?.bytes ?? null;
  if (!content) return null;
  // An embedded message is an object: 16 bytes of interface id stand in front of its own TNEF.
  const embedded = content.length > 20 && content.readUInt32LE(16) === signature;
  if (embedded) content = content.subarray(16);
  const name = named(mapi.longName) || open.title || named(mapi.shortName) || named(mapi.displayName);
  const type = named(mapi.mimeType).toLowerCase();
  return {
    name: embedded && !/\.\w+$/.test(name) ? `${name || 'message'}.dat` : name,
    type: embedded ? 'application/ms-tnef' : /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream',
    content,
    contentId: named(mapi.contentId) || null,
  };
}

function textOf({ unicode, bytes }: { unicode: boolean; bytes: Buffer }, charset: string): string {
  return (unicode ? bytes.toString('utf16le') : decode(bytes, charset)).replace(/\0+$/, '');
}

function decode(bytes: Buffer, charset: string): string {
  return iconv.decode(bytes, charset).replace(/\0+$/, '');
}
