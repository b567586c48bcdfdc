// A recorded answer on a page of its own: its sources open beside it, and it takes feedback.

import { besides } from "../beside.js";
import { feedback } from "./feedback.js";

besides(document.getElementById("beside"), document.getElementById("sheet"));
feedback(document);
