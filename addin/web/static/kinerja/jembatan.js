// What xlwings' custom-functions-code.js looks for in the page.

import "../js/config.js";
import { getCultureInfoName, getDateFormat } from "../js/utils.js";

globalThis.xlwings = { getCultureInfoName, getDateFormat };
