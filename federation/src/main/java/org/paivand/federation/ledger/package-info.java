/** What one node has of all that another sent it: in which order, and what is missing or doubled. */
@NullMarked
package org.paivand.federation.ledger;

import org.jspecify.annotations.NullMarked;
