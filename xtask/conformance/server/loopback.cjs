// Loaded before the server (`node --require`): whatever listens on a port and names no host listens on 127.0.0.1.
//
// The server has no option for it, and would be open to the whole network. What names a host, or a socket in the file
// system, is left alone.
"use strict";

const { Server } = require("node:net");

const LOOPBACK = "127.0.0.1";
const listen = Server.prototype.listen;

/** Whether a first argument of `listen` is a port: a number, or its digits. */
const isPort = (value) =>
  typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value));

Server.prototype.listen = function (first, ...rest) {
  if (isPort(first)) {
    const host = typeof rest[0] === "string" ? [] : [LOOPBACK];
    return listen.call(this, first, ...host, ...rest);
  }
  if (first !== null && typeof first === "object" && isPort(first.port) && !first.host) {
    return listen.call(this, { ...first, host: LOOPBACK }, ...rest);
  }
  return listen.call(this, first, ...rest);
};
