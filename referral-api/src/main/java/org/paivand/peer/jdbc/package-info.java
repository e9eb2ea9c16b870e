/** Where the messages of other nodes are kept. */
@NullMarked
package org.paivand.peer.jdbc;

import org.jspecify.annotations.NullMarked;
