/** What the signs that a worker found add up to, as help for judgement. Nothing here decides, and nothing here is kept. */
@NullMarked
package org.paivand.screening;

import org.jspecify.annotations.NullMarked;
