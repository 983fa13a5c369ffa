/**
 * Compares the plays of the file that is named, in Node.
 */

import { readFileSync } from "node:fs";
import { comparison } from "./equality.js";

process.stdout.write(JSON.stringify(comparison(readFileSync(process.argv[2], "utf8"))));
