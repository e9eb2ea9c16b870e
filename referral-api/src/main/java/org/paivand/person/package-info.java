/** What the person gets who has no account: a receipt, a code, and what can be seen and stopped with it. Pure. */
@NullMarked
package org.paivand.person;

import org.jspecify.annotations.NullMarked;
