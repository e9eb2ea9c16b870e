/** The node as its clients meet it: the real archive on a real server and a real database, over HTTP and nothing else. */
@NullMarked
package org.paivand.suite;

import org.jspecify.annotations.NullMarked;
