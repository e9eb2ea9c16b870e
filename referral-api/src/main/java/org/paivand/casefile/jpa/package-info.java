/** Cases and their sealed sections in MariaDB. */
@NullMarked
package org.paivand.casefile.jpa;

import org.jspecify.annotations.NullMarked;
