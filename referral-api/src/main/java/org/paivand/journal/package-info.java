/** Events of this service, written to the disclosure log in the transaction of what they tell. */
@NullMarked
package org.paivand.journal;

import org.jspecify.annotations.NullMarked;
