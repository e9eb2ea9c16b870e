/** Best-interests decisions in MariaDB. */
@NullMarked
package org.paivand.protection.jpa;

import org.jspecify.annotations.NullMarked;
